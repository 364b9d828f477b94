package electionnight.watch;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How long to wait before coming back: what the server asked for, doubled with each time in vain,
 * and up to half of it more by chance, so that not all readers come back in the same moment.
 */
final class Backoff {
  private static final Duration USUAL = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int MOST_DOUBLINGS = 10;

  private final DoubleSupplier chance;
  private Duration retry = USUAL;
  private int inVain;

  /**
   * @param chance numbers from 0 to less than 1
   */
  Backoff(DoubleSupplier chance) {
    this.chance = chance;
  }

  /** The server asked to be left alone for so long. */
  void ask(Duration asked) {
    retry = asked;
  }

  /** The connection has brought something. */
  void succeeded() {
    inVain = 0;
  }

  /** How long to wait now. What the server asks for is kept even where it is very long. */
  Duration next() {
    Duration longest = retry.compareTo(LONGEST) > 0 ? retry : LONGEST;
    Duration doubled = retry.multipliedBy(1L << Math.min(inVain, MOST_DOUBLINGS));
    inVain++;
    Duration base = doubled.compareTo(longest) > 0 ? longest : doubled;
    return base.plusNanos((long) (base.toNanos() / 2 * chance.getAsDouble()));
  }
}
