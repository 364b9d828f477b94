package electionnight.producer.publish;

import electionnight.cli.UserError;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The acknowledgements that one source waits for. */
public final class Acknowledgements {
  private static final Logger LOG = LoggerFactory.getLogger(Acknowledgements.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private long missing;
  private long failed;
  private Throwable firstFailure;

  /**
   * Adds one to wait for.
   *
   * @throws InterruptedException when it will not come because its sender was told to stop
   * @throws UserError when Kafka has given up on an earlier one: no use in sending more
   */
  public synchronized void expect(CompletableFuture<?> acknowledgement)
      throws InterruptedException {
    missing++;
    acknowledgement.whenComplete((done, failure) -> arrived(failure));
    check();
  }

  /**
   * Waits for all that were added.
   *
   * @throws UserError when Kafka has given up on one
   */
  public synchronized void await() throws InterruptedException {
    while (missing > 0) {
      long before = missing;
      wait(PATIENCE.toMillis());
      if (missing == before) {
        LOG.warn("Kafka has not acknowledged {} messages yet; waiting", missing);
      }
    }
    check();
  }

  private synchronized void arrived(Throwable failure) {
    missing--;
    if (failure != null) {
      failed++;
      if (firstFailure == null) {
        firstFailure = failure instanceof CompletionException ? failure.getCause() : failure;
      }
    }
    notifyAll();
  }

  private void check() throws InterruptedException {
    if (firstFailure instanceof InterruptException) {
      // It leaves the flag set, an InterruptedException does not.
      Thread.interrupted();
      throw new InterruptedException("stopped while publishing");
    }
    if (failed > 0) {
      throw new UserError(
          "Kafka did not acknowledge "
              + (failed == 1 ? "a message" : failed + " messages")
              + " ("
              + firstFailure.getMessage()
              + "); start again, nothing counts twice.",
          firstFailure);
    }
  }
}
