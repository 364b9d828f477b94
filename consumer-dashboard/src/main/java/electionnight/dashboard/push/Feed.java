package electionnight.dashboard.push;

import java.util.function.Supplier;

/** What is pushed of one night: its ring of updates, and a snapshot for who has fallen off it. */
public final class Feed {
  private final Ring ring;
  private final Supplier<? extends Snapshot> night;
  private final Runnable onResync;
  private Frame snapshot;

  /**
   * @param capacity how many updates the ring keeps
   * @param night the night as it stands; must already be at the revision of any update appended
   * @param onResync told each time a client has fallen off the ring
   */
  Feed(int capacity, Supplier<? extends Snapshot> night, Runnable onResync) {
    this.ring = new Ring(capacity);
    this.night = night;
    this.onResync = onResync;
  }

  Ring ring() {
    return ring;
  }

  void resynced() {
    onResync.run();
  }

  /** The night as it stands, encoded at most once for each revision. */
  synchronized Frame snapshot() {
    Snapshot now = night.get();
    if (snapshot == null || snapshot.revision() != now.revision()) {
      snapshot = Frame.snapshot(now.revision(), now.json());
    }
    return snapshot;
  }
}
