package electionnight.dashboard.push;

import electionnight.dashboard.view.NightView;
import electionnight.domain.ElectionId;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Pushes the updates of all nights to all clients. A burst of updates costs one task for each event
 * loop, however many updates and clients there are.
 */
public final class Broadcaster {
  /** The timer from the publishing of an update to its being handed to all sockets. */
  public static final String PUBLISHED_TO_PUSHED = "election.night.published.to.pushed";

  private final PushSettings settings;
  private final PushMetrics metrics;
  private final Map<ElectionId, Feed> feeds = new ConcurrentHashMap<>();
  private final List<Lane> lanes = new CopyOnWriteArrayList<>();
  private final List<PushListener> listeners = new CopyOnWriteArrayList<>();

  /**
   * @param registry where the push is measured
   */
  public Broadcaster(PushSettings settings, MeterRegistry registry) {
    this.settings = settings;
    this.metrics = new PushMetrics(registry);
  }

  /** Adds a listener; it hears of what is pushed from now on. */
  public void listen(PushListener listener) {
    listeners.add(listener);
  }

  /** Opens a lane for the current event loop. */
  public Lane lane(Context loop) {
    Lane lane = new Lane(loop, settings, metrics);
    lanes.add(lane);
    return lane;
  }

  /**
   * The feed of a night, made when it is first asked for.
   *
   * @param night the night as it stands
   */
  public Feed open(ElectionId election, Supplier<NightView> night) {
    return feeds.computeIfAbsent(
        election, id -> new Feed(settings.ringCapacity(), night, metrics::resync));
  }

  /** The feed of a night that has one. */
  public Optional<Feed> feed(ElectionId election) {
    return Optional.ofNullable(feeds.get(election));
  }

  /** Pushes a burst of updates; always from the same thread, and does not wait for it. */
  public void publish(List<Publication> burst) {
    if (burst.isEmpty()) {
      return;
    }
    burst.forEach(publication -> publication.feed().ring().append(publication));
    Set<Feed> touched = burst.stream().map(Publication::feed).collect(Collectors.toSet());
    List<Lane> all = List.copyOf(lanes);
    AtomicInteger busy = new AtomicInteger(all.size());
    for (Lane lane : all) {
      lane.run(
          () -> {
            lane.advance(touched);
            if (busy.decrementAndGet() == 0) {
              pushed(burst);
            }
          });
    }
    if (all.isEmpty()) {
      pushed(burst);
    }
  }

  /** Done when all that was published before this call has been pushed. */
  public CompletableFuture<Void> pushed() {
    return CompletableFuture.allOf(
        lanes.stream()
            .map(
                lane -> {
                  CompletableFuture<Void> reached = new CompletableFuture<>();
                  lane.run(() -> reached.complete(null));
                  return reached;
                })
            .toArray(CompletableFuture<?>[]::new));
  }

  /** How many snapshots have been sent to clients that had fallen off the ring. */
  public long resyncs() {
    return metrics.resyncs();
  }

  /** How many clients have been closed because they took nothing. */
  public long slowCloses() {
    return metrics.slowCloses();
  }

  /** Sends every client away to come back later. */
  public void endAll() {
    lanes.forEach(lane -> lane.run(lane::endAll));
  }

  /**
   * Every event loop takes bursts in their order, so the last one to finish a burst finishes it
   * before any finishes the next: listeners hear of updates in order.
   */
  private void pushed(List<Publication> burst) {
    long now = System.currentTimeMillis();
    for (Publication publication : burst) {
      if (publication.live()) {
        metrics.pushed(now - publication.publishedAt());
      }
      listeners.forEach(listener -> listener.onPushed(publication.update(), publication.live()));
    }
  }
}
