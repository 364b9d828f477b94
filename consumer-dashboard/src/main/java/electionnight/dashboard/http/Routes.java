package electionnight.dashboard.http;

import electionnight.dashboard.push.Broadcaster;
import electionnight.dashboard.push.Lane;
import electionnight.dashboard.view.NightJson;
import electionnight.dashboard.view.NightView;
import electionnight.dashboard.view.Nights;
import electionnight.dashboard.view.NoResult;
import electionnight.dashboard.view.SeatView;
import electionnight.domain.ElectionId;
import electionnight.domain.SeatId;
import electionnight.wire.MessageType;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is answered to whom; shared by all event loops. */
final class Routes {
  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
  private static final long LONGEST_WAIT_SECONDS = 10;
  private static final String NIGHT = "/api/nights/:election";

  private final Nights nights;
  private final Broadcaster broadcaster;
  private final CompletableFuture<Void> caughtUp;
  private final StaticFiles files = new StaticFiles();
  private final Map<ElectionId, NightDocuments> documents = new ConcurrentHashMap<>();

  Routes(Nights nights, Broadcaster broadcaster, CompletableFuture<Void> caughtUp) {
    this.nights = nights;
    this.broadcaster = broadcaster;
    this.caughtUp = caughtUp;
  }

  /** The router of one event loop, whose streams go to its lane. */
  Router router(Vertx vertx, Lane lane) {
    Router router = Router.router(vertx);
    router.route().handler(Routes::onlyReading);
    router.route().handler(new SecurityHeaders());
    router.route("/api/*").handler(this::onceCaughtUp);
    router.route("/api/nights").handler(this::list);
    router.route(NIGHT).handler(document(NightDocuments::reference));
    router.route(NIGHT + "/scoreboard").handler(document(NightDocuments::scoreboard));
    router.route(NIGHT + "/results").handler(document(NightDocuments::results));
    router.route(NIGHT + "/results/:seat").handler(seat(Routes::result));
    router.route(NIGHT + "/seats/:seat").handler(seat(Routes::seat));
    router.route(NIGHT + "/checking").handler(document(NightDocuments::checking));
    router.route(NIGHT + "/ledgers").handler(document(NightDocuments::ledgers));
    router.route(NIGHT + "/alerts").handler(document(NightDocuments::alerts));
    router.route(NIGHT + "/alerts.atom").handler(document(NightDocuments::alertsFeed));
    router.route(NIGHT + "/results.csv").handler(document(NightDocuments::resultsTable));
    router.route(NIGHT + "/candidates.csv").handler(document(NightDocuments::candidatesTable));
    router.route(NIGHT + "/scoreboard.csv").handler(document(NightDocuments::scoreboardTable));
    router
        .route(NIGHT + "/stream")
        .handler(night((context, night) -> Streams.start(context, broadcaster, night, lane)));
    router.route().handler(files);
    router
        .route()
        .handler(
            context ->
                Problem.notFound("There is nothing at " + context.normalizedPath() + ".")
                    .send(context));
    router.route().failureHandler(Routes::failed);
    return router;
  }

  private static void onlyReading(RoutingContext context) {
    HttpMethod method = context.request().method();
    if (method == HttpMethod.GET || method == HttpMethod.HEAD) {
      context.next();
    } else {
      context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
      Problem.of(
              HttpResponseStatus.METHOD_NOT_ALLOWED,
              "Everything here can only be read, with GET or HEAD.")
          .send(context);
    }
  }

  /**
   * Half-read nights would look like nights that went back in time; readers wait for whole ones.
   */
  private void onceCaughtUp(RoutingContext context) {
    if (caughtUp.isDone()) {
      context.next();
      return;
    }
    Future.fromCompletionStage(caughtUp, context.vertx().getOrCreateContext())
        .timeout(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)
        .onSuccess(done -> context.next())
        .onFailure(
            timeout -> {
              context.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
              Problem.of(
                      HttpResponseStatus.SERVICE_UNAVAILABLE,
                      "The nights are still being read from Kafka; ask again in a few seconds.")
                  .send(context);
            });
  }

  private void list(RoutingContext context) {
    List<NightView> all = nights.newestFirst();
    StringBuilder tag = new StringBuilder("nights");
    all.forEach(
        night ->
            tag.append('-')
                .append(night.election().election())
                .append("-r")
                .append(night.revision())
                .append("-v")
                .append(night.referenceVersion()));
    Document.json(tag.toString(), () -> NightJson.list(all)).send(context);
  }

  private static void result(RoutingContext context, NightView night, SeatView seat) {
    seat.report()
        .result()
        .ifPresentOrElse(
            result ->
                Document.json(revision(night), () -> MessageType.RESULT.write(result))
                    .send(context),
            () -> Problem.notFound(NoResult.sentence(seat.report())).send(context));
  }

  private static void seat(RoutingContext context, NightView night, SeatView seat) {
    Document.json(
            revision(night) + "-v" + night.referenceVersion(), () -> NightJson.seat(night, seat))
        .send(context);
  }

  private static String revision(NightView night) {
    return night.election().election() + "-r" + night.revision();
  }

  private Handler<RoutingContext> seat(SeatHandler then) {
    return night(
        (context, night) -> {
          String asked = context.pathParam("seat");
          parse(asked, SeatId::new)
              .flatMap(night::seat)
              .ifPresentOrElse(
                  seat -> then.handle(context, night, seat),
                  () ->
                      Problem.notFound(
                              "There is no seat '"
                                  + asked
                                  + "' in "
                                  + night.election().election()
                                  + ".")
                          .send(context));
        });
  }

  /** Answers about one seat of a night. */
  @FunctionalInterface
  private interface SeatHandler {
    void handle(RoutingContext context, NightView night, SeatView seat);
  }

  private Handler<RoutingContext> document(Function<NightDocuments, Document> which) {
    return night((context, night) -> which.apply(documents(night)).send(context));
  }

  private NightDocuments documents(NightView night) {
    return documents.compute(
        night.election().election(),
        (id, known) -> known != null && known.show(night) ? known : new NightDocuments(night));
  }

  private Handler<RoutingContext> night(BiConsumer<RoutingContext, NightView> then) {
    return context -> {
      String asked = context.pathParam("election");
      parse(asked, ElectionId::new)
          .flatMap(nights::night)
          .ifPresentOrElse(
              night -> then.accept(context, night),
              () -> Problem.notFound("There is no night '" + asked + "'.").send(context));
    };
  }

  private static <T> Optional<T> parse(String text, Function<String, T> id) {
    try {
      return Optional.of(id.apply(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static void failed(RoutingContext context) {
    int status = context.statusCode();
    if (context.failure() != null) {
      LOG.error("{} could not be answered", context.normalizedPath(), context.failure());
    }
    if (context.response().headWritten()) {
      context.request().connection().close();
    } else if (status >= 400 && status < 500) {
      Problem.of(HttpResponseStatus.valueOf(status), "This request cannot be understood.")
          .send(context);
    } else {
      Problem.of(HttpResponseStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side.")
          .send(context);
    }
  }
}
