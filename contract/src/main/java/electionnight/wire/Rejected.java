package electionnight.wire;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.domain.Cause;
import electionnight.domain.Reason;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * An input that was not believed, kept whole so that nothing is lost and it can be sent again once
 * its cause is mended.
 *
 * @param origin where it came in, for people: {@code declarations-0@17}, {@code results.jsonl line
 *     12}, {@code POST /declarations}
 * @param cause the record it came in, where it came in by Kafka
 * @param election the night it speaks of, where that could be read
 * @param seat the seat it speaks of, where that could be read
 * @param reasons why; at least one
 * @param key the record's key, Base64; empty where it had none
 * @param original its bytes, Base64; empty text for no bytes
 */
public record Rejected(
    String origin,
    Optional<Cause> cause,
    Optional<String> election,
    Optional<String> seat,
    List<Reason> reasons,
    Optional<String> key,
    String original) {

  public Rejected {
    reasons = List.copyOf(reasons);
  }

  /**
   * Keeps an input, with the night and the seat it speaks of as far as they can be read.
   *
   * @param key the record's key; null where it had none
   * @param original its bytes; null as no bytes
   */
  public static Rejected of(
      String origin, Optional<Cause> cause, List<Reason> reasons, byte[] key, byte[] original) {
    Optional<JsonNode> message =
        MessageType.parse(original) instanceof Decoded.Read<JsonNode> read
            ? Optional.of(read.value())
            : Optional.empty();
    return new Rejected(
        origin,
        cause,
        message.flatMap(node -> text(node, "election")),
        message.flatMap(node -> text(node, "seat")),
        reasons,
        Optional.ofNullable(key).map(Base64.getEncoder()::encodeToString),
        original == null ? "" : Base64.getEncoder().encodeToString(original));
  }

  private static Optional<String> text(JsonNode message, String field) {
    return Optional.ofNullable(message.path(field).textValue()).filter(Json::isWellFormed);
  }

  /** The bytes that came in. */
  public byte[] originalBytes() {
    return Base64.getDecoder().decode(original);
  }
}
