package electionnight.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import electionnight.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a request gets.
 *
 * @param status of HTTP
 * @param headers beside those that every answer has
 * @param body may be empty
 */
public record Answer(int status, Map<String, String> headers, byte[] body) {
  private static final String CONTENT_TYPE = "Content-Type";

  /** A value, as JSON. */
  public static Answer json(Object value) {
    return json(200, "application/json", value);
  }

  /** It will be done. */
  public static Answer accepted() {
    return new Answer(202, Map.of(), new byte[0]);
  }

  /**
   * There is no such thing.
   *
   * @param detail one plain sentence
   */
  public static Answer notFound(String detail) {
    return problem(404, "Not Found", detail);
  }

  static Answer text(String type, String text) {
    return new Answer(200, Map.of(CONTENT_TYPE, type), text.getBytes(StandardCharsets.UTF_8));
  }

  static Answer health(Health health) {
    return json(health.isUp() ? 200 : 503, "application/json", health);
  }

  /** Why a request gets nothing, as RFC 9457 has it. */
  static Answer problem(int status, String title, String detail) {
    return json(status, "application/problem+json", new Problem(title, status, detail));
  }

  Answer with(String header, String value) {
    return new Answer(status, Map.of(CONTENT_TYPE, headers.get(CONTENT_TYPE), header, value), body);
  }

  private static Answer json(int status, String type, Object value) {
    try {
      return new Answer(status, Map.of(CONTENT_TYPE, type), Json.shared().writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written", e);
    }
  }

  private record Problem(String title, int status, String detail) {}
}
