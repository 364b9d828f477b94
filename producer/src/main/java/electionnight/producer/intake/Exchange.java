package electionnight.producer.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import electionnight.cli.LogContext;
import electionnight.cli.PlainText;
import electionnight.domain.Input;
import electionnight.producer.intake.BodyBudget.Reservation;
import electionnight.wire.Json;
import electionnight.wire.Sha256;
import electionnight.wire.TraceParent;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** One request and its answer, which the audit log is told. For the event loop alone. */
final class Exchange {
  private static final String KEY = Exchange.class.getName();
  private static final String JSON = "application/json";
  private static final int LONGEST_REQUEST = 200;

  private final RoutingContext http;
  private final IntakeAudit audit;
  private final String address;
  private final TraceParent trace;
  private Optional<IntakeSource> source = Optional.empty();
  private Optional<Input> input = Optional.empty();
  private Optional<Place> place = Optional.empty();
  private Optional<byte[]> body = Optional.empty();
  private Optional<Reservation> reserved = Optional.empty();

  private Exchange(RoutingContext http, IntakeAudit audit) {
    this.http = http;
    this.audit = audit;
    SocketAddress remote = http.request().remoteAddress();
    address = remote == null || remote.hostAddress() == null ? "unknown" : remote.hostAddress();
    trace = trace(http.request());
  }

  /** The sender's trace, else a new one. */
  private static TraceParent trace(HttpServerRequest request) {
    List<String> given = request.headers().getAll(TraceParent.HEADER);
    return (given.size() == 1 ? TraceParent.parse(given.get(0)) : Optional.<TraceParent>empty())
        .orElseGet(TraceParent::begin);
  }

  /** The exchange that a request belongs to, which it may begin. */
  static Exchange of(RoutingContext http, IntakeAudit audit) {
    Exchange begun = http.get(KEY);
    if (begun != null) {
      return begun;
    }
    Exchange exchange = new Exchange(http, audit);
    http.put(KEY, exchange);
    http.response().putHeader(TraceParent.HEADER, exchange.trace.toString());
    return exchange;
  }

  String address() {
    return address;
  }

  TraceParent trace() {
    return trace;
  }

  IntakeSource source() {
    return source.orElseThrow();
  }

  void sentBy(IntakeSource sender) {
    source = Optional.of(sender);
  }

  void reserve(Reservation room) {
    reserved = Optional.of(room);
  }

  /** The room for its body. */
  Reservation reserved() {
    return reserved.orElseThrow();
  }

  /** Reads the body, once there is one. */
  byte[] body() {
    Buffer buffer = http.body().buffer();
    byte[] bytes = buffer == null ? new byte[0] : buffer.getBytes();
    body = Optional.of(bytes);
    return bytes;
  }

  void said(Input said) {
    input = Optional.of(said);
  }

  void accept(Place at) {
    place = Optional.of(at);
    answer(202, JSON, at);
  }

  void refuse(Problem problem) {
    place = problem.rejected();
    answer(problem.status(), Problem.CONTENT_TYPE, problem);
  }

  /** Refuses what may be sent again after a while. */
  void refuseFor(Duration wait, Problem problem) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    http.response().putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    refuse(problem);
  }

  LogContext context() {
    return line(0).context();
  }

  private void answer(int status, String type, Object answer) {
    audit.tell(line(status));
    if (http.response().ended() || http.response().closed()) {
      return;
    }
    try {
      http.response()
          .setStatusCode(status)
          .putHeader(HttpHeaders.CONTENT_TYPE, type)
          .end(Buffer.buffer(Json.shared().writeValueAsBytes(answer)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be written", e);
    }
  }

  private AuditLine line(int status) {
    return new AuditLine(
        Instant.now().truncatedTo(ChronoUnit.MILLIS),
        source.map(IntakeSource::id),
        address,
        PlainText.fit(
            PlainText.of(http.request().method() + " " + http.request().path()), LONGEST_REQUEST),
        input,
        status,
        place,
        trace,
        body.map(Sha256::hex),
        body.map(bytes -> bytes.length).orElse(0));
  }
}
