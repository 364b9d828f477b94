package electionnight.producer.intake;

import electionnight.domain.Input;
import electionnight.domain.Reason;
import electionnight.producer.intake.BodyBudget.Reservation;
import electionnight.producer.progress.Progress;
import electionnight.producer.publish.Publisher;
import electionnight.producer.source.Inbox;
import electionnight.wire.Decoded;
import electionnight.wire.Decoded.Read;
import electionnight.wire.Decoded.Unreadable;
import electionnight.wire.MessageType;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a request: who sends it, whether they may, and where it goes. */
final class IntakeRoutes {
  /** All that is answered. */
  static final List<Integer> STATUSES =
      List.of(202, 400, 401, 403, 404, 405, 413, 415, 422, 429, 500, 503);

  private static final Logger LOG = LoggerFactory.getLogger(IntakeRoutes.class);
  private static final String JSON = "application/json";
  private static final Duration KAFKA_AWAY = Duration.ofSeconds(5);

  private final Vertx vertx;
  private final Publisher publisher;
  private final Progress progress;
  private final IntakeSettings settings;
  private final Connections connections;
  private final Duration acknowledgedWithin;
  private final BodyBudget bodies;
  private final Strangers strangers;
  private final Map<String, RateLimit> rates = new HashMap<>();

  IntakeRoutes(
      Vertx vertx,
      Publisher publisher,
      Progress progress,
      IntakeSettings settings,
      Connections connections,
      IntakeLimits limits,
      LongSupplier nanoClock) {
    this.vertx = vertx;
    this.publisher = publisher;
    this.progress = progress;
    this.settings = settings;
    this.connections = connections;
    acknowledgedWithin = limits.acknowledgedWithin();
    bodies = new BodyBudget(limits.bodyBytes());
    strangers = new Strangers(nanoClock);
    settings.sources().all().forEach(source -> publisher.expect(source.id()));
    settings.sources().all().stream()
        .filter(source -> source.requestsPerSecond() > 0)
        .forEach(
            source ->
                rates.put(
                    source.id(),
                    new RateLimit(source.requestsPerSecond(), source.burst(), nanoClock)));
  }

  Router router() {
    Router router = Router.router(vertx);
    for (Intake intake : Intake.values()) {
      String path = intake.path();
      router.post(path).handler(http -> authorise(http, intake));
      router.post(path).handler(this::requireJson);
      router.post(path).handler(this::reserve);
      router.post(path).handler(BodyHandler.create(false).setBodyLimit(MessageType.MAX_BYTES));
      router.post(path).handler(http -> take(exchange(http), intake));
    }
    refuse(router, 400, "Bad Request", "The request is not HTTP as it should be.");
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

  private void refuse(Router router, int status, String title, String detail) {
    Problem problem = Problem.of(status, title, detail);
    router.errorHandler(
        status,
        http -> {
          if (status == 500) {
            LOG.error("a request failed", http.failure());
          } else if (status == 405) {
            http.response().putHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
          }
          closing(http).refuse(problem);
        });
  }

  private Exchange exchange(RoutingContext http) {
    return Exchange.of(http, settings.audit());
  }

  /** The rest of a body that is refused is not waited for. */
  private Exchange closing(RoutingContext http) {
    http.response().putHeader(HttpHeaders.CONNECTION, "close");
    return exchange(http);
  }

  private void authorise(RoutingContext http, Intake kind) {
    Optional<IntakeSource> sender =
        settings.sources().of(http.request().getHeader(HttpHeaders.AUTHORIZATION));
    if (sender.isEmpty()) {
      turnAway(http);
      return;
    }
    IntakeSource source = sender.get();
    exchange(http).sentBy(source);
    connections.known(http.request().connection());
    Optional<Duration> wait = Optional.ofNullable(rates.get(source.id())).flatMap(RateLimit::take);
    Optional<String> refusal = source.refusal(kind);
    if (wait.isPresent()) {
      closing(http)
          .refuseFor(
              wait.get(),
              Problem.tooMany(
                  "The source '"
                      + source.id()
                      + "' may send "
                      + source.requestsPerSecond()
                      + " a second; send it again when Retry-After says."));
    } else if (refusal.isPresent()) {
      closing(http).refuse(Problem.forbidden(refusal.get()));
    } else {
      http.next();
    }
  }

  private void turnAway(RoutingContext http) {
    Exchange exchange = closing(http);
    Optional<Duration> wait = strangers.knock(exchange.address());
    if (wait.isPresent()) {
      exchange.refuseFor(
          wait.get(),
          Problem.tooMany("Too many wrong tokens came from " + exchange.address() + "."));
    } else {
      http.response().putHeader("WWW-Authenticate", "Bearer realm=\"declarations\"");
      exchange.refuse(
          Problem.of(401, "Unauthorized", "Send the header Authorization: Bearer TOKEN."));
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

  /** Before a body is received: many that never end would fill the heap as well. */
  private void reserve(RoutingContext http) {
    Optional<Reservation> room = bodies.reserve(longest(http.request()));
    if (room.isEmpty()) {
      closing(http)
          .refuseFor(KAFKA_AWAY, unavailable("The intake has no room for it now; send it again."));
      return;
    }
    http.addEndHandler(answeredOrGone -> room.get().release());
    exchange(http).reserve(room.get());
    http.next();
  }

  private static long longest(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null
        ? MessageType.MAX_BYTES
        : Math.min(MessageType.MAX_BYTES, Long.parseLong(length));
  }

  private void take(Exchange exchange, Intake intake) {
    byte[] body = exchange.body();
    Decoded<Input> message = Inbox.read(body, List.of(intake.type()));
    if (message instanceof Read<Input> input) {
      exchange.said(input.value());
      Optional<String> refusal = exchange.source().refusal(input.value());
      if (refusal.isPresent()) {
        exchange.refuse(Problem.forbidden(refusal.get()));
        return;
      }
    }
    // Kafka's client may hold it for longer than its sender waits.
    Reservation waiting = exchange.reserved().handOn(body.length);
    Inbox inbox = new Inbox(publisher.as(exchange.source().id(), exchange.trace()), progress);
    // The Kafka client may block while it does not know the cluster.
    vertx
        .executeBlocking(() -> publish(inbox, exchange, intake, message, body), false)
        .compose(answer -> Future.fromCompletionStage(answer))
        .onComplete(any -> waiting.release())
        .timeout(acknowledgedWithin.toMillis(), TimeUnit.MILLISECONDS)
        .onSuccess(answer -> vertx.runOnContext(now -> answer.run()))
        .onFailure(failure -> vertx.runOnContext(now -> unacknowledged(exchange, intake, failure)));
  }

  /** Gives the answer to give once Kafka has acknowledged. */
  private static CompletableFuture<Runnable> publish(
      Inbox inbox, Exchange exchange, Intake intake, Decoded<Input> message, byte[] body) {
    if (message instanceof Read<Input> input) {
      return inbox.publish(input.value()).thenApply(at -> () -> exchange.accept(Place.of(at)));
    }
    List<Reason> reasons = ((Unreadable<Input>) message).reasons();
    return inbox
        .keep(intake.origin(), body, reasons)
        .thenApply(at -> () -> exchange.refuse(Problem.unreadable(intake, reasons, Place.of(at))));
  }

  private static void unacknowledged(Exchange exchange, Intake intake, Throwable failure) {
    exchange
        .context()
        .run(() -> LOG.warn("{} was answered with 503: {}", intake.words(), failure.getMessage()));
    exchange.refuseFor(
        KAFKA_AWAY,
        unavailable("Kafka has not acknowledged; send it again, nothing counts twice."));
  }

  private static Problem unavailable(String detail) {
    return Problem.of(503, "Service Unavailable", detail);
  }
}
