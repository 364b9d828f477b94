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

/** The page and what it needs: resources in the folder {@code web}, each read once. */
final class StaticFiles implements Handler<RoutingContext> {
  private static final String FOLDER = "web";

  /** Plain names only, so that no path leads out of the folder. */
  private static final Pattern PATH =
      Pattern.compile("(/[A-Za-z0-9_][A-Za-z0-9_-]*)*/[A-Za-z0-9_][A-Za-z0-9_.-]*\\.([a-z0-9]+)");

  private static final int EXTENSION = 2;

  private static final Map<String, Kind> KINDS =
      Map.of(
          "html", Kind.text("text/html; charset=utf-8"),
          "js", Kind.text("text/javascript; charset=utf-8"),
          "css", Kind.text("text/css; charset=utf-8"),
          "json", Kind.text("application/json"),
          "svg", Kind.text("image/svg+xml"),
          "txt", Kind.text("text/plain; charset=utf-8"),
          "woff2", Kind.packed("font/woff2"),
          "png", Kind.packed("image/png"),
          "ico", Kind.packed("image/x-icon"));

  private final Map<String, Document> found = new ConcurrentHashMap<>();

  /** Sends a file, or leaves the request to the next route. */
  @Override
  public void handle(RoutingContext context) {
    String path = context.normalizedPath();
    Optional<Document> file = file(path.endsWith("/") ? path + "index.html" : path);
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
    try (InputStream content =
        StaticFiles.class.getClassLoader().getResourceAsStream(FOLDER + path)) {
      if (content == null) {
        return Optional.empty();
      }
      Document file = KINDS.get(plain.group(EXTENSION)).file(content.readAllBytes());
      found.put(path, file);
      return Optional.of(file);
    } catch (IOException e) {
      return Optional.empty();
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
      try {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
        return Document.file(contentType, text, HexFormat.of().formatHex(digest), content);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }
}
