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
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The nights as data: documents, tables, the feed of alerts and the stream. */
final class NightApi {
  private static final String NIGHT = "/api/nights/:election";

  private final Nights nights;
  private final Broadcaster broadcaster;
  private final Entrance entrance;
  private final Map<ElectionId, NightDocuments> documents = new ConcurrentHashMap<>();

  NightApi(Nights nights, Broadcaster broadcaster, Entrance entrance) {
    this.nights = nights;
    this.broadcaster = broadcaster;
    this.entrance = entrance;
  }

  void addTo(Router router, Lane lane) {
    router.route("/api/nights").handler(this::list);
    router.route(NIGHT).handler(document(NightDocuments::reference));
    router.route(NIGHT + "/scoreboard").handler(document(NightDocuments::scoreboard));
    router.route(NIGHT + "/results").handler(document(NightDocuments::results));
    router.route(NIGHT + "/results/:seat").handler(seat(NightApi::result));
    router.route(NIGHT + "/seats/:seat").handler(seat(NightApi::seat));
    router.route(NIGHT + "/checking").handler(document(NightDocuments::checking));
    router.route(NIGHT + "/ledgers").handler(document(NightDocuments::ledgers));
    router.route(NIGHT + "/alerts").handler(document(NightDocuments::alerts));
    router.route(NIGHT + "/alerts.atom").handler(document(NightDocuments::alertsFeed));
    router.route(NIGHT + "/results.csv").handler(document(NightDocuments::resultsTable));
    router.route(NIGHT + "/candidates.csv").handler(document(NightDocuments::candidatesTable));
    router.route(NIGHT + "/scoreboard.csv").handler(document(NightDocuments::scoreboardTable));
    router
        .route(NIGHT + "/stream")
        .handler(
            night((context, night) -> Streams.start(context, entrance, broadcaster, night, lane)));
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
}
