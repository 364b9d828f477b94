package electionnight.dashboard.push;

import java.time.Duration;

/**
 * How updates are pushed.
 *
 * @param ringCapacity how many updates of each night are kept for clients that lag or come back;
 *     one that lags further gets a snapshot; 2,048 unless told, 1 to 1,000,000
 * @param heartbeat after how long a silence a connection is shown to be alive; 5 s unless told
 * @param slowClientLimit how long a client may take nothing of what waits for it before it is
 *     closed; 30 s unless told
 */
public record PushSettings(int ringCapacity, Duration heartbeat, Duration slowClientLimit) {
  private static final Duration SHORTEST = Duration.ofMillis(10);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final int CHECKS_PER_LIMIT = 10;

  /** So many references are 4 MB, for each night and each selection that is followed. */
  private static final int LARGEST_RING = 1_000_000;

  /** What holds unless told otherwise. */
  public static final PushSettings DEFAULTS =
      new PushSettings(2_048, Duration.ofSeconds(5), Duration.ofSeconds(30));

  /**
   * @throws IllegalArgumentException when a figure is too small to work with
   */
  public PushSettings {
    if (ringCapacity < 1 || ringCapacity > LARGEST_RING) {
      throw new IllegalArgumentException(
          "a ring holds 1 to " + LARGEST_RING + " updates, not " + ringCapacity);
    }
    check("heartbeat", heartbeat);
    check("slow client limit", slowClientLimit);
  }

  /** How often slow clients are looked for. */
  Duration slowCheck() {
    return part(slowClientLimit);
  }

  /** How often silent connections are looked for. */
  Duration heartbeatCheck() {
    return part(heartbeat);
  }

  private static Duration part(Duration limit) {
    Duration part = limit.dividedBy(CHECKS_PER_LIMIT);
    return part.compareTo(SHORTEST) < 0 ? SHORTEST : part;
  }

  private static void check(String name, Duration value) {
    if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "the " + name + " is 10 ms to 1 day, not " + value.toSeconds() + " s");
    }
  }
}
