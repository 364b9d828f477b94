package electionnight.wire;

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

  /** Bytes as the fields {@code key} and {@code original} carry them; null as none. */
  public static String base64(byte[] bytes) {
    return bytes == null ? "" : Base64.getEncoder().encodeToString(bytes);
  }

  /** The bytes that came in. */
  public byte[] originalBytes() {
    return Base64.getDecoder().decode(original);
  }
}
