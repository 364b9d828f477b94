package electionnight.dashboard.http;

import electionnight.dashboard.push.Broadcaster;
import electionnight.dashboard.push.EventId;
import electionnight.dashboard.push.EventStreamOutlet;
import electionnight.dashboard.push.Feed;
import electionnight.dashboard.push.Lane;
import electionnight.dashboard.push.SocketOutlet;
import electionnight.dashboard.view.NightView;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Starts the streams of nights, as Server-Sent Events and over WebSockets. */
final class Streams {
  private final Entrance entrance;
  private final Broadcaster broadcaster;
  private final Lane lane;

  /**
   * @param lane of the event loop that the requests come on
   */
  Streams(Entrance entrance, Broadcaster broadcaster, Lane lane) {
    this.entrance = entrance;
    this.broadcaster = broadcaster;
    this.lane = lane;
  }

  void stream(RoutingContext context, NightView night) {
    HttpServerRequest request = context.request();
    Selected selected = Selected.by(request, night);
    if (selected.refusal().isPresent()) {
      selected.refusal().get().send(context);
      return;
    }
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
    lane.attach(
        feed(night), selected.selection(), new EventStreamOutlet(request), lastEvent(request));
  }

  void socket(RoutingContext context, NightView night) {
    HttpServerRequest request = context.request();
    Selected selected = Selected.by(request, night);
    if (selected.refusal().isPresent()) {
      selected.refusal().get().send(context);
    } else if (!request.canUpgradeToWebSocket()) {
      context.response().putHeader(HttpHeaders.UPGRADE, "websocket");
      Problem.of(
              HttpResponseStatus.UPGRADE_REQUIRED,
              "Here a WebSocket is spoken; the same events are at "
                  + context.normalizedPath().replaceAll("socket$", "stream")
                  + ".")
          .send(context);
    } else if (entrance.admitsSocket(context)) {
      Feed feed = feed(night);
      Optional<EventId> held = lastEvent(request);
      request
          .toWebSocket()
          .onSuccess(
              socket ->
                  lane.attach(
                      feed,
                      selected.selection(),
                      new SocketOutlet(socket, request.connection()),
                      held))
          .onFailure(context::fail);
    }
  }

  private Feed feed(NightView night) {
    return broadcaster.feed(night.election().election()).orElseThrow();
  }

  /** A browser that comes back knows better, by the header, than the address it started with. */
  private static Optional<EventId> lastEvent(HttpServerRequest request) {
    String header = request.getHeader("Last-Event-ID");
    return Optional.ofNullable(header == null ? request.getParam("last_event_id") : header)
        .flatMap(EventId::parse);
  }
}
