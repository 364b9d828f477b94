package electionnight.dashboard.http;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Files as they are: resources in a folder of the class path, each read once. */
final class StaticFiles implements Handler<RoutingContext> {
  static final String HTML = "text/html; charset=utf-8";

  /** Plain names only, so that no path leads out of the folder. */
  private static final Pattern PATH =
      Pattern.compile("(/[A-Za-z0-9_][A-Za-z0-9_-]*)*/[A-Za-z0-9_][A-Za-z0-9_.-]*\\.([a-z0-9]+)");

  private static final int EXTENSION = 2;

  /**
   * Enough that no two contents are taken for each other, and short, as every answer carries it.
   */
  private static final int DIGEST_BYTES = 8;

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("html", Kind.text(HTML)),
          Map.entry("js", Kind.text("text/javascript")),
          Map.entry("css", Kind.text("text/css")),
          Map.entry("json", Kind.text("application/json")),
          Map.entry("svg", Kind.text("image/svg+xml")),
          Map.entry("txt", Kind.text("text/plain; charset=utf-8")),
          Map.entry("sh", Kind.text("text/plain; charset=utf-8")),
          Map.entry("py", Kind.text("text/plain; charset=utf-8")),
          Map.entry("java", Kind.text("text/plain; charset=utf-8")),
          Map.entry("woff2", Kind.packed("font/woff2")),
          Map.entry("png", Kind.packed("image/png")),
          Map.entry("ico", Kind.packed("image/x-icon")));

  private final String folder;
  private final Map<String, Document> found = new ConcurrentHashMap<>();

  private StaticFiles(String folder) {
    this.folder = folder;
  }

  /** The pages and what they need. */
  static StaticFiles pages() {
    return new StaticFiles("web");
  }

  /** The JSON Schemas of the contract, at {@code /schema/…}. */
  static StaticFiles schemas() {
    return new StaticFiles("");
  }

  /**
   * Sends a file, for a path without an extension the page of that name, or leaves the request to
   * the next route.
   */
  @Override
  public void handle(RoutingContext context) {
    String path = context.normalizedPath();
    Optional<Document> file =
        file(path.endsWith("/") ? path + "index.html" : path).or(() -> file(path + ".html"));
    if (file.isPresent()) {
      file.get().send(context);
    } else {
      context.next();
    }
  }

  /** Sends one file, whatever the path that was asked for. */
  Handler<RoutingContext> page(String path) {
    return context -> file(path).ifPresentOrElse(file -> file.send(context), context::next);
  }

  private Optional<Document> file(String path) {
    Document known = found.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    var plain = PATH.matcher(path);
    if (!plain.matches() || !KINDS.containsKey(plain.group(EXTENSION))) {
      return Optional.empty();
    }
    Optional<Document> file = read(path).map(KINDS.get(plain.group(EXTENSION))::file);
    file.ifPresent(document -> found.put(path, document));
    return file;
  }

  /**
   * A file as it is.
   *
   * @param path from the folder, with a slash in front
   */
  Optional<byte[]> read(String path) {
    try (InputStream content =
        StaticFiles.class.getClassLoader().getResourceAsStream(resource(path))) {
      return content == null ? Optional.empty() : Optional.of(content.readAllBytes());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private String resource(String path) {
    return folder.isEmpty() ? path.substring(1) : folder + path;
  }

  /** What tells two contents apart. */
  static String digest(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private record Kind(String contentType, boolean text) {
    static Kind text(String contentType) {
      return new Kind(contentType, true);
    }

    static Kind packed(String contentType) {
      return new Kind(contentType, false);
    }

    Document file(byte[] content) {
      return Document.file(contentType, text, digest(content), content);
    }
  }
}
