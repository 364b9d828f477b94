package electionnight.admin;

import electionnight.admin.Health.Checked;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second at all that has to be well, on a thread of its own, so that whoever asks is
 * answered at once, whatever a check waits for.
 */
final class Readiness implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /** After so long without a look what was seen last is not believed any more. */
  private static final Duration OUTDATED = Duration.ofSeconds(10);

  private final List<HealthCheck> checks;
  private final LongSupplier nanoClock;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(task -> DaemonThread.of(task, "health"));
  private volatile Seen seen;

  /** What was seen last. */
  private record Seen(Health health, long at) {}

  /**
   * @param nanoClock such as {@link System#nanoTime}
   */
  Readiness(List<HealthCheck> checks, LongSupplier nanoClock) {
    this.checks = List.copyOf(checks);
    this.nanoClock = nanoClock;
    seen = new Seen(Health.of(List.of(starting())), nanoClock.getAsLong());
  }

  void start() {
    looks.scheduleWithFixedDelay(this::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether the app is ready. */
  Health health() {
    Seen last = seen;
    Duration age = Duration.ofNanos(nanoClock.getAsLong() - last.at());
    if (age.compareTo(OUTDATED) <= 0) {
      return last.health();
    }
    String reason = "no check has ended for " + age.toSeconds() + " s";
    return Health.of(List.of(Checked.of("checks", Optional.of(reason))));
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }

  void look() {
    boolean wasUp = seen.health().isUp();
    Health now = Health.of(checks.stream().map(Readiness::look).toList());
    if (Thread.currentThread().isInterrupted()) {
      return;
    }
    seen = new Seen(now, nanoClock.getAsLong());
    if (now.isUp() && !wasUp) {
      LOG.info("Ready");
    } else if (wasUp && !now.isUp()) {
      LOG.warn("Not ready any more: {}", now.reasons());
    }
  }

  private static Checked look(HealthCheck check) {
    try {
      return Checked.of(check.name(), check.failing().get());
    } catch (RuntimeException e) {
      LOG.error("the check '{}' has a bug", check.name(), e);
      return Checked.of(check.name(), Optional.of("the check itself failed: " + e));
    }
  }

  private static Checked starting() {
    return Checked.of("checks", Optional.of("nothing has been checked yet"));
  }
}
