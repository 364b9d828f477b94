package electionnight.producer.intake;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A token bucket: so many at once, and so many a second in the long run. Not for several threads.
 */
final class RateLimit {
  private static final double NANOS = Duration.ofSeconds(1).toNanos();

  private final double perSecond;
  private final int burst;
  private final LongSupplier nanoClock;
  private double left;
  private long countedAt;

  /**
   * @param perSecond more than 0
   * @param burst at least 1
   */
  RateLimit(double perSecond, int burst, LongSupplier nanoClock) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.nanoClock = nanoClock;
    left = burst;
    countedAt = nanoClock.getAsLong();
  }

  /** Takes one; else says how long to wait for it. */
  Optional<Duration> take() {
    long now = nanoClock.getAsLong();
    left = Math.min(burst, left + (now - countedAt) / NANOS * perSecond);
    countedAt = now;
    if (left >= 1) {
      left--;
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos((long) Math.ceil((1 - left) / perSecond * NANOS)));
  }
}
