package electionnight.dashboard.push;

import electionnight.admin.Latency;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What is measured of the push. */
final class PushMetrics {
  /** Longer than any night, so that the percentiles of a run can be read at its end. */
  private static final Duration WHOLE_RUN = Duration.ofDays(2);

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
        Latency.timer(
                Broadcaster.PUBLISHED_TO_PUSHED,
                "From the publishing of an update to its being handed to all sockets")
            .publishPercentiles(0.5, 0.99)
            .percentilePrecision(SIGNIFICANT_DIGITS)
            .distributionStatisticExpiry(WHOLE_RUN)
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
