package electionnight.dashboard.push;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of an event, {@code 12-k3x}.
 *
 * @param revision the night's revision that a client holds once it has read the event
 * @param log the log that it is a revision of; empty where a client does not say
 */
public record EventId(long revision, Optional<String> log) {
  /** Any revision that a long can hold, and nothing else. */
  private static final Pattern FORMAT = Pattern.compile("([0-9]{1,18})(?:-([0-9a-z]{1,16}))?");

  /** Reads an id; empty where it can be none. */
  public static Optional<EventId> parse(String told) {
    Matcher parts = FORMAT.matcher(told);
    return parts.matches()
        ? Optional.of(
            new EventId(Long.parseLong(parts.group(1)), Optional.ofNullable(parts.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return revision + log.map(text -> "-" + text).orElse("");
  }
}
