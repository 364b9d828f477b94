package electionnight.dashboard.http;

import electionnight.dashboard.http.access.Origins;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/**
 * What every response forbids the browser: to run, load or send anything that is not ours, and to
 * show it in a frame, but for what is made for frames.
 */
final class SecurityHeaders implements Handler<RoutingContext> {
  private static final Pattern FOR_FRAMES = Pattern.compile("/embed(/.*)?");

  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:",
          "connect-src 'self'",
          "font-src 'self'",
          "base-uri 'none'",
          "form-action 'none'",
          "frame-ancestors ");

  private static final String UNUSED =
      "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

  private final String forFrames;

  /**
   * @param frameAncestors the sites that may show what is made for frames
   */
  SecurityHeaders(Origins frameAncestors) {
    this.forFrames = POLICY + frameAncestors.sources();
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerResponse response = context.response();
    protect(response);
    if (FOR_FRAMES.matcher(context.normalizedPath()).matches()) {
      response
          .putHeader("Content-Security-Policy", forFrames)
          .putHeader("Cross-Origin-Resource-Policy", "cross-origin");
    }
    context.next();
  }

  /** What no frame and no other site may show. */
  void protect(HttpServerResponse response) {
    response
        .putHeader("Content-Security-Policy", POLICY + Origins.NONE.sources())
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Permissions-Policy", UNUSED)
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("X-Content-Type-Options", "nosniff");
  }
}
