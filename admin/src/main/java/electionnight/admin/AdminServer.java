package electionnight.admin;

import com.sun.net.httpserver.HttpServer;
import electionnight.cli.UserError;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The admin port of an app: {@code /metrics} for Prometheus, {@code /health/live}, {@code
 * /health/ready}, {@code /info}, and what else the app lets be asked. It has threads of its own and
 * waits for nothing, so it answers however busy the app is.
 */
public final class AdminServer implements AutoCloseable {
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);

  // By themselves the JDK's servers wait for ever for the end of a request, with a thread each, and
  // take any number of connections.
  static {
    System.setProperty("jdk.httpserver.maxConnections", "100");
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.maxRspTime", "30");
  }

  private final String host;
  private final OptionalInt port;
  private final Runnable stop;

  private AdminServer(String host, OptionalInt port, Runnable stop) {
    this.host = host;
    this.port = port;
    this.stop = stop;
  }

  /**
   * Starts to listen, unless the settings say that there is to be no admin port.
   *
   * @throws UserError when the port is taken or the host is not ours
   */
  public static AdminServer start(AdminSettings settings, Observed app) {
    return settings.port().isEmpty()
        ? new AdminServer(settings.host(), OptionalInt.empty(), () -> {})
        : start(settings.host(), listen(settings.host(), settings.port().getAsInt()), app);
  }

  private static AdminServer start(String host, HttpServer server, Observed app) {
    KafkaCheck kafka = new KafkaCheck(app.kafka());
    Readiness readiness =
        new Readiness(
            Stream.concat(Stream.of(new HealthCheck("kafka", kafka)), app.checks().stream())
                .toList(),
            System::nanoTime);
    BuildInfo build = BuildInfo.of(app.app());
    ProcessMeters meters = new ProcessMeters(app.meters(), build, readiness);
    CertificateExpiry certificates = CertificateExpiry.start(app.kafka(), app.meters());
    Stream<Route> ours =
        Stream.of(
            Route.get("/metrics", () -> Answer.text(PROMETHEUS, app.meters().scrape())),
            Route.get("/health/live", () -> Answer.json(Map.of("status", Health.Status.UP))),
            Route.get("/health/ready", () -> Answer.health(readiness.health())),
            Route.get("/info", () -> Answer.json(build)));
    ExecutorService requests =
        Executors.newCachedThreadPool(task -> DaemonThread.of(task, "admin"));
    server.setExecutor(requests);
    server.createContext(
        "/",
        new Requests(
            Stream.concat(ours, app.routes().stream()).toList(),
            server.getAddress().getAddress().isLoopbackAddress()));
    readiness.start();
    server.start();
    return new AdminServer(
        host,
        OptionalInt.of(server.getAddress().getPort()),
        () -> {
          server.stop(0);
          requests.shutdownNow();
          readiness.close();
          kafka.close();
          certificates.close();
          meters.close();
        });
  }

  /** Says in the log where it is. */
  public void announce() {
    address().ifPresent(at -> LOG.info("Metrics and health are at {}", at));
  }

  /** Where it is, such as {@code http://127.0.0.1:8081}; empty where there is none. */
  public Optional<String> address() {
    return port.isPresent()
        ? Optional.of("http://" + host + ":" + port.getAsInt())
        : Optional.empty();
  }

  /** The TCP port it listens on; empty where there is none. */
  public OptionalInt port() {
    return port;
  }

  @Override
  public void close() {
    stop.run();
  }

  private static HttpServer listen(String host, int port) {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new UserError("There is no host '" + host + "'; name another with --admin-host.");
    }
    try {
      return HttpServer.create(address, 0);
    } catch (IOException e) {
      throw new UserError(
          "The admin port "
              + port
              + " cannot be had at "
              + host
              + "; choose another with --admin-port, or off.",
          e);
    }
  }
}
