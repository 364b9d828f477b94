package electionnight.dashboard.http;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * A response body with its validator, encoded and compressed at most once, when first asked for.
 * (The server's own compression would work anew for every reader, and on the streams too.)
 */
final class Document implements Answer {
  /**
   * Below this many bytes, compressing saves little more than the header takes that tells of it.
   */
  private static final int WORTH_COMPRESSING = 512;

  private static final String GZIP = "gzip";
  private static final Pattern REFUSED = Pattern.compile("gzip;\\s*q=0(\\.0*)?");

  private final String contentType;
  private final boolean text;
  private final Optional<String> fileName;
  private final String etag;
  private final Supplier<byte[]> encode;
  // An event loop never waits for the lock of a thread that is at work on one of them.
  private volatile Buffer plain;
  private volatile Buffer compressed;

  private Document(
      String contentType,
      boolean text,
      Optional<String> fileName,
      String tag,
      Supplier<byte[]> encode) {
    this.contentType = contentType;
    this.text = text;
    this.fileName = fileName;
    // Weak, because the compressed body has the same.
    this.etag = "W/\"" + tag + "\"";
    this.encode = encode;
  }

  /**
   * @param tag changes whenever the document does
   */
  static Document json(String tag, Supplier<byte[]> encode) {
    return text("application/json", tag, encode);
  }

  /**
   * @param tag changes whenever the document does
   */
  static Document text(String contentType, String tag, Supplier<byte[]> encode) {
    return new Document(contentType, true, Optional.empty(), tag, encode);
  }

  /**
   * A table that a browser keeps as a file.
   *
   * @param fileName letters, digits, hyphens and dots
   * @param tag changes whenever the document does
   */
  static Document csv(String fileName, String tag, Supplier<byte[]> encode) {
    return new Document(
        "text/csv; charset=utf-8; header=present", true, Optional.of(fileName), tag, encode);
  }

  /**
   * @param text whether compressing it makes it smaller
   */
  static Document file(String contentType, boolean text, String tag, byte[] content) {
    return new Document(contentType, text, Optional.empty(), tag, () -> content);
  }

  @Override
  public boolean isPrepared(RoutingContext context) {
    MultiMap asked = context.request().headers();
    return isHeld(asked.get(HttpHeaders.IF_NONE_MATCH))
        || plain != null && (compressed != null || !isCompressedFor(asked));
  }

  @Override
  public void prepare(RoutingContext context) {
    MultiMap asked = context.request().headers();
    if (!isHeld(asked.get(HttpHeaders.IF_NONE_MATCH)) && isCompressedFor(asked)) {
      compressed();
    }
  }

  /** Answers with the body, or with 304 where the reader has it. */
  @Override
  public void send(RoutingContext context) {
    MultiMap asked = context.request().headers();
    HttpServerResponse response = context.response();
    response
        .putHeader(HttpHeaders.ETAG, etag)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .headers()
        .add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    if (isHeld(asked.get(HttpHeaders.IF_NONE_MATCH))) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader(HttpHeaders.CONTENT_TYPE, contentType);
    fileName.ifPresent(
        name ->
            response.putHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\""));
    Buffer body = plain();
    if (isCompressedFor(asked)) {
      response.putHeader(HttpHeaders.CONTENT_ENCODING, GZIP);
      body = compressed();
    }
    if (context.request().method() == HttpMethod.HEAD) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length())).end();
    } else {
      response.end(body);
    }
  }

  private boolean isCompressedFor(MultiMap asked) {
    return text && plain().length() >= WORTH_COMPRESSING && acceptsGzip(asked);
  }

  private boolean isHeld(String ifNoneMatch) {
    return ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(","))
            .map(String::strip)
            .anyMatch(held -> held.equals("*") || weak(held).equals(etag));
  }

  private static String weak(String held) {
    return held.startsWith("W/") ? held : "W/" + held;
  }

  private static boolean acceptsGzip(MultiMap asked) {
    return asked.getAll(HttpHeaders.ACCEPT_ENCODING).stream()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(String::strip)
        .anyMatch(
            coding ->
                coding.equalsIgnoreCase(GZIP)
                    || coding.startsWith(GZIP + ";") && !REFUSED.matcher(coding).matches());
  }

  private Buffer plain() {
    Buffer known = plain;
    return known != null ? known : encoded();
  }

  private synchronized Buffer encoded() {
    if (plain == null) {
      plain = Buffer.buffer(encode.get());
    }
    return plain;
  }

  private Buffer compressed() {
    Buffer known = compressed;
    return known != null ? known : packed();
  }

  private synchronized Buffer packed() {
    if (compressed == null) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
        gzip.write(plain().getBytes());
      } catch (IOException e) {
        throw new UncheckedIOException("memory cannot be written", e);
      }
      compressed = Buffer.buffer(bytes.toByteArray());
    }
    return compressed;
  }
}
