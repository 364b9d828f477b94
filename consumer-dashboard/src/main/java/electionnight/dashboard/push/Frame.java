package electionnight.dashboard.push;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;
import java.nio.ByteBuffer;

/**
 * One event of a night's stream, encoded once and written to every client as it is.
 *
 * @param revision the night's revision that a client holds once it has read this
 * @param bytes the whole event; must not be changed
 */
record Frame(long revision, Buffer bytes) {
  private static final Buffer NOTHING = Buffer.buffer();

  /**
   * An event where the sockets can take it from. On the heap it would be copied for each client,
   * and the copies of all who lag would fill the memory that the ring is there to save.
   */
  static Frame of(long revision, Buffer event) {
    ByteBuffer direct = ByteBuffer.allocateDirect(event.length()).put(event.getBytes()).flip();
    return new Frame(revision, BufferInternal.buffer(Unpooled.wrappedBuffer(direct)));
  }

  /** Stands for an update that says nothing to these clients. */
  static Frame silent(long revision) {
    return new Frame(revision, NOTHING);
  }

  boolean isSilent() {
    return bytes == NOTHING;
  }
}
