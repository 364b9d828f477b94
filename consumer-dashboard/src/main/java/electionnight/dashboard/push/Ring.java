package electionnight.dashboard.push;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The latest updates of one night. One thread appends, any thread reads, and neither ever waits: a
 * frame carries its revision, so a reader that was overtaken finds another revision in the slot and
 * knows that its own is gone.
 */
final class Ring {
  private final AtomicReferenceArray<Frame> slots;
  private volatile long newest;

  /**
   * @param capacity how many updates are kept; at least 1
   */
  Ring(int capacity) {
    slots = new AtomicReferenceArray<>(capacity);
  }

  /**
   * Adds an update. Revisions may leave a gap, and are then missing here, but never fall.
   *
   * @throws IllegalArgumentException when the revision is not above the newest
   */
  void append(Frame frame) {
    if (frame.revision() <= newest) {
      throw new IllegalArgumentException(
          "revision " + frame.revision() + " is not above " + newest);
    }
    slots.setRelease(slot(frame.revision()), frame);
    newest = frame.revision();
  }

  /** The revision of the newest update; 0 before the first. */
  long newest() {
    return newest;
  }

  /** The update of a revision, or null where the ring does not hold it. */
  Frame get(long revision) {
    Frame frame = slots.getAcquire(slot(revision));
    return frame != null && frame.revision() == revision ? frame : null;
  }

  private int slot(long revision) {
    return (int) (revision % slots.length());
  }
}
