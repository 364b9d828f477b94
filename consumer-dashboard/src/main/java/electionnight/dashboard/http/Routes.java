package electionnight.dashboard.http;

import electionnight.dashboard.http.access.Access;
import electionnight.dashboard.push.Broadcaster;
import electionnight.dashboard.push.Lane;
import electionnight.dashboard.view.Nights;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is answered to whom; shared by all event loops. */
final class Routes {
  /** The interface, and the ticker with the modules that it imports. */
  private static final List<String> OPEN_TO_OTHER_SITES = List.of("/api/*", "/embed/*", "/js/*");

  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

  private final SecurityHeaders securityHeaders;
  private final CrossOrigin crossOrigin;
  private final CaughtUp caughtUp;
  private final NightApi nightApi;
  private final StaticFiles pages = StaticFiles.pages();
  private final StaticFiles schemas = StaticFiles.schemas();
  private final Overlays overlays;
  private final FrontPage frontPage;

  Routes(Nights nights, Broadcaster broadcaster, Access access, CompletableFuture<Void> caughtUp) {
    this.securityHeaders = new SecurityHeaders(access.settings().frameAncestors());
    this.crossOrigin = new CrossOrigin(access.settings().origins());
    this.caughtUp = new CaughtUp(caughtUp);
    this.nightApi = new NightApi(nights, broadcaster, new Entrance(access.admission()));
    this.overlays = new Overlays(nights, this.caughtUp, pages);
    this.frontPage = new FrontPage(nights, caughtUp, pages);
  }

  /** What answers the requests of one event loop, whose streams go to its lane. */
  Handler<HttpServerRequest> handler(Vertx vertx, Lane lane) {
    return new Decodable(securityHeaders, router(vertx, lane));
  }

  private Router router(Vertx vertx, Lane lane) {
    Router router = Router.router(vertx);
    router.route().handler(securityHeaders);
    OPEN_TO_OTHER_SITES.forEach(path -> router.route(path).handler(crossOrigin));
    router.route().handler(Routes::onlyReading);
    router.route("/api/*").handler(Routes::eachOnce);
    router.route("/api/*").handler(caughtUp);
    nightApi.addTo(router, lane);
    overlays.addTo(router);
    router.route("/").handler(frontPage);
    router.route("/index.html").handler(frontPage);
    router.route("/embed").handler(pages.page("/embed/frame.html"));
    router.route("/schema/*").handler(schemas);
    router.route().handler(pages);
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

  /** Or all values of a parameter but one would be passed over without a word. */
  private static void eachOnce(RoutingContext context) {
    MultiMap parameters = context.queryParams();
    parameters.names().stream()
        .filter(name -> parameters.getAll(name).size() > 1)
        .findFirst()
        .ifPresentOrElse(
            name ->
                Problem.badRequest(
                        name
                            + " is "
                            + parameters.getAll(name).stream()
                                .map(value -> "'" + value + "'")
                                .collect(Collectors.joining(" and "))
                            + ", expected one value.")
                    .send(context),
            context::next);
  }

  private static void failed(RoutingContext context) {
    int status = context.statusCode();
    boolean isTheirs = status >= 400 && status < 500;
    if (!isTheirs) {
      LOG.error("{} could not be answered", context.normalizedPath(), context.failure());
    }
    if (context.response().headWritten()) {
      context.request().connection().close();
    } else if (isTheirs) {
      Problem.of(HttpResponseStatus.valueOf(status), "This request cannot be understood.")
          .send(context);
    } else {
      Problem.of(HttpResponseStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side.")
          .send(context);
    }
  }
}
