package electionnight.dashboard.push;

import electionnight.dashboard.view.NightView;
import electionnight.dashboard.view.Selection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What all clients of a night share that follow the same in the same format: each event is encoded
 * when the first of them is to have it, and never again while it is in the ring.
 */
final class Channel {
  private final Feed feed;
  private final Selection selection;
  private final EventFormat format;
  private final AtomicReferenceArray<Frame> updates;
  private Frame snapshot;
  private String snapshotVersion = "";

  Channel(Feed feed, Selection selection, EventFormat format) {
    this.feed = feed;
    this.selection = selection;
    this.format = format;
    this.updates = new AtomicReferenceArray<>(feed.ring().capacity());
  }

  Feed feed() {
    return feed;
  }

  EventFormat format() {
    return format;
  }

  /** An update that is in the ring; silent where it says nothing of what is followed. */
  Frame update(Publication publication) {
    long revision = publication.update().revision();
    int slot = feed.ring().slot(revision);
    Frame known = updates.getAcquire(slot);
    return known != null && known.revision() == revision ? known : encode(publication, slot);
  }

  private synchronized Frame encode(Publication publication, int slot) {
    long revision = publication.update().revision();
    Frame known = updates.getAcquire(slot);
    if (known != null && known.revision() == revision) {
      return known;
    }
    Frame frame =
        selection
            .update(publication.update(), publication.json(), publication.before().orElseThrow())
            .map(json -> frame("update", revision, json))
            .orElseGet(() -> Frame.silent(revision));
    // Whoever was overtaken meanwhile must not take the place of what came after.
    if (known == null || known.revision() < revision) {
      updates.setRelease(slot, frame);
    }
    return frame;
  }

  /** The night as it stands, encoded at most once for each version of it. */
  synchronized Frame snapshot() {
    NightView now = feed.night();
    String version = now.version();
    if (!snapshotVersion.equals(version)) {
      snapshot = frame("snapshot", now.revision(), selection.snapshot(now));
      snapshotVersion = version;
    }
    return snapshot;
  }

  private Frame frame(String name, long revision, byte[] json) {
    EventId id = new EventId(revision, Optional.of(feed.night().log()));
    return Frame.of(revision, format.event(name, Optional.of(id), json));
  }
}
