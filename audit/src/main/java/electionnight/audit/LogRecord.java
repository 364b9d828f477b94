package electionnight.audit;

import electionnight.domain.Cause;
import electionnight.domain.Heard;
import electionnight.wire.Inputs;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * A record as it is in the log.
 *
 * @param place where it is
 * @param timestamp in milliseconds since 1970
 * @param key null where it has none
 * @param value null for a tombstone
 */
record LogRecord(Place place, long timestamp, byte[] key, byte[] value) {
  static final Comparator<LogRecord> IN_ORDER =
      Comparator.comparing((LogRecord record) -> record.place().partition())
          .thenComparing(record -> record.place().offset());

  /** The key as text; empty where it has none. */
  String keyText() {
    return key == null ? "" : new String(key, StandardCharsets.UTF_8);
  }

  /** Where and when whoever folds it heard it. */
  Heard heard() {
    return Inputs.heard(place.topic(), place.partition(), place.offset(), value, timestamp);
  }

  /** The hash of its value, as causes name it. */
  String sha256() {
    return heard().cause().sha256();
  }

  /** Whether it comes after another record in the same partition. */
  boolean isAfter(Cause earlier) {
    return place.topic().equals(earlier.topic())
        && place.partition() == earlier.partition()
        && place.offset() > earlier.offset();
  }
}
