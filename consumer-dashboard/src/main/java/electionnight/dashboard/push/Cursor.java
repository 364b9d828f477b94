package electionnight.dashboard.push;

/**
 * How far one client has read: it gets every revision in order, or a snapshot, and nothing twice.
 * Used by one thread.
 */
final class Cursor {
  private static final long SNAPSHOT_FIRST = -1;

  private final Feed feed;
  private long next;

  private Cursor(Feed feed, long next) {
    this.feed = feed;
    this.next = next;
  }

  /** For a client that has nothing yet. */
  static Cursor fromSnapshot(Feed feed) {
    return new Cursor(feed, SNAPSHOT_FIRST);
  }

  /**
   * For a client that says which revision it holds. One that the night has not reached is not
   * believed.
   */
  static Cursor after(Feed feed, long revision) {
    boolean known = revision >= 0 && revision <= feed.ring().newest();
    return new Cursor(feed, known ? revision + 1 : SNAPSHOT_FIRST);
  }

  /** What the client is to be sent next, or null when it has everything. */
  Frame poll() {
    if (next != SNAPSHOT_FIRST) {
      if (next > feed.ring().newest()) {
        return null;
      }
      Frame update = feed.ring().get(next);
      if (update != null) {
        next++;
        return update;
      }
      feed.resynced();
    }
    Frame snapshot = feed.snapshot();
    next = snapshot.revision() + 1;
    return snapshot;
  }
}
