package electionnight.dashboard.http;

import io.vertx.ext.web.RoutingContext;

/** What a request gets. */
interface Answer {
  /** Whether sending it is no work any more. */
  default boolean isPrepared(RoutingContext context) {
    return true;
  }

  /** Does what of the sending is work, so that an event loop need not; again is harmless. */
  default void prepare(RoutingContext context) {}

  /** Sends it, on the event loop of the request. */
  void send(RoutingContext context);
}
