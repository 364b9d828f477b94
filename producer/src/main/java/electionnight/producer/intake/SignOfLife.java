package electionnight.producer.intake;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * Whether the event loop still does what it is asked: each look asks it, once it has answered the
 * look before.
 */
final class SignOfLife {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final LongSupplier nanoClock;
  private final AtomicReference<Long> askedAt = new AtomicReference<>();

  SignOfLife(Vertx vertx, LongSupplier nanoClock) {
    this.vertx = vertx;
    this.nanoClock = nanoClock;
  }

  /** For how long there has been none; empty for a while that is nothing. */
  Optional<Duration> missing() {
    long now = nanoClock.getAsLong();
    Long asked = askedAt.get();
    if (asked == null) {
      askedAt.set(now);
      vertx.runOnContext(alive -> askedAt.set(null));
      return Optional.empty();
    }
    return Optional.of(Duration.ofNanos(now - asked))
        .filter(silence -> silence.compareTo(PATIENCE) > 0);
  }
}
