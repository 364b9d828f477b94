package electionnight.producer.intake;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Keeps connections from using up what the process has: so many at once, and none for long that
 * brings nobody who may send. For the event loop alone.
 */
final class Connections implements Handler<HttpConnection> {
  private static final int MOST = 1_000;

  private final Vertx vertx;
  private final Duration knownWithin;
  private final Map<HttpConnection, Long> ofStrangers = new HashMap<>();
  private int open;

  /**
   * @param knownWithin how long a stranger's connection is kept
   */
  Connections(Vertx vertx, Duration knownWithin) {
    this.vertx = vertx;
    this.knownWithin = knownWithin;
  }

  /** A new connection. */
  @Override
  public void handle(HttpConnection connection) {
    if (open >= MOST) {
      connection.close();
      return;
    }
    open++;
    ofStrangers.put(connection, vertx.setTimer(knownWithin.toMillis(), now -> connection.close()));
    connection.closeHandler(gone -> leave(connection));
  }

  /** Somebody who may send has sent by it. */
  void known(HttpConnection connection) {
    Long deadline = ofStrangers.remove(connection);
    if (deadline != null) {
      vertx.cancelTimer(deadline);
    }
  }

  private void leave(HttpConnection connection) {
    open--;
    known(connection);
  }
}
