package electionnight.producer.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import electionnight.cli.LogContext;
import electionnight.domain.Input;
import electionnight.domain.SeatId;
import electionnight.wire.Json;
import electionnight.wire.Provenance;
import electionnight.wire.TraceParent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request that was answered, as the audit log has it.
 *
 * @param time when it was answered
 * @param source who sent it; empty for a stranger
 * @param address from where
 * @param request its method and path
 * @param input what it said, where that could be read
 * @param status of the answer
 * @param place where it is in the log; empty where nothing of it is kept, or that is not known
 * @param trace of the request
 * @param bodySha256 the digest of the body; empty where the body was not read
 * @param bodyBytes its length
 */
record AuditLine(
    Instant time,
    Optional<String> source,
    String address,
    String request,
    Optional<Input> input,
    int status,
    Optional<Place> place,
    TraceParent trace,
    Optional<String> bodySha256,
    int bodyBytes) {

  /** One line, without its end; what is not known is left out. */
  String json() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("time", time);
    source.ifPresent(name -> fields.put("source", name));
    fields.put("address", address);
    fields.put("request", request);
    input.ifPresent(said -> fields.put("election", said.election()));
    seat().ifPresent(seat -> fields.put("seat", seat));
    fields.put("status", status);
    place.ifPresent(at -> fields.put("place", at.text()));
    fields.put("trace_id", trace.traceId());
    bodySha256.ifPresent(
        digest -> {
          fields.put("bytes", bodyBytes);
          fields.put("sha256", digest);
        });
    try {
      return Json.shared().writeValueAsString(fields);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a line of the audit log cannot be written", e);
    }
  }

  /** What a line of the program's log about it has as fields. */
  LogContext context() {
    LogContext context = LogContext.of(new Provenance(source, Optional.of(trace)));
    context =
        input.map(Input::election).map(Object::toString).map(context::election).orElse(context);
    return seat().map(Object::toString).map(context::seat).orElse(context);
  }

  private Optional<SeatId> seat() {
    return input.flatMap(Input::oneSeat);
  }
}
