package electionnight.wire;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.domain.Cause;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An input that was not believed, kept whole so that nothing is lost and it can be sent again once
 * its cause is mended.
 *
 * @param origin where it came in, for people: {@code declarations-0@17}, {@code results.jsonl line
 *     12}, {@code POST /declarations}
 * @param cause the record it came in, where it came in by Kafka
 * @param election the night it speaks of, where that could be read
 * @param seat the seat it speaks of, where that could be read
 * @param reasons why; at least one, and the first hundred of very many
 * @param key the record's key, Base64, of a very long one its beginning; empty where it had none
 * @param original its bytes, Base64, of more than 2 MiB the beginning, which then is the first
 *     reason; empty text for no bytes
 */
public record Rejected(
    String origin,
    Optional<Cause> cause,
    Optional<String> election,
    Optional<String> seat,
    List<Reason> reasons,
    Optional<String> key,
    String original) {

  // Whatever was sent, what is kept of it must fit into a record.
  private static final int MOST_ORIGINAL_BYTES = 2 * 1024 * 1024;
  private static final int MOST_KEY_BYTES = 64 * 1024;
  private static final int MOST_REASONS = 100;

  public Rejected {
    reasons = reasons.stream().limit(MOST_REASONS).toList();
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
        original == null || original.length <= MOST_ORIGINAL_BYTES
            ? reasons
            : Stream.concat(Stream.of(cut(original)), reasons.stream()).toList(),
        Optional.ofNullable(key).map(bytes -> base64(bytes, MOST_KEY_BYTES)),
        original == null ? "" : base64(original, MOST_ORIGINAL_BYTES));
  }

  private static Reason cut(byte[] original) {
    return new Reason(
        Code.UNREADABLE,
        "",
        original.length + " bytes, of which the first " + MOST_ORIGINAL_BYTES + " are kept here",
        "at most " + MessageType.MAX_BYTES + " bytes");
  }

  private static String base64(byte[] bytes, int most) {
    return Base64.getEncoder()
        .encodeToString(bytes.length > most ? Arrays.copyOf(bytes, most) : bytes);
  }

  private static Optional<String> text(JsonNode message, String field) {
    return Optional.ofNullable(message.path(field).textValue()).filter(Json::isWellFormed);
  }

  /** Whether all of it is kept, and not only the beginning of something very long. */
  public boolean isWhole() {
    return originalBytes().length < MOST_ORIGINAL_BYTES
        && (key.isEmpty() || keyBytes().length < MOST_KEY_BYTES);
  }

  /** The record's key as it came in; null where it had none. */
  public byte[] keyBytes() {
    return key.map(Base64.getDecoder()::decode).orElse(null);
  }

  /** The bytes that came in. */
  public byte[] originalBytes() {
    return Base64.getDecoder().decode(original);
  }
}
