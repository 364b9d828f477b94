package electionnight.streams;

import electionnight.admin.HealthCheck;
import electionnight.cli.Cluster;
import electionnight.cli.KafkaMistake;
import electionnight.cli.UserError;
import electionnight.wire.App;
import electionnight.wire.KafkaSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running fold. */
public final class StreamsApp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsApp.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(7);
  private static final Duration BETWEEN_LOGINS = Duration.ofSeconds(1);

  private final KafkaStreams streams;
  private final KafkaSettings kafka;
  private final CloseOptions stop;
  private final KafkaStreamsMetrics kafkaMeters;
  private final ThreadFailures failures;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final CompletableFuture<Void> running = new CompletableFuture<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  private StreamsApp(
      KafkaStreams streams, StreamsSettings settings, KafkaSettings kafka, MeterRegistry meters) {
    this.streams = streams;
    this.kafka = kafka;
    failures = new ThreadFailures(settings.sessionTimeout(kafka), System::nanoTime, this::pause);
    stop =
        CloseOptions.timeout(STOP_WITHIN)
            .withGroupMembershipOperation(membership(settings.hasAName(kafka)));
    kafkaMeters = new KafkaStreamsMetrics(streams);
    for (State state : State.values()) {
      Gauge.builder("election.night.streams.state", () -> streams.state() == state ? 1 : 0)
          .description("1 for the state that Kafka Streams is in")
          .tag("state", state.name())
          .register(meters);
    }
    // Bound earlier, it would not see what Streams measures of tasks.
    running.thenRunAsync(() -> kafkaMeters.bindTo(meters));
  }

  /**
   * Starts the fold; the topics must be there.
   *
   * @throws UserError when a setting has a value that Kafka Streams refuses, or its folder is in
   *     use
   */
  public static StreamsApp start(
      StreamsSettings settings, KafkaSettings kafka, MeterRegistry meters) {
    StreamsApp app = new StreamsApp(create(settings, kafka, meters), settings, kafka, meters);
    app.streams.setStateListener(app::onState);
    app.streams.setUncaughtExceptionHandler(app.failures);
    app.streams.start();
    return app;
  }

  /** Others go on at once, unless the work is to wait for an instance that is started again. */
  private static GroupMembershipOperation membership(boolean hasAName) {
    return hasAName
        ? GroupMembershipOperation.REMAIN_IN_GROUP
        : GroupMembershipOperation.LEAVE_GROUP;
  }

  private static KafkaStreams create(
      StreamsSettings settings, KafkaSettings kafka, MeterRegistry meters) {
    try {
      Properties config = new Properties();
      config.putAll(settings.config(kafka));
      return new KafkaStreams(NightTopology.build(kafka, meters), config);
    } catch (KafkaException | IllegalArgumentException | IllegalStateException e) {
      throw KafkaMistake.of("Kafka Streams cannot start", e);
    }
  }

  private void onState(State now, State before) {
    LOG.debug("streams went from {} to {}", before, now);
    switch (now) {
      case RUNNING -> running.complete(null);
      case ERROR, NOT_RUNNING -> {
        running.completeExceptionally(new IllegalStateException("streams are " + now));
        ended.countDown();
      }
      default -> {}
    }
  }

  private void pause() {
    try {
      stopping.await(BETWEEN_LOGINS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Done when every task runs for the first time; fails when that will never be. */
  public Future<Void> running() {
    return running;
  }

  /** What has to be well for what is published to be folded here. */
  public List<HealthCheck> checks() {
    return List.of(new HealthCheck("streams", this::notRunning));
  }

  private Optional<String> notRunning() {
    State state = streams.state();
    return state == State.RUNNING ? Optional.empty() : Optional.of("streams are " + state);
  }

  /**
   * Waits until it has stopped, for whatever reason.
   *
   * @throws UserError when it could not go on
   */
  public void awaitEnd() throws InterruptedException {
    ended.await();
    Optional<Throwable> fatal = failures.fatal();
    if (fatal.isPresent()) {
      throw why(fatal.get());
    }
  }

  private UserError why(Throwable failure) {
    return ThreadFailures.refusal(failure)
        .map(refusal -> Cluster.refusal(kafka, App.STREAMS_APP, refusal))
        .orElseGet(() -> failedAgain(failure));
  }

  /** The root cause in a line; the traces are in the log. */
  static UserError failedAgain(Throwable failure) {
    return KafkaMistake.of("The fold failed again and again, and ends", failure);
  }

  /** Commits what is done and stops within 7 seconds. */
  @Override
  public void close() {
    stopping.countDown();
    if (!streams.close(stop)) {
      LOG.warn("streams did not stop within {} s", STOP_WITHIN.toSeconds());
    }
    kafkaMeters.close();
  }
}
