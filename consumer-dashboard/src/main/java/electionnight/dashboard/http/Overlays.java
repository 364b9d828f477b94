package electionnight.dashboard.http;

import electionnight.dashboard.view.NightView;
import electionnight.dashboard.view.Nights;
import electionnight.dashboard.view.OverlayJson;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.Function;

/**
 * What goes on air: a transparent page for each overlay, and beside it what it shows as a table.
 */
final class Overlays {
  private final Nights nights;
  private final CaughtUp caughtUp;
  private final StaticFiles files;

  Overlays(Nights nights, CaughtUp caughtUp, StaticFiles files) {
    this.nights = nights;
    this.caughtUp = caughtUp;
    this.files = files;
  }

  void addTo(Router router) {
    add(router, "bug", OverlayJson::bug);
    add(router, "ticker", OverlayJson::ticker);
    add(router, "lower-third", OverlayJson::lowerThird);
  }

  private void add(Router router, String overlay, Function<NightView, byte[]> table) {
    router.route("/overlay/" + overlay).handler(files.page("/overlay/" + overlay + ".html"));
    router.route("/overlay/" + overlay + ".json").handler(caughtUp).handler(table(overlay, table));
  }

  private Handler<RoutingContext> table(String overlay, Function<NightView, byte[]> table) {
    return context ->
        AskedNight.of(nights, context)
            .ifPresentOrElse(
                shown ->
                    Document.json(overlay + "-" + shown.version(), () -> table.apply(shown))
                        .send(context),
                () -> noNight(AskedNight.name(context)).send(context));
  }

  private static Problem noNight(Optional<String> asked) {
    return Problem.notFound(
        asked.map(name -> "There is no night '" + name + "'.").orElse("There is no night yet."));
  }
}
