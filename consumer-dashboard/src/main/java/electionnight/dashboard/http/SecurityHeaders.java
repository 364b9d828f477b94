package electionnight.dashboard.http;

import electionnight.dashboard.http.access.Origins;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/**
 * What every response forbids the browser: to run, load or send anything that is not ours, and to
 * show it in a frame, but for what is made for frames. A file that a page loads gets less than a
 * page: what is said of pages has no meaning there, and there are many files.
 */
final class SecurityHeaders implements Handler<RoutingContext> {
  private static final Pattern FOR_FRAMES = Pattern.compile("/embed(/.*)?");

  /** What a page loads; as it is what it says it is, no browser takes it for a page. */
  private static final Pattern PART_OF_A_PAGE = Pattern.compile(".*\\.(js|css)");

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
    String path = context.normalizedPath();
    boolean framed = FOR_FRAMES.matcher(path).matches();
    // By the path and not the content, so that a 304 says the same as the answer that it stands
    // for.
    if (PART_OF_A_PAGE.matcher(path).matches()) {
      protectPart(context.response(), framed);
    } else {
      protect(context.response(), framed);
    }
    context.next();
  }

  /** What no frame and no other site may show. */
  void protect(HttpServerResponse response) {
    protect(response, false);
  }

  private void protect(HttpServerResponse response, boolean framed) {
    protectPart(response, framed);
    response
        .putHeader("Content-Security-Policy", framed ? forFrames : POLICY + Origins.NONE.sources())
        .putHeader("Permissions-Policy", UNUSED)
        .putHeader("Referrer-Policy", "no-referrer");
  }

  private static void protectPart(HttpServerResponse response, boolean framed) {
    response
        .putHeader("Cross-Origin-Resource-Policy", framed ? "cross-origin" : "same-origin")
        .putHeader("X-Content-Type-Options", "nosniff");
  }
}
