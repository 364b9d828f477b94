package electionnight.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import electionnight.domain.Election;
import electionnight.domain.Update;
import electionnight.wire.Json;
import electionnight.wire.MessageType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A dashboard whose streams are written out by a test, one after another. */
final class FakeDashboard implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Connected> streams = new ConcurrentLinkedQueue<>();
  private final List<String> resumedAfter = new CopyOnWriteArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  /** What one connection is sent; after that it is closed, or else silent. */
  private record Connected(String text, boolean closed) {}

  FakeDashboard(Election election) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String night = "/api/nights/" + election.election();
    server.setExecutor(threads);
    document("/api/nights", Map.of("nights", List.of(Map.of("election", election.election()))));
    document(night, Map.of("election", election, "seats", List.of()));
    server.createContext(night + "/stream", this::stream);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** The next connection is sent this and then broken off. */
  FakeDashboard thenBreaksOff(String... events) {
    streams.add(new Connected(String.join("", events), true));
    return this;
  }

  /** The next connection is sent this and then nothing. */
  FakeDashboard thenIsSilent(String... events) {
    streams.add(new Connected(String.join("", events), false));
    return this;
  }

  /** The {@code Last-Event-ID} of each connection so far; {@code none} where there was none. */
  List<String> resumedAfter() {
    return resumedAfter;
  }

  static String update(Update update) {
    return event("update", update.revision(), MessageType.UPDATE.write(update));
  }

  static String snapshot(Snapshot snapshot) {
    try {
      return event("snapshot", snapshot.revision(), Json.shared().writeValueAsBytes(snapshot));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String event(String name, long id, byte[] data) {
    return "id: "
        + id
        + "-k3x\nevent: "
        + name
        + "\ndata: "
        + new String(data, StandardCharsets.UTF_8)
        + "\n\n";
  }

  private void document(String path, Object document) {
    server.createContext(
        path,
        exchange -> {
          boolean found = exchange.getRequestURI().getPath().equals(path);
          answer(
              exchange,
              found ? 200 : 404,
              found ? document : Map.of("detail", "There is no night of that name.\u001b[2J"));
        });
  }

  private static void answer(HttpExchange exchange, int status, Object document)
      throws IOException {
    byte[] body = Json.shared().writeValueAsBytes(document);
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private void stream(HttpExchange exchange) throws IOException {
    resumedAfter.add(
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Last-Event-ID")).orElse("none"));
    Connected next = Optional.ofNullable(streams.poll()).orElse(new Connected("", false));
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(("retry: 10\n\n" + next.text()).getBytes(StandardCharsets.UTF_8));
      out.flush();
      if (!next.closed()) {
        closing.await();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
