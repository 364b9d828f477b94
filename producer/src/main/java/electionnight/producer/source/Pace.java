package electionnight.producer.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How fast a recorded night is played.
 *
 * @param speed how many times faster than it was; over 0, {@link #MAX} for without any wait
 * @param from what was declared before is sent at once, and pacing starts here; empty for pacing
 *     from the first declaration
 * @param longestWait a longer wait is shortened to this
 */
public record Pace(double speed, Optional<Instant> from, Duration longestWait) {
  /** As fast as Kafka takes it. */
  public static final double MAX = Double.POSITIVE_INFINITY;

  /** The {@code longestWait} of those who do not say otherwise. */
  public static final Duration USUAL_LONGEST_WAIT = Duration.ofSeconds(10);

  public Pace {
    // Written so that NaN is refused too.
    if (!(speed > 0)) {
      throw new IllegalArgumentException("a speed is over 0");
    }
    if (longestWait.isNegative()) {
      throw new IllegalArgumentException("a wait is not negative");
    }
  }

  /** Without any wait. */
  public static Pace max() {
    return new Pace(MAX, Optional.empty(), USUAL_LONGEST_WAIT);
  }

  /** How long a stretch of the night lasts at this speed, before it is shortened. */
  Duration scaled(Duration stretch) {
    // A double that is too large becomes the longest time there is.
    return Duration.ofMillis((long) (stretch.toMillis() / speed));
  }
}
