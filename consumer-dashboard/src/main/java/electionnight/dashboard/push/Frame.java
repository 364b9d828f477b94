package electionnight.dashboard.push;

import io.vertx.core.buffer.Buffer;

/**
 * One event of a night's stream, encoded once and written to every client as it is.
 *
 * @param revision the night's revision that a client holds once it has read this
 * @param bytes the whole event; must not be changed
 */
record Frame(long revision, Buffer bytes) {
  private static final Buffer NOTHING = Buffer.buffer();

  /** Stands for an update that says nothing to these clients. */
  static Frame silent(long revision) {
    return new Frame(revision, NOTHING);
  }

  boolean isSilent() {
    return bytes == NOTHING;
  }
}
