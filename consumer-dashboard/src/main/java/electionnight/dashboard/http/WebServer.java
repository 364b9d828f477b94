package electionnight.dashboard.http;

import electionnight.cli.UserError;
import electionnight.dashboard.http.access.Access;
import electionnight.dashboard.http.access.Admission;
import electionnight.dashboard.http.access.Connections;
import electionnight.dashboard.push.Broadcaster;
import electionnight.dashboard.view.Nights;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** The HTTP server: one listener on each event loop, all on one port. */
public final class WebServer implements AutoCloseable {
  /** Enough for bursts; more would only hide how far a slow client is behind. */
  private static final int SOCKET_SEND_BYTES = 64 * 1024;

  /** Of a message on a WebSocket, where clients have nothing to say. */
  private static final int MOST_HEARD_BYTES = 4 * 1024;

  private static final Duration LAST_WAIT = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final Broadcaster broadcaster;
  private final Admission admission;
  private final int port;

  private WebServer(Vertx vertx, Broadcaster broadcaster, Admission admission, int port) {
    this.vertx = vertx;
    this.broadcaster = broadcaster;
    this.admission = admission;
    this.port = port;
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for a free one
   * @param caughtUp done when the nights are whole; until then readers of nights wait
   * @throws UserError when the port is taken or the host is not ours
   */
  public static WebServer start(
      String host,
      int port,
      Nights nights,
      Broadcaster broadcaster,
      Access access,
      CompletableFuture<Void> caughtUp) {
    int loops = Runtime.getRuntime().availableProcessors();
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(loops)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setClassPathResolvingEnabled(false)
                        .setFileCachingEnabled(false)));
    HttpServerOptions options =
        new HttpServerOptions()
            .setSendBufferSize(SOCKET_SEND_BYTES)
            .setIdleTimeout((int) access.idleTimeout().toSeconds())
            .setHttp2ClearTextEnabled(false)
            .setMaxWebSocketFrameSize(MOST_HEARD_BYTES)
            .setMaxWebSocketMessageSize(MOST_HEARD_BYTES)
            .setPerMessageWebSocketCompressionSupported(false)
            .setPerFrameWebSocketCompressionSupported(false);
    Routes routes = new Routes(nights, broadcaster, access, caughtUp);
    AtomicInteger actualPort = new AtomicInteger();
    SocketAddress address =
        port == 0
            ? SocketAddress.sharedRandomPort(1, host)
            : SocketAddress.inetSocketAddress(port, host);
    Listening.await(
        vertx,
        vertx.deployVerticle(
            () ->
                new Listener(
                    options, address, routes, broadcaster, access.connections(), actualPort),
            new DeploymentOptions().setInstances(loops)),
        "--port",
        host,
        port);
    return new WebServer(vertx, broadcaster, access.admission(), actualPort.get());
  }

  /** The TCP port. */
  public int port() {
    return port;
  }

  /**
   * Lets nobody in any more, sends all clients away and stops listening; takes a few seconds at
   * most.
   */
  @Override
  public void close() {
    admission.stop();
    broadcaster.endAll();
    Listening.end(vertx, LAST_WAIT);
  }

  private static final class Listener extends VerticleBase {
    private final HttpServerOptions options;
    private final SocketAddress address;
    private final Routes routes;
    private final Broadcaster broadcaster;
    private final Connections connections;
    private final AtomicInteger actualPort;

    Listener(
        HttpServerOptions options,
        SocketAddress address,
        Routes routes,
        Broadcaster broadcaster,
        Connections connections,
        AtomicInteger actualPort) {
      this.options = options;
      this.address = address;
      this.routes = routes;
      this.broadcaster = broadcaster;
      this.connections = connections;
      this.actualPort = actualPort;
    }

    @Override
    public Future<HttpServer> start() {
      return vertx
          .createHttpServer(options)
          .connectionHandler(connections)
          .requestHandler(routes.handler(vertx, broadcaster.lane(context)))
          .listen(address)
          .onSuccess(server -> actualPort.set(server.actualPort()));
    }
  }
}
