package electionnight.dashboard.push;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/** One reader of a stream. It has no queue: what it cannot take yet stays in the ring. */
final class Client {
  private final Outlet outlet;
  private final Cursor cursor;
  private final LongSupplier nanos;
  private long wroteAt;

  /**
   * @param nanos a clock such as {@link System#nanoTime}
   */
  Client(Outlet outlet, Cursor cursor, LongSupplier nanos) {
    this.outlet = outlet;
    this.cursor = cursor;
    this.nanos = nanos;
    this.wroteAt = nanos.getAsLong();
  }

  /** Writes what the client lacks, as far as its connection takes it. */
  void advance() {
    while (takesMore()) {
      Frame frame = cursor.poll();
      if (frame == null) {
        return;
      }
      write(frame.bytes());
    }
  }

  /**
   * Shows a connection that was silent for so long to be alive; one that has bytes waiting needs no
   * such proof.
   */
  void heartbeat(Duration silence) {
    if (takesMore() && nanos.getAsLong() - wroteAt >= silence.toNanos()) {
      String json = "{\"revision\":" + cursor.told() + "}";
      write(
          outlet
              .format()
              .event("heartbeat", Optional.empty(), json.getBytes(StandardCharsets.US_ASCII)));
    }
  }

  /** For how long the connection has taken nothing; a closed one may wait for its other end. */
  Duration blockedFor() {
    return takesMore() ? Duration.ZERO : Duration.ofNanos(nanos.getAsLong() - wroteAt);
  }

  /** Says goodbye. */
  void end() {
    outlet.end();
  }

  /** Gives up on a client that takes nothing. */
  void drop() {
    outlet.drop();
  }

  private boolean takesMore() {
    return !outlet.isClosed() && !outlet.isFull();
  }

  private void write(Buffer event) {
    outlet.write(event);
    wroteAt = nanos.getAsLong();
  }
}
