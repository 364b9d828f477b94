package electionnight.dashboard.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import electionnight.cli.UserError;
import electionnight.wire.Json;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.NetUtil;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Metrics and clients for ops, on a port of their own and an event loop of its own, which answers
 * however busy the others are.
 */
public final class AdminServer implements AutoCloseable {
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
  private static final int IDLE_SECONDS = 60;
  private static final Duration LAST_WAIT = Duration.ofSeconds(2);

  private final Optional<Vertx> vertx;
  private final OptionalInt port;

  private AdminServer(Optional<Vertx> vertx, OptionalInt port) {
    this.vertx = vertx;
    this.port = port;
  }

  /**
   * Starts to listen, unless the settings say that there is to be none.
   *
   * @param meters what is measured
   * @param clients the clients at the moment it is asked
   * @throws UserError when the port is taken or the host is not ours
   */
  public static AdminServer start(
      AdminSettings settings, PrometheusMeterRegistry meters, Supplier<ClientsReport> clients) {
    if (settings.port().isEmpty()) {
      return new AdminServer(Optional.empty(), OptionalInt.empty());
    }
    int asked = settings.port().getAsInt();
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    HttpServer server =
        Listening.await(
            vertx,
            vertx
                .createHttpServer(
                    new HttpServerOptions()
                        .setIdleTimeout(IDLE_SECONDS)
                        .setHttp2ClearTextEnabled(false))
                .requestHandler(router(vertx, settings.host(), meters, clients))
                .listen(asked, settings.host()),
            "--admin-port",
            settings.host(),
            asked);
    return new AdminServer(Optional.of(vertx), OptionalInt.of(server.actualPort()));
  }

  /** The TCP port it listens on; empty where there is none. */
  public OptionalInt port() {
    return port;
  }

  @Override
  public void close() {
    vertx.ifPresent(running -> Listening.end(running, LAST_WAIT));
  }

  private static Router router(
      Vertx vertx, String host, PrometheusMeterRegistry meters, Supplier<ClientsReport> clients) {
    Router router = Router.router(vertx);
    if (isLoopback(host)) {
      router.route().handler(AdminServer::onlyForLoopback);
    }
    router
        .route(HttpMethod.GET, "/metrics")
        .handler(context -> send(context, PROMETHEUS, Buffer.buffer(meters.scrape())));
    router
        .route(HttpMethod.GET, "/clients")
        .handler(context -> send(context, "application/json", json(clients.get())));
    router
        .route()
        .handler(context -> Problem.notFound("Here are only /metrics and /clients.").send(context));
    return router;
  }

  /** Or a page from anywhere could read this through a name that it makes point to this machine. */
  private static void onlyForLoopback(RoutingContext context) {
    HostAndPort asked = context.request().authority();
    if (asked != null && isLoopback(asked.host())) {
      context.next();
    } else {
      Problem.of(
              HttpResponseStatus.MISDIRECTED_REQUEST,
              "This is only for this machine, as localhost or 127.0.0.1.")
          .send(context);
    }
  }

  /** Without asking the DNS, which others answer. */
  private static boolean isLoopback(String host) {
    InetAddress address = NetUtil.createInetAddressFromIpAddressString(unbracketed(host));
    return address == null ? host.equalsIgnoreCase("localhost") : address.isLoopbackAddress();
  }

  private static String unbracketed(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  private static void send(RoutingContext context, String type, Buffer body) {
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("X-Content-Type-Options", "nosniff")
        .end(body);
  }

  private static Buffer json(ClientsReport report) {
    try {
      return Buffer.buffer(Json.shared().writeValueAsBytes(report));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report cannot be written", e);
    }
  }
}
