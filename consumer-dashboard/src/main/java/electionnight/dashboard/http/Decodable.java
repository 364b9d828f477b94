package electionnight.dashboard.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;

/** Refuses the addresses that nobody can decode; the router would take each for a fault of ours. */
final class Decodable implements Handler<HttpServerRequest> {
  private static final Pattern STRAY_PERCENT_SIGN = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private final SecurityHeaders securityHeaders;
  private final Handler<HttpServerRequest> then;

  /**
   * @param then gets all others
   */
  Decodable(SecurityHeaders securityHeaders, Handler<HttpServerRequest> then) {
    this.securityHeaders = securityHeaders;
    this.then = then;
  }

  @Override
  public void handle(HttpServerRequest request) {
    if (STRAY_PERCENT_SIGN.matcher(request.uri()).find()) {
      securityHeaders.protect(request.response());
      Problem.badRequest(
              "The address is '"
                  + request.uri()
                  + "', expected two hexadecimal digits behind each percent sign.")
          .send(request);
    } else {
      then.handle(request);
    }
  }
}
