package electionnight.dashboard.push;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** One reader of a stream. It has no queue: what it cannot take yet stays in the ring. */
final class Client {
  private final WriteStream<Buffer> socket;
  private final Cursor cursor;
  private final LongSupplier nanos;
  private final Runnable close;
  private boolean blocked;
  private long blockedSince;

  /**
   * @param nanos a clock such as {@link System#nanoTime}
   * @param close drops the connection with whatever is still unsent
   */
  Client(WriteStream<Buffer> socket, Cursor cursor, LongSupplier nanos, Runnable close) {
    this.socket = socket;
    this.cursor = cursor;
    this.nanos = nanos;
    this.close = close;
  }

  /** Writes what the client lacks, as far as its socket takes it. */
  void advance() {
    while (!socket.writeQueueFull()) {
      Frame frame = cursor.poll();
      if (frame == null) {
        return;
      }
      write(frame.bytes());
    }
  }

  /** Shows a silent connection to be alive; one that has bytes waiting needs no such proof. */
  void heartbeat(Buffer comment) {
    if (!socket.writeQueueFull()) {
      write(comment);
    }
  }

  /** The socket takes bytes again. */
  void drained() {
    blocked = false;
    advance();
  }

  /** For how long the socket has taken nothing; 0 while it does. */
  long blockedMillis() {
    return blocked ? TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - blockedSince) : 0;
  }

  /** Says goodbye. */
  void end(Buffer farewell) {
    socket.end(farewell);
  }

  /** Gives up on a client that takes nothing. */
  void close() {
    close.run();
  }

  private void write(Buffer bytes) {
    socket.write(bytes);
    if (socket.writeQueueFull() && !blocked) {
      blocked = true;
      blockedSince = nanos.getAsLong();
    }
  }
}
