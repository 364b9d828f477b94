package electionnight.dashboard.push;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrameType;
import io.vertx.core.http.impl.websocket.WebSocketFrameImpl;
import io.vertx.core.internal.buffer.BufferInternal;
import java.util.concurrent.TimeUnit;

/** A WebSocket. What its client says is not listened to, and closes it when it is too much. */
public final class SocketOutlet implements Outlet {
  /** The close codes of RFC 6455 and its registry. */
  private static final short POLICY_VIOLATION = 1008;

  private static final short SERVICE_RESTART = 1012;

  private static final int MOST_FRAMES_A_MINUTE = 120;

  private final ServerWebSocket socket;
  private final HttpConnection connection;
  private long minute;
  private int frames;

  /**
   * @param connection beneath it
   */
  public SocketOutlet(ServerWebSocket socket, HttpConnection connection) {
    this.socket = socket;
    this.connection = connection;
    socket.exceptionHandler(failure -> {});
    socket.frameHandler(frame -> heard());
  }

  @Override
  public EventFormat format() {
    return EventFormat.SOCKET;
  }

  @Override
  public boolean isClosed() {
    return socket.isClosed();
  }

  @Override
  public boolean isFull() {
    return socket.writeQueueFull();
  }

  @Override
  public void write(Buffer event) {
    // Made of a text, a frame would be decoded and encoded again for each client.
    socket.writeFrame(
        new WebSocketFrameImpl(
            WebSocketFrameType.TEXT, ((BufferInternal) event).getByteBuf(), true));
  }

  @Override
  public void end() {
    socket.close(SERVICE_RESTART, "come back in " + Farewell.retryMillis() + " ms");
  }

  @Override
  public void drop() {
    Connections.drop(connection);
  }

  @Override
  public void onDrain(Runnable drained) {
    socket.drainHandler(nothing -> drained.run());
  }

  @Override
  public void onClose(Runnable closed) {
    socket.closeHandler(nothing -> closed.run());
  }

  private void heard() {
    long now = TimeUnit.NANOSECONDS.toMinutes(System.nanoTime());
    frames = now == minute ? frames + 1 : 1;
    minute = now;
    if (frames > MOST_FRAMES_A_MINUTE && !socket.isClosed()) {
      socket.close(POLICY_VIOLATION, "nothing is to be said here");
    }
  }
}
