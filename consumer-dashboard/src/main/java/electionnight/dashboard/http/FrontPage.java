package electionnight.dashboard.http;

import electionnight.dashboard.view.NightView;
import electionnight.dashboard.view.Nights;
import electionnight.dashboard.view.ServedScoreboard;
import electionnight.domain.ElectionId;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The page with the scoreboard of its night in it, for browsers that run no script. It waits for
 * nothing: while the nights are not read yet, or there is none, the page goes out without.
 */
final class FrontPage implements Handler<RoutingContext> {
  private static final String PLACE = "<!-- scoreboard -->";

  private final Nights nights;
  private final CompletableFuture<Void> caughtUp;
  private final String page;
  private final String version;
  private final Map<ElectionId, Rendered> rendered = new ConcurrentHashMap<>();

  FrontPage(Nights nights, CompletableFuture<Void> caughtUp, StaticFiles pages) {
    this.nights = nights;
    this.caughtUp = caughtUp;
    byte[] content = pages.read("/index.html").orElseThrow();
    this.page = new String(content, StandardCharsets.UTF_8);
    this.version = StaticFiles.digest(content);
  }

  @Override
  public void handle(RoutingContext context) {
    Optional<NightView> night =
        caughtUp.isDone() ? AskedNight.of(nights, context) : Optional.empty();
    if (night.isPresent()) {
      page(night.get()).send(context);
    } else {
      context.next();
    }
  }

  private Document page(NightView night) {
    return rendered
        .compute(
            night.election().election(),
            (id, known) ->
                known != null && known.night() == night
                    ? known
                    : new Rendered(night, render(night)))
        .page();
  }

  private Document render(NightView night) {
    return Document.text(
        StaticFiles.HTML,
        version + "-" + night.version(),
        () -> page.replace(PLACE, ServedScoreboard.of(night)).getBytes(StandardCharsets.UTF_8));
  }

  private record Rendered(NightView night, Document page) {}
}
