package electionnight.dashboard.http;

import electionnight.dashboard.push.Broadcaster;
import electionnight.dashboard.push.Lane;
import electionnight.dashboard.view.History;
import electionnight.dashboard.view.HistoryJson;
import electionnight.dashboard.view.NightJson;
import electionnight.dashboard.view.NightView;
import electionnight.dashboard.view.Nights;
import electionnight.dashboard.view.SeatView;
import electionnight.domain.ElectionId;
import electionnight.domain.SeatId;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The nights as data: documents, tables, the feed of alerts, the past and the streams. */
final class NightApi {
  private static final String NIGHT = "/api/nights/:election";

  private static final int MOST_UPDATES = 100;
  private static final int USUAL_UPDATES = 50;

  private final Nights nights;
  private final Broadcaster broadcaster;
  private final Entrance entrance;
  private final DocumentCache documents = new DocumentCache();

  NightApi(Nights nights, Broadcaster broadcaster, Entrance entrance) {
    this.nights = nights;
    this.broadcaster = broadcaster;
    this.entrance = entrance;
  }

  void addTo(Router router, Lane lane) {
    router.route("/api/nights").handler(this::list);
    router.route(NIGHT).handler(newest(NightDocuments::reference));
    router.route(NIGHT + "/snapshot").handler(anytime(NightDocuments::snapshot));
    router.route(NIGHT + "/scoreboard").handler(anytime(NightDocuments::scoreboard));
    router.route(NIGHT + "/results").handler(anytime(NightDocuments::results));
    router.route(NIGHT + "/results/:seat").handler(seat(NightDocuments::result));
    router.route(NIGHT + "/seats/:seat").handler(seat(NightDocuments::seat));
    router.route(NIGHT + "/checking").handler(anytime(NightDocuments::checking));
    router.route(NIGHT + "/ledgers").handler(anytime(NightDocuments::ledgers));
    router.route(NIGHT + "/alerts").handler(anytime(NightDocuments::alerts));
    router.route(NIGHT + "/alerts.atom").handler(newest(NightDocuments::alertsFeed));
    router.route(NIGHT + "/results.csv").handler(anytime(NightDocuments::resultsTable));
    router.route(NIGHT + "/candidates.csv").handler(anytime(NightDocuments::candidatesTable));
    router.route(NIGHT + "/scoreboard.csv").handler(anytime(NightDocuments::scoreboardTable));
    router.route(NIGHT + "/timeline").handler(night(this::timeline));
    router.route(NIGHT + "/updates").handler(night(this::updates));
    Streams streams = new Streams(entrance, broadcaster, lane);
    router.route(NIGHT + "/stream").handler(night(streams::stream));
    router.route(NIGHT + "/socket").handler(night(streams::socket));
  }

  private void list(RoutingContext context) {
    List<NightView> all = nights.newestFirst();
    String tag =
        all.stream().map(NightView::version).collect(Collectors.joining("-", "nights-", ""));
    Document.json(tag, () -> NightJson.list(all)).send(context);
  }

  private void timeline(RoutingContext context, NightView night) {
    History history = history(night);
    Asked after = Asked.revision("after", context.request(), night.election().election(), history);
    if (after.refusal().isPresent()) {
      after.refusal().get().send(context);
      return;
    }
    long from = after.value().orElse(history.oldest());
    later(
        context,
        () ->
            Document.json(
                tag(night, history) + "-o" + history.oldest() + "-a" + from,
                () -> HistoryJson.timeline(night, history, from)));
  }

  private void updates(RoutingContext context, NightView night) {
    History history = history(night);
    Asked after = Asked.revision("after", context.request(), night.election().election(), history);
    Asked limit = Asked.limit(context.request(), MOST_UPDATES);
    Optional<Problem> refusal = after.refusal().or(limit::refusal);
    if (refusal.isPresent()) {
      refusal.get().send(context);
      return;
    }
    long from = after.value().orElse(history.oldest());
    int most = (int) limit.value().orElse(USUAL_UPDATES);
    later(
        context,
        () ->
            Document.json(
                tag(night, history) + "-a" + from + "-l" + most,
                () -> HistoryJson.updates(night, history, from, most)));
  }

  private static String tag(NightView night, History history) {
    return night.election().election() + "-" + night.log() + "-r" + history.newest();
  }

  /** Never older than the night, if that was looked up before. */
  private History history(NightView night) {
    return nights.history(night.election().election()).orElseThrow();
  }

  /** About one seat, at whatever revision is asked for. */
  private Handler<RoutingContext> seat(BiFunction<NightDocuments, SeatView, Answer> then) {
    return night(
        (context, night) -> {
          String asked = context.pathParam("seat");
          at(
              context,
              night,
              documents ->
                  parse(asked, SeatId::new)
                      .flatMap(documents.night()::seat)
                      .map(seat -> then.apply(documents, seat))
                      .orElseGet(
                          () ->
                              Problem.notFound(
                                  "There is no seat '"
                                      + asked
                                      + "' in "
                                      + night.election().election()
                                      + ".")));
        });
  }

  /** A document at whatever revision is asked for. */
  private Handler<RoutingContext> anytime(Function<NightDocuments, Answer> which) {
    return night((context, night) -> at(context, night, which));
  }

  private Handler<RoutingContext> newest(Function<NightDocuments, Answer> which) {
    return night((context, night) -> sendSoon(context, which.apply(documents.now(night))));
  }

  private void at(RoutingContext context, NightView night, Function<NightDocuments, Answer> which) {
    ElectionId id = night.election().election();
    History history = history(night);
    Asked moment = Asked.moment(context.request(), id, history);
    OptionalLong revision = moment.value();
    if (moment.refusal().isPresent()) {
      moment.refusal().get().send(context);
    } else if (revision.isEmpty() || revision.getAsLong() == night.revision()) {
      sendSoon(context, which.apply(documents.now(night)));
    } else {
      later(
          context,
          () ->
              documents
                  .past(night, history, revision.getAsLong())
                  .map(which)
                  .orElseGet(
                      () ->
                          Problem.notFound(
                              "Revision "
                                  + revision.getAsLong()
                                  + " of "
                                  + id
                                  + " was never seen.")));
    }
  }

  private static void sendSoon(RoutingContext context, Answer answer) {
    if (answer.isPrepared(context)) {
      answer.send(context);
    } else {
      later(context, () -> answer);
    }
  }

  /** What is too much work for an event loop is done beside it. */
  private static void later(RoutingContext context, Callable<Answer> work) {
    context
        .vertx()
        .executeBlocking(
            () -> {
              Answer answer = work.call();
              answer.prepare(context);
              return answer;
            },
            false)
        .onSuccess(answer -> answer.send(context))
        .onFailure(context::fail);
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

  /** An id or a code; empty where a text can be none. */
  static <T> Optional<T> parse(String text, Function<String, T> id) {
    try {
      return Optional.of(id.apply(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
