package electionnight.quickstart;

import electionnight.admin.HealthCheck;
import electionnight.admin.Observed;
import electionnight.cli.Cluster;
import electionnight.cli.UserError;
import electionnight.dashboard.Dashboard;
import electionnight.dashboard.DashboardSettings;
import electionnight.domain.ElectionId;
import electionnight.domain.Scoreboard;
import electionnight.preflight.TopicSetup;
import electionnight.streams.StreamsApp;
import electionnight.streams.StreamsSettings;
import electionnight.wire.App;
import electionnight.wire.KafkaSettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts that run in one JVM: a broker unless there is one elsewhere, the fold, the dashboard.
 */
final class Quickstart implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Quickstart.class);
  private static final Duration READY_WITHIN = Duration.ofSeconds(60);

  /** Short, so that the work of a killed run is taken over soon after a start. */
  private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(6);

  private static final Duration COMMIT_INTERVAL = Duration.ofMillis(10);

  private static final List<App> RUN_HERE =
      List.of(App.PRODUCER, App.STREAMS_APP, App.CONSUMER_DASHBOARD);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final KafkaSettings kafka;
  private final Dashboard dashboard;
  private final StreamsApp streams;

  private Quickstart(
      DataFolder data,
      Optional<KafkaSettings> cluster,
      Function<String, KafkaSettings> embedded,
      DashboardSettings dashboardSettings,
      MeterRegistry meters)
      throws InterruptedException {
    try {
      parts.push(data);
      kafka =
          cluster.isPresent()
              ? cluster.get()
              : embedded.apply(started(EmbeddedBroker.start(data.kafka())).bootstrapServers());
      TopicSetup.make(kafka);
      if (cluster.isPresent()) {
        RUN_HERE.forEach(app -> Cluster.prepare(kafka, app));
      }
      dashboard = started(Dashboard.start(dashboardSettings, kafka, meters));
      streams =
          started(
              StreamsApp.start(
                  new StreamsSettings(
                      data.streams(),
                      COMMIT_INTERVAL,
                      SESSION_TIMEOUT,
                      cluster.isPresent() ? Optional.empty() : Optional.of("quickstart"),
                      1,
                      0),
                  kafka,
                  meters));
      streams.running().get(READY_WITHIN.toSeconds(), TimeUnit.SECONDS);
      Poll.until(READY_WITHIN, "the dashboard has read the log", dashboard::caughtUp);
    } catch (ExecutionException e) {
      close();
      throw new UserError("Kafka Streams did not get to work: " + e.getMessage(), e);
    } catch (TimeoutException e) {
      close();
      throw new UserError(
          "Kafka Streams did not get to work within " + READY_WITHIN.toSeconds() + " seconds.", e);
    } catch (RuntimeException | InterruptedException e) {
      close();
      throw e;
    }
  }

  /**
   * Starts everything and returns when it is ready for declarations.
   *
   * @param data closed with this
   * @param cluster an external cluster; empty for a broker in this process
   * @param embedded the settings for the broker in this process, by its bootstrap servers
   * @throws UserError when something outside the program is in the way
   */
  static Quickstart start(
      DataFolder data,
      Optional<KafkaSettings> cluster,
      Function<String, KafkaSettings> embedded,
      DashboardSettings dashboard,
      MeterRegistry meters)
      throws InterruptedException {
    return new Quickstart(data, cluster, embedded, dashboard, meters);
  }

  KafkaSettings kafka() {
    return kafka;
  }

  Dashboard dashboard() {
    return dashboard;
  }

  /**
   * What there is to see of all parts together.
   *
   * @param meters those that it was started with
   */
  Observed observed(PrometheusMeterRegistry meters) {
    List<HealthCheck> checks =
        Stream.concat(streams.checks().stream(), dashboard.checks().stream()).toList();
    return new Observed("quickstart", kafka, meters, checks, dashboard.routes());
  }

  /** Waits until everything that was published before this call has been folded and is shown. */
  Scoreboard drained(ElectionId election) throws InterruptedException {
    new Drain(kafka, dashboard).await();
    return dashboard.scoreboard(election).orElseThrow();
  }

  /** Stops the parts, the last started first; a second call does nothing. */
  @Override
  public synchronized void close() {
    // Who closes because of an interrupt still wants everything stopped in order.
    boolean interrupted = Thread.interrupted();
    while (!parts.isEmpty()) {
      AutoCloseable part = parts.pop();
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("{} did not stop cleanly", part.getClass().getSimpleName(), e);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private <T extends AutoCloseable> T started(T part) {
    parts.push(part);
    return part;
  }
}
