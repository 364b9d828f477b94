package electionnight.dashboard.push;

import electionnight.dashboard.view.Selection;
import io.vertx.core.Context;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The clients of one event loop. Everything but {@link #run} happens on that loop, so a client is
 * never touched by two threads.
 */
public final class Lane {
  private final Context loop;
  private final PushSettings settings;
  private final PushMetrics metrics;
  // Concurrent only because a client may leave while the others are gone through.
  private final Map<Feed, Set<Client>> clients = new ConcurrentHashMap<>();

  /** Must be made on the event loop that it is to use. */
  Lane(Context loop, PushSettings settings, PushMetrics metrics) {
    this.loop = loop;
    this.settings = settings;
    this.metrics = metrics;
    loop.owner().setPeriodic(settings.heartbeatCheck().toMillis(), timer -> heartbeat());
    loop.owner().setPeriodic(settings.slowCheck().toMillis(), timer -> closeSlow());
  }

  /**
   * Streams a night to a reader until one of the two goes away; not to one that already has.
   *
   * @param held the last event that the client has read; empty where it has none
   */
  public void attach(Feed feed, Selection selection, Outlet outlet, Optional<EventId> held) {
    if (outlet.isClosed()) {
      return;
    }
    Channel channel = feed.channel(selection, outlet.format());
    Cursor cursor =
        held.map(id -> Cursor.after(channel, id)).orElseGet(() -> Cursor.fromSnapshot(channel));
    Client client = new Client(outlet, cursor, System::nanoTime);
    Set<Client> readers = clients.computeIfAbsent(feed, night -> ConcurrentHashMap.newKeySet());
    outlet.onDrain(client::advance);
    outlet.onClose(() -> leave(readers, client));
    readers.add(client);
    metrics.joined();
    client.advance();
  }

  /** Runs a task on the event loop; the only way in from another thread. */
  void run(Runnable task) {
    loop.runOnContext(nothing -> task.run());
  }

  /** Brings the clients of these nights up to date. */
  void advance(Set<Feed> feeds) {
    feeds.forEach(feed -> clients.getOrDefault(feed, Set.of()).forEach(Client::advance));
  }

  /** Sends every client away to come back later, not all at once. */
  void endAll() {
    clients.values().forEach(readers -> readers.forEach(Client::end));
    // Nothing can be written to a response that has ended.
    clients.clear();
  }

  private void heartbeat() {
    clients
        .values()
        .forEach(readers -> readers.forEach(client -> client.heartbeat(settings.heartbeat())));
  }

  private void closeSlow() {
    for (Set<Client> readers : clients.values()) {
      for (Client client : readers) {
        if (client.blockedFor().compareTo(settings.slowClientLimit()) >= 0) {
          client.drop();
          metrics.slowClose();
          leave(readers, client);
        }
      }
    }
  }

  private void leave(Set<Client> readers, Client client) {
    if (readers.remove(client)) {
      metrics.left();
    }
  }
}
