package electionnight.audit;

import electionnight.domain.Cause;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a record is in the log.
 *
 * @param topic with its prefix
 * @param partition the partition of it
 * @param offset the offset in the partition
 */
record Place(String topic, int partition, long offset) {
  private static final Pattern FORM = Pattern.compile("(.+)-(\\d{1,9})@(\\d{1,18})");

  static Place of(Cause cause) {
    return new Place(cause.topic(), cause.partition(), cause.offset());
  }

  /** Reads {@code topic-partition@offset}; empty where it is none. */
  static Optional<Place> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new Place(
                matcher.group(1),
                Integer.parseInt(matcher.group(2)),
                Long.parseLong(matcher.group(3))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return topic + "-" + partition + "@" + offset;
  }
}
