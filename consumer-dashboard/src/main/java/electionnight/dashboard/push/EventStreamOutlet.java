package electionnight.dashboard.push;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** A response that goes on as Server-Sent Events. */
public final class EventStreamOutlet implements Outlet {
  private final HttpServerRequest request;
  private final HttpServerResponse response;

  /**
   * @param request whose response has its headers and is chunked
   */
  public EventStreamOutlet(HttpServerRequest request) {
    this.request = request;
    this.response = request.response();
    response.exceptionHandler(failure -> {});
    response.write(retry());
  }

  @Override
  public EventFormat format() {
    return EventFormat.SERVER_SENT;
  }

  @Override
  public boolean isClosed() {
    return response.closed() || response.ended();
  }

  @Override
  public boolean isFull() {
    return response.writeQueueFull();
  }

  @Override
  public void write(Buffer event) {
    response.write(event);
  }

  @Override
  public void end() {
    response.end(retry());
  }

  @Override
  public void drop() {
    Connections.drop(request.connection());
  }

  @Override
  public void onDrain(Runnable drained) {
    response.drainHandler(nothing -> drained.run());
  }

  @Override
  public void onClose(Runnable closed) {
    response.closeHandler(nothing -> closed.run());
  }

  private static Buffer retry() {
    return Buffer.buffer("retry: " + Farewell.retryMillis() + "\n\n");
  }
}
