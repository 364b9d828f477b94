package electionnight.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import electionnight.cli.UserError;
import electionnight.wire.Json;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** What ops see and do: the endpoints, resuming one, and the metrics. */
final class AdminServer implements AutoCloseable {
  private static final String ENDPOINTS = "/endpoints";
  private static final String RESUME = "/resume";
  private static final Pattern THIS_MACHINE =
      Pattern.compile("(?i)(localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\])(:[0-9]+)?");

  private final List<Courier> couriers;
  private final PrometheusMeterRegistry registry;
  private final HttpServer server;
  private final ExecutorService requests = Executors.newCachedThreadPool(AdminServer::thread);

  private AdminServer(
      InetSocketAddress address, List<Courier> couriers, PrometheusMeterRegistry registry)
      throws IOException {
    this.couriers = couriers;
    this.registry = registry;
    server = HttpServer.create(address, 0);
    server.setExecutor(requests);
    server.createContext("/", this::answer);
    server.start();
  }

  /**
   * Listens at an address.
   *
   * @throws UserError when that cannot be had
   */
  static AdminServer start(
      InetSocketAddress address, List<Courier> couriers, PrometheusMeterRegistry registry) {
    try {
      return new AdminServer(address, couriers, registry);
    } catch (IOException e) {
      throw new UserError(
          "The admin port "
              + address.getPort()
              + " cannot be had at "
              + address.getHostString()
              + "; choose another with --admin-port, or off.",
          e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (!isForThisMachine(exchange)) {
        problem(
            exchange,
            421,
            "Misdirected Request",
            "This is only for this machine, as localhost or 127.0.0.1.");
      } else if (exchange.getRequestHeaders().containsKey("Origin")) {
        // A page in a browser on this machine must not resume anything.
        problem(exchange, 403, "Forbidden", "Pages of other sites may not ask this.");
      } else if (path.equals(ENDPOINTS)) {
        get(exchange, "application/json", json(couriers.stream().map(Courier::status).toList()));
      } else if (path.equals("/metrics")) {
        get(
            exchange,
            "text/plain; version=0.0.4; charset=utf-8",
            registry.scrape().getBytes(StandardCharsets.UTF_8));
      } else if (path.startsWith(ENDPOINTS + "/") && path.endsWith(RESUME)) {
        resume(exchange, path);
      } else {
        problem(
            exchange,
            404,
            "Not Found",
            "There are /endpoints, /endpoints/{id}/resume and /metrics.");
      }
    }
  }

  /** Or a page from anywhere could read this through a name that it makes point to this machine. */
  private boolean isForThisMachine(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    return !server.getAddress().getAddress().isLoopbackAddress()
        || host != null && THIS_MACHINE.matcher(host).matches();
  }

  private void resume(HttpExchange exchange, String path) throws IOException {
    int start = ENDPOINTS.length() + 1;
    int end = path.length() - RESUME.length();
    Optional<Courier> courier = courier(path.substring(start, Math.max(start, end)));
    if (courier.isEmpty()) {
      problem(exchange, 404, "Not Found", "There is no such endpoint; /endpoints lists all.");
    } else if (isMethod(exchange, "POST")) {
      courier.get().resume();
      exchange.sendResponseHeaders(202, -1);
    }
  }

  private Optional<Courier> courier(String id) {
    return couriers.stream().filter(courier -> courier.status().id().equals(id)).findFirst();
  }

  private static void get(HttpExchange exchange, String type, byte[] body) throws IOException {
    if (isMethod(exchange, "GET")) {
      send(exchange, 200, type, body);
    }
  }

  private static boolean isMethod(HttpExchange exchange, String method) throws IOException {
    if (exchange.getRequestMethod().equals(method)) {
      return true;
    }
    exchange.getResponseHeaders().set("Allow", method);
    problem(exchange, 405, "Method Not Allowed", "This path takes " + method + ".");
    return false;
  }

  private static void problem(HttpExchange exchange, int status, String title, String detail)
      throws IOException {
    send(exchange, status, "application/problem+json", json(new Problem(title, status, detail)));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] json(Object value) throws IOException {
    return Json.shared().writeValueAsBytes(value);
  }

  private static Thread thread(Runnable requests) {
    Thread thread = new Thread(requests, "admin");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    server.stop(0);
    requests.shutdownNow();
  }

  /** Why a request gets nothing, as RFC 9457 has it. */
  private record Problem(String title, int status, String detail) {}
}
