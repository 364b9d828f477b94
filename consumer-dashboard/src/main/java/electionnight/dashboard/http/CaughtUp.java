package electionnight.dashboard.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Half-read nights would look like nights that went back in time; readers wait for whole ones. */
final class CaughtUp implements Handler<RoutingContext> {
  private static final long LONGEST_WAIT_SECONDS = 10;

  private final CompletableFuture<Void> caughtUp;

  CaughtUp(CompletableFuture<Void> caughtUp) {
    this.caughtUp = caughtUp;
  }

  @Override
  public void handle(RoutingContext context) {
    if (caughtUp.isDone()) {
      context.next();
      return;
    }
    HttpServerRequest request = context.request();
    // A request whose end has been read can become no WebSocket.
    request.pause();
    Future.fromCompletionStage(caughtUp, context.vertx().getOrCreateContext())
        .timeout(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)
        .onSuccess(done -> goOn(context))
        .onFailure(
            timeout -> {
              context.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
              Problem.of(
                      HttpResponseStatus.SERVICE_UNAVAILABLE,
                      "The nights are still being read from Kafka; ask again in a few seconds.")
                  .send(context);
            })
        .onComplete(answered -> request.resume());
  }

  private static void goOn(RoutingContext context) {
    // Many have lost patience by then.
    if (!context.response().closed()) {
      context.next();
    }
  }
}
