package electionnight.dashboard.http;

import electionnight.dashboard.http.access.Admission;
import electionnight.dashboard.http.access.Refusal;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Lets streams and sockets in, or tells them why not and when to come back. */
final class Entrance {
  private static final int SOONEST_RETRY_SECONDS = 5;
  private static final int LATEST_RETRY_SECONDS = 30;

  private final Admission admission;

  Entrance(Admission admission) {
    this.admission = admission;
  }

  /** Whether the stream that is asked for may start; where it may not, that has been answered. */
  boolean admits(RoutingContext context) {
    return admitted(context, admission.enter(context.request()));
  }

  /** The same for a WebSocket. */
  boolean admitsSocket(RoutingContext context) {
    return admitted(context, admission.enterSocket(context.request()));
  }

  private static boolean admitted(RoutingContext context, Optional<Refusal> refusal) {
    refusal.ifPresent(reason -> refuse(context, reason));
    return refusal.isEmpty();
  }

  private static void refuse(RoutingContext context, Refusal reason) {
    if (reason != Refusal.ORIGIN) {
      // Not the same for all, or all would be back at once.
      int seconds =
          ThreadLocalRandom.current().nextInt(SOONEST_RETRY_SECONDS, LATEST_RETRY_SECONDS);
      context.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    }
    problem(reason).send(context);
  }

  private static Problem problem(Refusal reason) {
    return switch (reason) {
      case TOTAL ->
          Problem.of(
              HttpResponseStatus.SERVICE_UNAVAILABLE,
              "As many are watching as this server takes; come back later.");
      case ADDRESS ->
          Problem.of(
              HttpResponseStatus.TOO_MANY_REQUESTS,
              "As many are watching from your address as this server takes; come back later.");
      case STOPPING ->
          Problem.of(
              HttpResponseStatus.SERVICE_UNAVAILABLE, "This server is stopping; come back later.");
      case ORIGIN ->
          Problem.of(
              HttpResponseStatus.FORBIDDEN, "Pages of this site may not open a socket here.");
    };
  }
}
