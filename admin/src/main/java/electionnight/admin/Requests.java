package electionnight.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what is asked at the admin port, as far as whoever asks may. */
final class Requests implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Requests.class);
  private static final int NO_BODY = -1;
  private static final Pattern THIS_MACHINE =
      Pattern.compile("(?i)(localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\])(:[0-9]+)?");

  private final List<Route> routes;
  private final boolean onLoopback;

  /**
   * @param onLoopback whether only this machine can ask
   */
  Requests(List<Route> routes, boolean onLoopback) {
    this.routes = List.copyOf(routes);
    this.onLoopback = onLoopback;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answerSafely(exchange));
    }
  }

  private Answer answerSafely(HttpExchange exchange) {
    try {
      return answer(exchange);
    } catch (RuntimeException e) {
      LOG.error("{} could not be answered", exchange.getRequestURI(), e);
      return Answer.problem(500, "Internal Server Error", "The log says what went wrong.");
    }
  }

  private Answer answer(HttpExchange exchange) {
    if (!isForThisMachine(exchange)) {
      return Answer.problem(
          421, "Misdirected Request", "This is only for this machine, as localhost or 127.0.0.1.");
    }
    if (exchange.getRequestHeaders().containsKey("Origin")) {
      // A page in a browser on this machine must neither read this nor change anything.
      return Answer.problem(403, "Forbidden", "Pages of other sites may not ask this.");
    }
    String path = exchange.getRequestURI().getPath();
    return routes.stream()
        .map(route -> route.answer(path, exchange.getRequestMethod()))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> Answer.notFound("There are " + paths() + "."));
  }

  /** Or a page from anywhere could read this through a name that it makes point to this machine. */
  private boolean isForThisMachine(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    return !onLoopback || host != null && THIS_MACHINE.matcher(host).matches();
  }

  private String paths() {
    return routes.stream().map(Route::path).collect(Collectors.joining(", "));
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    int length = answer.body().length;
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(length));
      exchange.sendResponseHeaders(answer.status(), NO_BODY);
    } else if (length == 0) {
      exchange.sendResponseHeaders(answer.status(), NO_BODY);
    } else {
      exchange.sendResponseHeaders(answer.status(), length);
      exchange.getResponseBody().write(answer.body());
    }
  }
}
