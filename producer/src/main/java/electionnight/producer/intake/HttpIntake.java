package electionnight.producer.intake;

import electionnight.cli.UserError;
import electionnight.producer.progress.Progress;
import electionnight.producer.publish.Publisher;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.net.BindException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is said and decided during a night by HTTP, one JSON message to a request, from
 * sources that have a token; {@code POST /declarations} and the other paths of {@link Intake}. 202
 * is answered only after Kafka has acknowledged, with the record's place in the log. What cannot be
 * read is kept in {@code rejected} and answered by 422 with the reasons and the place; what comes
 * from a stranger, or is more than its source may say, or is not JSON, or is longer than any
 * message, is refused and not kept.
 */
public final class HttpIntake implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpIntake.class);
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(3);

  private final Vertx vertx;
  private final IntakeAudit audit;
  private final SignOfLife signOfLife;
  private HttpServer server;
  private volatile boolean stopping;

  private HttpIntake(Vertx vertx, IntakeAudit audit, LongSupplier nanoClock) {
    this.vertx = vertx;
    this.audit = audit;
    signOfLife = new SignOfLife(vertx, nanoClock);
  }

  /**
   * Starts to listen.
   *
   * @throws UserError when the port is taken or the address is not ours
   */
  public static HttpIntake start(Publisher publisher, IntakeSettings settings, Progress progress) {
    return start(publisher, settings, progress, IntakeLimits.usual(), System::nanoTime);
  }

  static HttpIntake start(
      Publisher publisher,
      IntakeSettings settings,
      Progress progress,
      IntakeLimits limits,
      LongSupplier nanoClock) {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    HttpIntake intake = new HttpIntake(vertx, settings.audit(), nanoClock);
    Connections connections = new Connections(vertx, limits.knownWithin());
    IntakeRoutes routes =
        new IntakeRoutes(vertx, publisher, progress, settings, connections, limits, nanoClock);
    try {
      intake.listen(settings.host(), settings.port(), connections, routes.router());
      return intake;
    } catch (UserError e) {
      intake.close();
      throw e;
    }
  }

  /** The port it listens on. */
  public int port() {
    return server.actualPort();
  }

  /** Why no request is taken, in plain words; empty while they are. */
  public Optional<String> notListening() {
    return stopping
        ? Optional.of("the intake is stopping")
        : signOfLife
            .missing()
            .map(silence -> "the intake has done nothing for " + silence.toSeconds() + " s");
  }

  /** Takes no more requests, answers those it has, for at most 3 seconds. */
  @Override
  public void close() {
    stopping = true;
    if (server != null) {
      await(server.shutdown(STOP_WITHIN));
    }
    await(vertx.close());
    audit.close();
  }

  private void listen(String host, int port, Connections connections, Router router) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setIdleTimeout(Math.toIntExact(IDLE.toSeconds()))
            .setHttp2ClearTextEnabled(false);
    Future<HttpServer> listening =
        vertx
            .createHttpServer(options)
            .connectionHandler(connections)
            .requestHandler(router)
            .listen(port, host);
    try {
      server =
          listening
              .toCompletionStage()
              .toCompletableFuture()
              .get(IDLE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
      throw new UserError(
          cause instanceof BindException
              ? "Port "
                  + port
                  + " on "
                  + host
                  + " is taken or not ours; name another with --intake-port or --intake-host."
              : "The intake cannot listen on " + host + ":" + port + ": " + cause.getMessage(),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("Interrupted while the intake was starting.", e);
    }
  }

  private static void await(Future<?> closing) {
    try {
      closing
          .toCompletionStage()
          .toCompletableFuture()
          .get(STOP_WITHIN.toSeconds() + 1, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("the intake did not stop cleanly", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
