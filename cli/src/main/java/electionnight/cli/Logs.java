package electionnight.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Optional;
import java.util.Set;
import org.slf4j.LoggerFactory;

/** The program's log, which {@code logback.xml} sets up. */
public final class Logs {
  /** How a line is written. */
  static final String FORMAT_VARIABLE = "ELECTION_NIGHT_LOG_FORMAT";

  private static final String JSON = "json";
  private static final Set<String> FORMATS = Set.of("text", JSON);

  private Logs() {}

  /** Takes all but warnings from a logger whose lines are shown to people in another way. */
  public static void onlyWarnings(String logger) {
    // Whoever embeds us may log by something else.
    if (LoggerFactory.getLogger(logger) instanceof Logger ours) {
      ours.setLevel(Level.WARN);
    }
  }

  /** Whether lines are for machines, so that all that people are told goes by the log as well. */
  public static boolean areJson() {
    return JSON.equals(System.getenv(FORMAT_VARIABLE));
  }

  /** What is wrong with the format that the environment names; there is no log then. */
  static Optional<String> mistake(String format) {
    return format == null || FORMATS.contains(format)
        ? Optional.empty()
        : Optional.of(
            FORMAT_VARIABLE + " is '" + PlainText.of(format) + "', expected text or json");
  }
}
