package electionnight.producer.intake;

import static electionnight.producer.intake.IntakeClient.contentType;
import static electionnight.producer.intake.IntakeClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import electionnight.domain.ElectionId;
import electionnight.producer.Heard;
import electionnight.producer.Log;
import electionnight.producer.Samples;
import electionnight.wire.Json;
import electionnight.wire.MessageType;
import electionnight.wire.Provenance;
import electionnight.wire.Sha256;
import electionnight.wire.Topic;
import electionnight.wire.TraceParent;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may send what, how often, and what is kept of it. */
final class IntakeRightsTest {
  private static final Instant AT = Instant.parse("2023-10-20T01:30:00Z");
  private static final String NAME = Samples.tamworth(AT).source();
  private static final byte[] TAMWORTH = MessageType.DECLARATION.write(Samples.tamworth(AT));
  private static final byte[] MID_BEDFORDSHIRE =
      MessageType.DECLARATION.write(Samples.midBedfordshire(AT));
  private static final byte[] HOLD = MessageType.HOLD.write(Samples.HOLD);
  private static final byte[] ALERT_SWITCH = MessageType.ALERT_SWITCH.write(Samples.ALERT_SWITCH);
  private static final String HALL = "the-token-of-the-hall";
  private static final String DESK = "the-token-of-the-desk";
  private static final String ELSEWHERE = "the-token-of-another-night";

  private final Log log = Log.acknowledging();
  private final HeardAudit audit = new HeardAudit();
  private final AtomicLong nanos = new AtomicLong();
  private HttpIntake intake;

  @BeforeEach
  void start() {
    Set<Intake> declarations = Set.of(Intake.DECLARATIONS);
    IntakeSources sources =
        new IntakeSources(
            List.of(
                new IntakeSource(
                    "hall",
                    List.of(BearerToken.of(HALL)),
                    declarations,
                    Set.of(Samples.ID),
                    Set.of(Samples.TAMWORTH.seat()),
                    Set.of(NAME, "Tamworth"),
                    1,
                    3),
                new IntakeSource(
                    "desk",
                    List.of(BearerToken.of(DESK)),
                    Set.of(Intake.values()),
                    Set.of(),
                    Set.of(Samples.TAMWORTH.seat()),
                    Set.of(),
                    0,
                    1),
                new IntakeSource(
                    "elsewhere",
                    List.of(BearerToken.of(ELSEWHERE)),
                    declarations,
                    Set.of(new ElectionId("another-night")),
                    Set.of(),
                    Set.of(),
                    0,
                    1)));
    intake =
        HttpIntake.start(
            log.publisher,
            new IntakeSettings("127.0.0.1", 0, sources, audit),
            new Heard(),
            IntakeClient.PATIENT,
            nanos::get);
  }

  @AfterEach
  void stop() {
    intake.close();
  }

  @Test
  void whatASourceMaySayIsPublishedInItsName() throws Exception {
    HttpResponse<byte[]> answer = by(HALL).post(TAMWORTH);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(Provenance.of(log.records(Topic.DECLARATIONS).get(0).headers()).source())
        .hasValue("hall");
  }

  @Test
  void whatASourceMayNotSayIsRefusedAndNotKept() throws Exception {
    assertForbidden(
        by(HALL).post(MID_BEDFORDSHIRE),
        "The source 'hall' may not speak of the seat E14000813 of by-elections-2023-10-19.");
    assertForbidden(
        by(ELSEWHERE).post(TAMWORTH),
        "The source 'elsewhere' may not speak of by-elections-2023-10-19.");
    assertForbidden(by(HALL).post("/holds", HOLD), "The source 'hall' may not send to /holds.");
    assertForbidden(
        by(DESK).post("/alert-switches", ALERT_SWITCH),
        "The source 'desk' may not speak of the whole of by-elections-2023-10-19.");
    assertForbidden(
        by(DESK).post("/holds", HOLD),
        "The source 'desk' may not speak of the seat E14000813 of by-elections-2023-10-19.");
    assertThat(log.producer.history()).isEmpty();
  }

  @Test
  void aSourceMayNotDeclareInTheNameOfAnother() throws Exception {
    assertThat(by(HALL).post(declaredAs("Tamworth")).statusCode()).isEqualTo(202);

    for (String name : List.of("PA", "", NAME.toUpperCase(Locale.ROOT), NAME + " ")) {
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
      assertForbidden(
          by(HALL).post(declaredAs(name)),
          "The source 'hall' may not declare as '%s', only as 'Tamworth' or '%s'."
              .formatted(name, NAME));
    }
    assertThat(log.records(Topic.DECLARATIONS)).hasSize(1);
  }

  @Test
  void whatASourceCallsItselfIsToldBriefly() throws Exception {
    HttpResponse<byte[]> answer = by(HALL).post(declaredAs("P\nA".repeat(10_000)));

    assertForbidden(answer, "The source 'hall' may not declare as 'P\uFFFDAP");
    assertThat(json(answer).path("detail").textValue()).hasSizeLessThan(300);
  }

  @Test
  void whatASourceSendsThatCannotBeReadIsKeptInItsName() throws Exception {
    assertThat(by(HALL).post(new byte[] {'{'}).statusCode()).isEqualTo(422);

    assertThat(Provenance.of(log.records(Topic.REJECTED).get(0).headers()).source())
        .hasValue("hall");
  }

  @Test
  void aSourceThatSendsTooMuchHasToWaitAndOthersHaveNot() throws Exception {
    for (int i = 0; i < 3; i++) {
      assertThat(by(HALL).post(TAMWORTH).statusCode()).isEqualTo(202);
    }

    HttpResponse<byte[]> tooMuch = by(HALL).post(TAMWORTH);

    assertProblem(tooMuch, 429, "The source 'hall' may send 1 a second");
    assertThat(tooMuch.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(by(DESK).post(TAMWORTH).statusCode()).as("of another").isEqualTo(202);
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(by(HALL).post(TAMWORTH).statusCode()).as("a second later").isEqualTo(202);
    assertThat(log.records(Topic.DECLARATIONS)).hasSize(5);
  }

  @Test
  void wrongTokensAreSlowedAndRightOnesFromTheSameAddressAreNot() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(by("wrong-" + i).post(TAMWORTH).statusCode()).isEqualTo(401);
    }

    HttpResponse<byte[]> tooMany = by("wrong-again").post(TAMWORTH);

    assertProblem(tooMany, 429, "Too many wrong tokens came from 127.0.0.1");
    assertThat(tooMany.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(by(HALL).post(TAMWORTH).statusCode()).isEqualTo(202);
    nanos.addAndGet(Duration.ofSeconds(5).toNanos());
    assertThat(by("wrong").post(TAMWORTH).statusCode()).isEqualTo(401);
  }

  @Test
  void theTraceOfARequestGoesWithItsRecordAndItsAnswer() throws Exception {
    TraceParent trace = TraceParent.begin();

    HttpResponse<byte[]> answer = traced(trace.toString());

    assertThat(answer.headers().firstValue("traceparent")).hasValue(trace.toString());
    assertThat(recorded(0)).isEqualTo(trace);
  }

  @Test
  void aTraceThatIsNoneIsReplaced() throws Exception {
    TraceParent trace = TraceParent.begin();

    for (List<String> wrong :
        List.of(List.<String>of(), List.of("00-1-2-00"), List.of(trace.toString(), "00"))) {
      HttpResponse<byte[]> answer = traced(wrong.toArray(String[]::new));

      TraceParent made =
          TraceParent.parse(answer.headers().firstValue("traceparent").orElseThrow()).orElseThrow();
      assertThat(made).as("in place of %s", wrong).isNotEqualTo(trace);
      assertThat(recorded(log.records(Topic.DECLARATIONS).size() - 1)).isEqualTo(made);
    }
  }

  @Test
  void everyAnswerIsInTheAuditLog() throws Exception {
    TraceParent trace = TraceParent.begin();
    Instant before = Instant.now();

    traced(trace.toString());
    by(HALL).post(MID_BEDFORDSHIRE);
    by("wrong").post(TAMWORTH);
    by(HALL).post(new byte[] {'{'});
    by(HALL).post(TAMWORTH);
    by(DESK).send(by(DESK).request("/results").GET());

    assertThat(audit.lines)
        .extracting(AuditLine::status)
        .containsExactly(202, 403, 401, 422, 429, 404);
    JsonNode accepted = line(0);
    assertThat(Instant.parse(accepted.path("time").textValue()))
        .isBetween(before.truncatedTo(ChronoUnit.MILLIS), Instant.now());
    assertThat(accepted)
        .isEqualTo(
            Json.shared()
                .readTree(
                    """
                    {"time": "%s", "source": "hall", "address": "127.0.0.1",
                     "request": "POST /declarations", "election": "by-elections-2023-10-19",
                     "seat": "E14000986", "status": 202, "place": "declarations-0@0",
                     "trace_id": "%s", "bytes": %d, "sha256": "%s"}
                    """
                        .formatted(
                            accepted.path("time").textValue(),
                            trace.traceId(),
                            TAMWORTH.length,
                            Sha256.hex(TAMWORTH))));
    assertThat(line(1).path("seat").textValue()).isEqualTo("E14000813");
    assertThat(line(1).has("place")).as("whether what was forbidden is kept").isFalse();
    assertThat(line(1).path("sha256").textValue()).isEqualTo(Sha256.hex(MID_BEDFORDSHIRE));
    assertThat(line(2).has("source")).as("whether a stranger has a name").isFalse();
    assertThat(line(2).has("sha256")).as("whether a stranger's body is read").isFalse();
    assertThat(line(3).path("place").textValue()).isEqualTo("rejected-0@0");
    assertThat(line(4).path("source").textValue()).isEqualTo("hall");
  }

  private static byte[] declaredAs(String name) throws IOException {
    ObjectNode declaration = (ObjectNode) Json.shared().readTree(TAMWORTH);
    return Json.shared().writeValueAsBytes(declaration.put("source", name));
  }

  private JsonNode line(int number) throws IOException {
    return Json.shared().readTree(audit.lines.get(number).json());
  }

  private TraceParent recorded(int number) {
    return Provenance.of(log.records(Topic.DECLARATIONS).get(number).headers())
        .trace()
        .orElseThrow();
  }

  private HttpResponse<byte[]> traced(String... headers) throws Exception {
    IntakeClient client = by(HALL);
    var request =
        client
            .request("/declarations")
            .header("Authorization", "Bearer " + HALL)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(TAMWORTH));
    for (String header : headers) {
      request.header("traceparent", header);
    }
    return client.send(request);
  }

  private IntakeClient by(String token) {
    return new IntakeClient(intake.port(), token);
  }

  private static void assertForbidden(HttpResponse<byte[]> answer, String detail)
      throws IOException {
    assertProblem(answer, 403, detail);
  }

  private static void assertProblem(HttpResponse<byte[]> answer, int status, String detail)
      throws IOException {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(contentType(answer)).isEqualTo("application/problem+json");
    assertThat(json(answer).path("detail").textValue()).startsWith(detail);
  }
}
