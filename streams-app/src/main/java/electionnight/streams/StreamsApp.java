package electionnight.streams;

import electionnight.cli.KafkaMistake;
import electionnight.cli.UserError;
import electionnight.wire.KafkaSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running fold. */
public final class StreamsApp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsApp.class);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

  private final KafkaStreams streams;
  private final CompletableFuture<Void> running = new CompletableFuture<>();
  private final CountDownLatch ended = new CountDownLatch(1);

  private StreamsApp(KafkaStreams streams) {
    this.streams = streams;
  }

  /**
   * Starts the fold; the topics must be there.
   *
   * @throws UserError when a setting has a value that Kafka Streams refuses, or its folder is in
   *     use
   */
  public static StreamsApp start(
      StreamsSettings settings, KafkaSettings kafka, MeterRegistry meters) {
    Properties config = new Properties();
    config.putAll(settings.config(kafka));
    StreamsApp app = new StreamsApp(create(kafka, meters, config));
    app.streams.setStateListener(app::onState);
    app.streams.setUncaughtExceptionHandler(new ThreadFailures(System::nanoTime));
    app.streams.start();
    return app;
  }

  private static KafkaStreams create(KafkaSettings kafka, MeterRegistry meters, Properties config) {
    try {
      return new KafkaStreams(NightTopology.build(kafka, meters), config);
    } catch (KafkaException | IllegalStateException e) {
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

  /** Done when every task runs for the first time; fails when that will never be. */
  public Future<Void> running() {
    return running;
  }

  /** Waits until it has stopped, for whatever reason. */
  public void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /** Commits what is done and stops within 10 seconds. */
  @Override
  public void close() {
    if (!streams.close(STOP_WITHIN)) {
      LOG.warn("streams did not stop within {} s", STOP_WITHIN.toSeconds());
    }
  }
}
