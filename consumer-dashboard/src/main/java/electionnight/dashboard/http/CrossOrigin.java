package electionnight.dashboard.http;

import electionnight.dashboard.http.access.Origins;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Tells browsers which other sites' pages may read an answer. (Vert.x's own handler refuses the
 * request of any other, and with it what nobody forbids: a socket of our own page, a reader that
 * happens to name an origin.)
 */
final class CrossOrigin implements Handler<RoutingContext> {
  private static final String FOR_A_DAY = "86400";

  private final Origins allowed;

  CrossOrigin(Origins allowed) {
    this.allowed = allowed;
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerRequest request = context.request();
    HttpServerResponse response = context.response();
    if (allowed.differ()) {
      response.headers().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null || !allowed.contain(origin)) {
      context.next();
      return;
    }
    response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, allowed.hasAll() ? "*" : origin);
    if (isPreflight(request)) {
      response
          .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD")
          .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, "If-None-Match, Last-Event-ID")
          .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, FOR_A_DAY)
          .setStatusCode(HttpResponseStatus.NO_CONTENT.code())
          .end();
      return;
    }
    response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Retry-After");
    context.next();
  }

  private static boolean isPreflight(HttpServerRequest request) {
    return request.method() == HttpMethod.OPTIONS
        && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
  }
}
