package electionnight.dashboard.http;

import electionnight.dashboard.push.Broadcaster;
import electionnight.dashboard.push.Feed;
import electionnight.dashboard.push.Lane;
import electionnight.dashboard.view.NightView;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Starts the stream of a night. */
final class Streams {
  /** Any revision that a long can hold, and nothing else. */
  private static final Pattern REVISION = Pattern.compile("[0-9]{1,18}");

  private Streams() {}

  static void start(
      RoutingContext context,
      Entrance entrance,
      Broadcaster broadcaster,
      NightView night,
      Lane lane) {
    HttpServerRequest request = context.request();
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
        .putHeader("X-Accel-Buffering", "no");
    if (request.method() == HttpMethod.HEAD) {
      request.response().end();
      return;
    }
    if (!entrance.admits(context)) {
      return;
    }
    request.response().setChunked(true);
    Feed feed = broadcaster.feed(night.election().election()).orElseThrow();
    lane.attach(feed, request, lastRevision(request));
  }

  /** A browser that comes back knows better, by the header, than the address it started with. */
  private static OptionalLong lastRevision(HttpServerRequest request) {
    String header = request.getHeader("Last-Event-ID");
    String told = header == null ? request.getParam("last_event_id") : header;
    return told != null && REVISION.matcher(told).matches()
        ? OptionalLong.of(Long.parseLong(told))
        : OptionalLong.empty();
  }
}
