package electionnight.producer.intake;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Slows down those who send wrong tokens, by their address. A right token is never slowed: a
 * newsroom may share its address with a stranger. Of very many addresses it remembers the last. Not
 * for several threads.
 */
final class Strangers {
  private static final int BURST = 10;
  private static final double PER_SECOND = 0.2;
  private static final int MOST_ADDRESSES = 10_000;

  private final LongSupplier nanoClock;
  private final Map<String, RateLimit> limits =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RateLimit> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  Strangers(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /** Another wrong token; says how long to wait, where there were too many. */
  Optional<Duration> knock(String address) {
    return limits
        .computeIfAbsent(address, any -> new RateLimit(PER_SECOND, BURST, nanoClock))
        .take();
  }
}
