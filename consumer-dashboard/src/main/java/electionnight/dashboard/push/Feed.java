package electionnight.dashboard.push;

import electionnight.dashboard.view.NightView;
import electionnight.dashboard.view.Selection;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What is pushed of one night: its ring of updates, and the channels that clients follow. */
public final class Feed {
  private final Ring ring;
  private final Supplier<NightView> night;
  private final Runnable onResync;
  // Weak, so that a channel is forgotten with its last client.
  private final Map<Key, WeakReference<Channel>> channels = new HashMap<>();

  private record Key(Selection selection, EventFormat format) {}

  /**
   * @param capacity how many updates the ring keeps
   * @param night the night as it stands; must already be at the revision of any update appended
   * @param onResync told each time a client has fallen off the ring
   */
  Feed(int capacity, Supplier<NightView> night, Runnable onResync) {
    this.ring = new Ring(capacity);
    this.night = night;
    this.onResync = onResync;
  }

  Ring ring() {
    return ring;
  }

  NightView night() {
    return night.get();
  }

  void resynced() {
    onResync.run();
  }

  /** The channel of a selection, the same for all clients that use it at a time. */
  synchronized Channel channel(Selection selection, EventFormat format) {
    Key key = new Key(selection, format);
    return Optional.ofNullable(channels.get(key))
        .map(WeakReference::get)
        .orElseGet(
            () -> {
              channels.values().removeIf(channel -> channel.refersTo(null));
              Channel made = new Channel(this, selection, format);
              channels.put(key, new WeakReference<>(made));
              return made;
            });
  }
}
