package electionnight.dashboard.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import electionnight.wire.Json;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Why a request gets nothing, as RFC 9457 has it.
 *
 * @param title the name of the status
 * @param status the HTTP status code
 * @param detail one plain sentence
 */
record Problem(String title, int status, String detail) implements Answer {

  static Problem of(HttpResponseStatus status, String detail) {
    return new Problem(status.reasonPhrase(), status.code(), detail);
  }

  static Problem notFound(String detail) {
    return of(HttpResponseStatus.NOT_FOUND, detail);
  }

  static Problem badRequest(String detail) {
    return of(HttpResponseStatus.BAD_REQUEST, detail);
  }

  @Override
  public void send(RoutingContext context) {
    send(context.request());
  }

  /** The same where it does not get as far as the router. */
  void send(HttpServerRequest request) {
    HttpServerResponse response = request.response();
    Buffer body = Buffer.buffer(json());
    response
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (request.method() == HttpMethod.HEAD) {
      response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length())).end();
    } else {
      response.end(body);
    }
  }

  private byte[] json() {
    try {
      return Json.shared().writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a problem cannot be written", e);
    }
  }
}
