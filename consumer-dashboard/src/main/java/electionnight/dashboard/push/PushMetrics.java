package electionnight.dashboard.push;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What is measured of the push. */
final class PushMetrics {
  /** Longer than any night, so that the percentiles of a run can be read at its end. */
  private static final Duration WHOLE_RUN = Duration.ofDays(2);

  /** Where a histogram of it is cut: around what is fresh, and around what people notice. */
  private static final Duration[] BOUNDS =
      IntStream.of(5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private static final int SIGNIFICANT_DIGITS = 3;

  private final AtomicInteger clients = new AtomicInteger();
  private final Counter resyncs;
  private final Counter slowCloses;
  private final Timer publishedToPushed;

  PushMetrics(MeterRegistry registry) {
    Gauge.builder("election.night.push.clients", clients::get)
        .description("Open streams and sockets")
        .register(registry);
    resyncs =
        Counter.builder("election.night.push.resyncs")
            .description("Snapshots sent to clients that had fallen off the ring")
            .register(registry);
    slowCloses =
        Counter.builder("election.night.push.slow.closes")
            .description("Clients closed because they took nothing")
            .register(registry);
    publishedToPushed =
        Timer.builder(Broadcaster.PUBLISHED_TO_PUSHED)
            .description("From the publishing of an update to its being handed to all sockets")
            .publishPercentiles(0.5, 0.99)
            .percentilePrecision(SIGNIFICANT_DIGITS)
            .distributionStatisticExpiry(WHOLE_RUN)
            .serviceLevelObjectives(BOUNDS)
            .register(registry);
  }

  void joined() {
    clients.incrementAndGet();
  }

  void left() {
    clients.decrementAndGet();
  }

  void resync() {
    resyncs.increment();
  }

  long resyncs() {
    return (long) resyncs.count();
  }

  void slowClose() {
    slowCloses.increment();
  }

  long slowCloses() {
    return (long) slowCloses.count();
  }

  /**
   * @param millis by two machines' clocks, so it may come out below 0
   */
  void pushed(long millis) {
    publishedToPushed.record(Math.max(0, millis), TimeUnit.MILLISECONDS);
  }
}
