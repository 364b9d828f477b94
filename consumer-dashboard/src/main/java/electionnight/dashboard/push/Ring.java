package electionnight.dashboard.push;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The latest updates of one night. One thread appends, any thread reads, and neither ever waits: an
 * update carries its revision, so a reader that was overtaken finds another revision in the slot
 * and knows that its own is gone.
 */
final class Ring {
  private final AtomicReferenceArray<Publication> slots;
  private volatile long newest;

  /**
   * @param capacity how many updates are kept; at least 1
   */
  Ring(int capacity) {
    slots = new AtomicReferenceArray<>(capacity);
  }

  int capacity() {
    return slots.length();
  }

  /**
   * Adds an update. Revisions may leave a gap, and are then missing here, but never fall. One that
   * follows a gap is missing as well: nobody has what it changes.
   *
   * @throws IllegalArgumentException when the revision is not above the newest
   */
  void append(Publication publication) {
    long revision = publication.update().revision();
    if (revision <= newest) {
      throw new IllegalArgumentException("revision " + revision + " is not above " + newest);
    }
    slots.setRelease(slot(revision), publication.before().isPresent() ? publication : null);
    newest = revision;
  }

  /** The revision of the newest update; 0 before the first. */
  long newest() {
    return newest;
  }

  /** The update of a revision, or null where the ring does not hold it. */
  Publication get(long revision) {
    Publication publication = slots.getAcquire(slot(revision));
    return publication != null && publication.update().revision() == revision ? publication : null;
  }

  int slot(long revision) {
    return (int) (revision % slots.length());
  }
}
