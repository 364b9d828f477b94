package electionnight.dashboard.push;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/** What can be done to a connection whatever is spoken over it. */
final class Connections {
  private Connections() {}

  /**
   * Vert.x closes a connection only after what was written to it has gone out, which to a client
   * that takes nothing is never; so all handlers are passed by and the channel closed beneath them.
   */
  static void drop(HttpConnection connection) {
    ((ConnectionBase) connection)
        .channelHandlerContext()
        .channel()
        .pipeline()
        .firstContext()
        .close();
  }
}
