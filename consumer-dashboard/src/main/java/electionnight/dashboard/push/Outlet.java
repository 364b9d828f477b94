package electionnight.dashboard.push;

import io.vertx.core.buffer.Buffer;

/** A connection to one reader, in whatever protocol. Used on its event loop only. */
public interface Outlet {
  /** How events are written to it. */
  EventFormat format();

  /** Whether one of the two sides has ended it, so that nothing can be written any more. */
  boolean isClosed();

  /**
   * Whether it takes no more for now; it says when it does again. Not to be asked of a closed one.
   */
  boolean isFull();

  /** Writes an event of its format. */
  void write(Buffer event);

  /** Says goodbye, and when to come back; nothing can be written after it. */
  void end();

  /** Drops the connection with whatever is still unsent. */
  void drop();

  /** Tells each time when it is no longer full. */
  void onDrain(Runnable drained);

  /** Tells once when the connection is gone; not one that is gone already. */
  void onClose(Runnable closed);
}
