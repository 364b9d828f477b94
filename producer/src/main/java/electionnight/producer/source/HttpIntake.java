package electionnight.producer.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import electionnight.cli.UserError;
import electionnight.domain.Input;
import electionnight.domain.Reason;
import electionnight.producer.progress.Progress;
import electionnight.producer.publish.Publisher;
import electionnight.wire.Decoded;
import electionnight.wire.Decoded.Read;
import electionnight.wire.Decoded.Unreadable;
import electionnight.wire.Json;
import electionnight.wire.MessageType;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is said and decided during a night by HTTP, one JSON message to a request, from
 * senders that have the token; {@code POST /declarations} and the other paths of {@link Intake}.
 * 202 is answered only after Kafka has acknowledged, with the record's place in the log. What
 * cannot be read is kept in {@code rejected} and answered by 422 with the reasons and the place;
 * what comes from a stranger, or is not JSON, or is longer than any message, is refused and not
 * kept.
 */
public final class HttpIntake implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpIntake.class);
  private static final String JSON = "application/json";
  private static final Duration ACKNOWLEDGED_WITHIN = Duration.ofSeconds(10);
  private static final Duration IDLE = Duration.ofSeconds(60);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final Inbox inbox;
  private final BearerToken token;
  private final Duration acknowledgedWithin;
  private HttpServer server;
  private volatile boolean stopping;

  private HttpIntake(Vertx vertx, Inbox inbox, BearerToken token, Duration acknowledgedWithin) {
    this.vertx = vertx;
    this.inbox = inbox;
    this.token = token;
    this.acknowledgedWithin = acknowledgedWithin;
  }

  /**
   * Starts to listen.
   *
   * @param host the address to listen on
   * @param port 0 for any free one
   * @throws UserError when the port is taken or the address is not ours
   */
  public static HttpIntake start(
      Publisher publisher, BearerToken token, String host, int port, Progress progress) {
    return start(publisher, token, host, port, progress, ACKNOWLEDGED_WITHIN);
  }

  static HttpIntake start(
      Publisher publisher,
      BearerToken token,
      String host,
      int port,
      Progress progress,
      Duration acknowledgedWithin) {
    Vertx vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    HttpIntake intake =
        new HttpIntake(vertx, new Inbox(publisher, progress), token, acknowledgedWithin);
    try {
      intake.listen(host, port);
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
    return stopping ? Optional.of("the intake is stopping") : Optional.empty();
  }

  /** Takes no more requests, answers those it has, for at most 5 seconds. */
  @Override
  public void close() {
    stopping = true;
    if (server != null) {
      await(server.shutdown(STOP_WITHIN));
    }
    await(vertx.close());
  }

  private void listen(String host, int port) {
    HttpServerOptions options =
        new HttpServerOptions().setIdleTimeout(Math.toIntExact(IDLE.toSeconds()));
    Future<HttpServer> listening =
        vertx.createHttpServer(options).requestHandler(router()).listen(port, host);
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

  private Router router() {
    Router router = Router.router(vertx);
    for (Intake intake : Intake.values()) {
      String path = intake.path();
      router.post(path).handler(this::authorise);
      router.post(path).handler(this::requireJson);
      router.post(path).handler(BodyHandler.create(false).setBodyLimit(MessageType.MAX_BYTES));
      router.post(path).handler(http -> take(http, intake));
    }
    refuse(router, 400, "Bad Request", "The request is not HTTP as it should be.");
    refuse(router, 401, "Unauthorized", "Send the header Authorization: Bearer TOKEN.");
    refuse(router, 404, "Not Found", "What can be sent goes to " + Intake.paths() + ".");
    refuse(router, 405, "Method Not Allowed", "Send it with POST.");
    refuse(
        router,
        413,
        "Content Too Large",
        "A message has at most " + MessageType.MAX_BYTES + " bytes.");
    refuse(router, 415, "Unsupported Media Type", "Send it as " + JSON + ".");
    refuse(router, 500, "Internal Server Error", "Send it again; nothing counts twice.");
    return router;
  }

  private static void refuse(Router router, int status, String title, String detail) {
    Problem problem = Problem.of(status, title, detail);
    router.errorHandler(
        status,
        http -> {
          if (status == 500) {
            LOG.error("a request failed", http.failure());
          }
          // The rest of a refused body is not waited for.
          http.response().putHeader(HttpHeaders.CONNECTION, "close");
          answer(http, problem);
        });
  }

  private void authorise(RoutingContext http) {
    if (token.isIn(http.request().getHeader(HttpHeaders.AUTHORIZATION))) {
      http.next();
    } else {
      http.response().putHeader("WWW-Authenticate", "Bearer realm=\"declarations\"");
      http.fail(401);
    }
  }

  private void requireJson(RoutingContext http) {
    String type = http.request().getHeader(HttpHeaders.CONTENT_TYPE);
    boolean isJson =
        type != null && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON);
    if (isJson && http.request().getHeader(HttpHeaders.CONTENT_ENCODING) == null) {
      http.next();
    } else {
      http.fail(415);
    }
  }

  private void take(RoutingContext http, Intake intake) {
    Buffer buffer = http.body().buffer();
    byte[] body = buffer == null ? new byte[0] : buffer.getBytes();
    // The Kafka client may block while it does not know the cluster.
    vertx
        .executeBlocking(() -> publish(http, intake, body), false)
        .compose(answer -> Future.fromCompletionStage(answer))
        .timeout(acknowledgedWithin.toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(answer -> vertx.runOnContext(now -> answer.run()))
        .onFailure(failure -> vertx.runOnContext(now -> unacknowledged(http, intake, failure)));
  }

  /** Gives the answer to give once Kafka has acknowledged. */
  private CompletableFuture<Runnable> publish(RoutingContext http, Intake intake, byte[] body) {
    Decoded<Input> message = Inbox.read(body, List.of(intake.type()));
    if (message instanceof Read<Input> input) {
      return inbox
          .publish(input.value())
          .thenApply(at -> () -> answer(http, 202, JSON, Place.of(at)));
    }
    List<Reason> reasons = ((Unreadable<Input>) message).reasons();
    return inbox
        .keep(intake.origin(), body, reasons)
        .thenApply(at -> () -> answer(http, Problem.unreadable(intake, reasons, Place.of(at))));
  }

  private void unacknowledged(RoutingContext http, Intake intake, Throwable failure) {
    LOG.warn("{} was answered with 503: {}", intake.words(), failure.getMessage());
    answer(
        http,
        Problem.of(
            503,
            "Service Unavailable",
            "Kafka has not acknowledged; send it again, nothing counts twice."));
  }

  private static void answer(RoutingContext http, Problem problem) {
    if (problem.status() == 503) {
      http.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
    } else if (problem.status() == 405) {
      http.response().putHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
    }
    answer(http, problem.status(), Problem.CONTENT_TYPE, problem);
  }

  private static void answer(RoutingContext http, int status, String type, Object body) {
    if (http.response().ended() || http.response().closed()) {
      return;
    }
    try {
      http.response()
          .setStatusCode(status)
          .putHeader(HttpHeaders.CONTENT_TYPE, type)
          .end(Buffer.buffer(Json.shared().writeValueAsBytes(body)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written", e);
    }
  }

  private static void await(Future<?> closing) {
    try {
      closing
          .toCompletionStage()
          .toCompletableFuture()
          .get(2 * STOP_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("the intake did not stop cleanly", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
