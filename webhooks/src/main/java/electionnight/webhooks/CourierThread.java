package electionnight.webhooks;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one courier going. */
final class CourierThread {
  private static final Logger LOG = LoggerFactory.getLogger(CourierThread.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Courier courier;
  private final CompletableFuture<Void> failure;
  private final Thread thread;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private boolean away;

  private CourierThread(Courier courier, CompletableFuture<Void> failure) {
    this.courier = courier;
    this.failure = failure;
    thread = new Thread(this::run, "webhooks-" + courier.status().id());
    thread.start();
  }

  /**
   * @param failure is told what no further turn could mend
   */
  static CourierThread start(Courier courier, CompletableFuture<Void> failure) {
    return new CourierThread(courier, failure);
  }

  private void run() {
    try (courier) {
      while (stopped.getCount() > 0) {
        turn();
      }
    } catch (InterruptedException | InterruptException e) {
      LOG.debug("broken off", e);
    } catch (RuntimeException | Error e) {
      failure.completeExceptionally(e);
    }
  }

  private void turn() throws InterruptedException {
    try {
      courier.turn();
      away = false;
    } catch (RetriableException
        | CommitFailedException
        | RebalanceInProgressException
        | AuthenticationException e) {
      if (!away) {
        LOG.warn(
            "{}: Kafka has no answer, or refuses the login, and is asked until it has one: {}",
            courier.status().id(),
            e.getMessage());
      }
      away = true;
      stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** The id of its endpoint, once nothing more is delivered there. */
  Optional<String> ended() {
    return thread.isAlive() ? Optional.empty() : Optional.of(courier.status().id());
  }

  /** Lets the turn end that is under way. */
  void stop() {
    stopped.countDown();
  }

  /** Breaks off whatever is under way. */
  void breakOff() {
    thread.interrupt();
  }

  /**
   * Waits for the end.
   *
   * @param nanos the time by {@link System#nanoTime} until which
   */
  void awaitEnd(long nanos) throws InterruptedException {
    thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos - System.nanoTime())));
  }
}
