package electionnight.dashboard.http;

import electionnight.cli.UserError;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.BindException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The start and the end of a Vert.x that listens. */
final class Listening {
  private static final Logger LOG = LoggerFactory.getLogger(Listening.class);

  private Listening() {}

  /**
   * Waits until it listens; where it cannot, it is closed.
   *
   * @param option by which the port is chosen
   * @throws UserError when the port is taken or the host is not ours
   */
  static <T> T await(Vertx vertx, Future<T> started, String option, String host, int port) {
    try {
      return started.toCompletionStage().toCompletableFuture().get();
    } catch (ExecutionException e) {
      vertx.close();
      throw failure(option, host, port, e.getCause());
    } catch (InterruptedException e) {
      vertx.close();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting to listen", e);
    }
  }

  /** Ends it, and waits for that for so long at most. */
  static void end(Vertx vertx, Duration patience) {
    try {
      vertx
          .close()
          .toCompletionStage()
          .toCompletableFuture()
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("A server did not close cleanly", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static RuntimeException failure(String option, String host, int port, Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    if (cause instanceof BindException && message.contains("in use")) {
      return new UserError(
          "Port " + port + " is in use; choose another with " + option + ", or 0 for a free one.",
          cause);
    }
    if (cause instanceof BindException || cause instanceof UnknownHostException) {
      return new UserError(
          "Cannot listen on port " + port + " of '" + host + "' (" + message + ").", cause);
    }
    return new IllegalStateException("the server cannot be started", cause);
  }
}
