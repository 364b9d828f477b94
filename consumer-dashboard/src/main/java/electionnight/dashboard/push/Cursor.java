package electionnight.dashboard.push;

/**
 * How far one client has read: it gets every revision in order that says something of what it
 * follows, or a snapshot, and nothing twice. Used by one thread.
 */
final class Cursor {
  private static final long SNAPSHOT_FIRST = -1;

  private final Channel channel;
  private long next;

  private Cursor(Channel channel, long next) {
    this.channel = channel;
    this.next = next;
  }

  /** For a client that has nothing yet. */
  static Cursor fromSnapshot(Channel channel) {
    return new Cursor(channel, SNAPSHOT_FIRST);
  }

  /**
   * For a client that says which revision it holds. Where it names this log, it has read it there,
   * maybe from a replica that is a moment ahead of this one, and goes on when this one is as far;
   * without a name a revision that the night has not reached is not believed, and of another log
   * none.
   */
  static Cursor after(Channel channel, EventId held) {
    boolean known =
        held.log()
            .map(channel.feed().night().log()::equals)
            .orElseGet(() -> held.revision() <= channel.feed().ring().newest());
    return new Cursor(channel, known ? held.revision() + 1 : SNAPSHOT_FIRST);
  }

  /** What the client is to be sent next, or null when it has everything. */
  Frame poll() {
    while (next != SNAPSHOT_FIRST) {
      if (next > channel.feed().ring().newest()) {
        return null;
      }
      Publication publication = channel.feed().ring().get(next);
      if (publication == null) {
        channel.feed().resynced();
        break;
      }
      next++;
      Frame update = channel.update(publication);
      if (!update.isSilent()) {
        return update;
      }
    }
    Frame snapshot = channel.snapshot();
    next = snapshot.revision() + 1;
    return snapshot;
  }

  /** The revision up to which the client has been told everything; 0 while nothing. */
  long told() {
    return Math.max(0, next - 1);
  }
}
