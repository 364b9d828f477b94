package electionnight.dashboard.push;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The clients of one event loop. Everything but {@link #run} happens on that loop, so a client is
 * never touched by two threads.
 */
public final class Lane {
  private static final Buffer HEARTBEAT = Buffer.buffer(":\n\n");
  private static final int SOONEST_RETRY_MS = 1_000;
  private static final int LATEST_RETRY_MS = 5_000;

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
    loop.owner().setPeriodic(settings.heartbeat().toMillis(), timer -> heartbeat());
    loop.owner().setPeriodic(settings.slowCheck().toMillis(), timer -> closeSlow());
  }

  /**
   * Streams a night to the sender of a request until one of the two goes away.
   *
   * @param after the revision that the client holds; empty where it holds none
   */
  public void attach(Feed feed, HttpServerRequest request, OptionalLong after) {
    HttpServerResponse response = request.response();
    Cursor cursor =
        after.isPresent() ? Cursor.after(feed, after.getAsLong()) : Cursor.fromSnapshot(feed);
    Client client =
        new Client(response, cursor, System::nanoTime, () -> drop(request.connection()));
    Set<Client> readers = clients.computeIfAbsent(feed, night -> ConcurrentHashMap.newKeySet());
    response.drainHandler(nothing -> client.drained());
    response.exceptionHandler(failure -> {});
    response.closeHandler(nothing -> leave(readers, client));
    readers.add(client);
    metrics.joined();
    response.write(retry());
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
    clients.values().forEach(readers -> readers.forEach(client -> client.end(retry())));
    // Nothing can be written to a response that has ended.
    clients.clear();
  }

  private void heartbeat() {
    clients.values().forEach(readers -> readers.forEach(client -> client.heartbeat(HEARTBEAT)));
  }

  private void closeSlow() {
    long limit = settings.slowClientLimit().toMillis();
    for (Set<Client> readers : clients.values()) {
      for (Client client : readers) {
        if (client.blockedMillis() >= limit) {
          client.close();
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

  /**
   * Vert.x closes a connection only after what was written to it has gone out, which to a client
   * that takes nothing is never; so its handler is passed by and the channel closed beneath it.
   */
  private static void drop(HttpConnection connection) {
    ((ConnectionBase) connection).channelHandlerContext().close();
  }

  private static Buffer retry() {
    int millis = ThreadLocalRandom.current().nextInt(SOONEST_RETRY_MS, LATEST_RETRY_MS);
    return Buffer.buffer("retry: " + millis + "\n\n");
  }
}
