package electionnight.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An endpoint of a newsroom on this machine. */
public final class Receiver implements AutoCloseable {
  private static final int TAKEN = 204;

  private final HttpServer server;
  private final ExecutorService requests = Executors.newCachedThreadPool();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
  private final List<Request> requested = new CopyOnWriteArrayList<>();

  private Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(requests);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Listens at a free port, and takes whatever comes. */
  public static Receiver start() {
    return new Receiver();
  }

  /** Where it listens. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/alerts?key=hidden";
  }

  /** Answers the next request otherwise than by taking it. */
  public void answerNext(int status) {
    answers.add(new Answer(status, Map.of(), false));
  }

  void answerNext(int status, Map<String, String> headers) {
    answers.add(new Answer(status, headers, false));
  }

  void answerNextWithoutEnd(int status) {
    answers.add(new Answer(status, Map.of(), true));
  }

  /** What it was sent, refused or taken. */
  public List<Request> requested() {
    return List.copyOf(requested);
  }

  /** What it took. */
  public List<Request> taken() {
    return requested.stream().filter(request -> request.answered() < 300).toList();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Answer answer = answers.poll();
      int status = answer == null ? TAKEN : answer.status();
      requested.add(
          new Request(
              exchange.getRequestURI().getPath(),
              HttpHeaders.of(exchange.getRequestHeaders(), (name, value) -> true),
              body,
              status));
      if (answer == null) {
        exchange.sendResponseHeaders(status, -1);
        return;
      }
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(status, answer.isEndless() ? 0 : -1);
      while (answer.isEndless()) {
        exchange.getResponseBody().write(new byte[8192]);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    requests.shutdownNow();
  }

  private record Answer(int status, Map<String, String> headers, boolean isEndless) {}

  /**
   * What came in.
   *
   * @param answered the status it was answered with
   */
  public record Request(String path, HttpHeaders headers, String body, int answered) {
    /** The {@code webhook-id}. */
    public String id() {
      return headers.firstValue("webhook-id").orElseThrow();
    }
  }
}
