package electionnight.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.dashboard.TailedDashboard;
import electionnight.dashboard.push.PushSettings;
import electionnight.dashboard.testing.ANight;
import electionnight.dashboard.testing.FakeLog;
import electionnight.dashboard.testing.RunningDashboard;
import electionnight.dashboard.testing.SmallGeneralElection;
import electionnight.domain.Seat;
import electionnight.domain.SeatReport;
import electionnight.domain.Status;
import electionnight.wire.MessageType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RestTest {
  private static final String HOSTILE =
      "</script><img src=x onerror=alert(1)> \u2028 \" \\ \u0000 Môn";

  private final ANight night = ANight.of("october");
  private final Seat tamworth = night.seat("E14000986", "Tamworth");
  private final Seat midBedfordshire = night.seat("E14000813", "Mid Bedfordshire");
  private final Seat hostile = night.seat("X1", HOSTILE);
  private final ANight older = ANight.of("older", LocalDate.parse("2022-06-23"));
  private TailedDashboard tailed;
  private RunningDashboard http;

  @BeforeEach
  void givenANightWithTwoDeclarations() {
    tailed =
        TailedDashboard.of(
            new FakeLog()
                .open(older.election())
                .open(night.election(), tamworth, midBedfordshire, hostile)
                .update(
                    night.update(1, tamworth, night.alert(tamworth, 1, HOSTILE)),
                    night.update(
                        2, midBedfordshire, night.alert(midBedfordshire, 1, "Labour gain"))));
    http = tailed.http;
  }

  @AfterEach
  void close() {
    tailed.close();
  }

  @Test
  void nightsComeNewestPollingDayFirst() {
    JsonNode nights = http.json("/api/nights").get("nights");

    assertThat(nights).hasSize(2);
    assertThat(nights.get(0).toString())
        .isEqualTo(
            "{\"election\":\"october\",\"name\":\"By-elections of 2023-10-19\","
                + "\"contest\":\"BY_ELECTION\",\"date\":\"2023-10-19\",\"zone\":\"Europe/London\","
                + "\"mode\":\"TEST\",\"seats\":3,\"declared\":2,\"revision\":2}");
    assertThat(nights.get(1).get("election").textValue()).isEqualTo("older");
    assertThat(nights.get(1).get("revision").intValue()).isZero();
  }

  @Test
  void aNightTellsItsTermsAndItsSeats() {
    JsonNode reference = http.json("/api/nights/october");

    assertThat(reference.get("election").get("parties")).hasSize(2);
    assertThat(reference.get("seats")).hasSize(3);
    assertThat(reference.get("seats").get(1).toString())
        .isEqualTo(
            "{\"seat\":\"E14000986\",\"name\":\"Tamworth\",\"region\":\"East of England\","
                + "\"nation\":\"England\",\"electorate\":80000,\"hex\":{\"q\":3,\"r\":4},"
                + "\"held\":{\"party\":\"Con\",\"majority\":1000,\"basis\":\"LAST_GENERAL\"}}");
  }

  @Test
  void theScoreboardIsTheMessage() {
    assertThat(http.get("/api/nights/october/scoreboard").body())
        .isEqualTo(MessageType.SCOREBOARD.write(night.update(2).scoreboard()));
  }

  @Test
  void resultsComeNewestDeclaredFirst() {
    JsonNode results = http.json("/api/nights/october/results");

    assertThat(results.get("election").textValue()).isEqualTo("october");
    assertThat(results.get("revision").intValue()).isEqualTo(2);
    assertThat(texts(results.get("results"), "name"))
        .containsExactly("Mid Bedfordshire", "Tamworth");
    assertThat(http.get("/api/nights/october/results/E14000986").body())
        .isEqualTo(MessageType.RESULT.write(night.declared(1, tamworth).result().orElseThrow()));
  }

  @Test
  void aSeatWithoutAResultSaysWhy() {
    thenReports(night.checked(tamworth, "first and second as in Mid Bedfordshire", "too early"));
    assertThat(detail("results/E14000986"))
        .isEqualTo(
            "Tamworth (E14000986) has no result: revision 1 is being checked"
                + " (first and second as in Mid Bedfordshire; too early).");

    thenReports(night.announced(tamworth, Status.WITHDRAWN, "a ward was left out"));
    assertThat(detail("results/E14000986"))
        .isEqualTo("Tamworth (E14000986) has no result: it was withdrawn (a ward was left out).");

    thenReports(night.announced(tamworth, Status.RECOUNT, "12 votes apart"));
    assertThat(detail("results/E14000986"))
        .isEqualTo("Tamworth (E14000986) has no result: a recount was announced (12 votes apart).");

    thenReports(night.held(tamworth, "the desk", "two agencies differ"));
    assertThat(detail("results/E14000986"))
        .isEqualTo(
            "Tamworth (E14000986) has no result: it is on hold by the desk (two agencies differ);"
                + " revision 1 is being checked.");
    assertThat(texts(http.json("/api/nights/october/results").get("results"), "name"))
        .containsExactly("Mid Bedfordshire");
  }

  @Test
  void aSeatTellsHowItStandsAndHowItCameToThat() {
    thenReports(night.checked(tamworth, HOSTILE));

    JsonNode seat = http.json("/api/nights/october/seats/E14000986");

    assertThat(seat.get("revision").intValue()).isEqualTo(3);
    assertThat(seat.get("report").get("checking").get("queries").get(0).get("words").textValue())
        .isEqualTo(HOSTILE);
    assertThat(seat.get("report").has("result")).as("a result").isFalse();
    assertThat(seat.get("forgotten").intValue()).isZero();
    assertThat(seat.get("history")).hasSize(2);
    JsonNode first = seat.get("history").get(0);
    assertThat(first.get("revision").intValue()).isEqualTo(1);
    assertThat(first.get("stands").toString())
        .isEqualTo(
            "{\"revision\":1,\"status\":\"DECLARED\",\"at\":\"2023-10-19T21:00:01Z\","
                + "\"source\":\"returning officer\",\"winner\":\"A\",\"party\":\"Lab\","
                + "\"majority\":1000}");
    JsonNode second = seat.get("history").get(1);
    assertThat(second.has("stands")).as("what stands").isFalse();
    assertThat(second.get("checking").get("source").textValue()).isEqualTo("an agency");
  }

  @Test
  void aSeatOfWhichNothingWasSaidHasNoHistory() {
    JsonNode seat = http.json("/api/nights/october/seats/X1");

    assertThat(seat.get("report").get("name").textValue()).isEqualTo(HOSTILE);
    assertThat(seat.get("history")).isEmpty();
  }

  @Test
  void allThatIsBeingCheckedOrHeldIsInOnePlace() {
    assertThat(http.json("/api/nights/october/checking").get("seats")).isEmpty();

    thenReports(night.checked(tamworth, "too early"), night.held(midBedfordshire, "desk", "wait"));

    JsonNode seats = http.json("/api/nights/october/checking").get("seats");
    assertThat(texts(seats, "name")).containsExactly("Mid Bedfordshire", "Tamworth");
    assertThat(seats.get(0).get("held").get("reason").textValue()).isEqualTo("wait");
    assertThat(texts(seats.get(1).get("checking").get("queries"), "words"))
        .containsExactly("too early");
  }

  @Test
  void bothLedgersStandSideBySide() {
    SmallGeneralElection given = new SmallGeneralElection();
    given.publishTo(tailed.log);
    await("the night")
        .until(
            () ->
                tailed
                    .dashboard
                    .scoreboard(given.id())
                    .filter(board -> board.revision() == 1)
                    .isPresent());

    JsonNode ledgers = http.json("/api/nights/" + given.id() + "/ledgers").get("ledgers");

    assertThat(ledgers.get("own").get("label").textValue())
        .isEqualTo("against the general election before");
    assertThat(ledgers.get("sitting").get("basis").textValue()).isEqualTo("SITTING");
    assertThat(ledgers.get("parties").get(0).toString())
        .isEqualTo(
            "{\"party\":\"Con\",\"seats\":1,\"own\":{\"gains\":0,\"losses\":0,\"net\":0},"
                + "\"sitting\":{\"gains\":1,\"losses\":0,\"net\":1}}");
    assertThat(ledgers.get("differences").get(0).get("why").textValue())
        .isEqualTo(
            "Held by the Liberal Democrats at dissolution or vacancy (won the by-election; a"
                + " test), by the Conservatives in the general election before.");
    assertThat(ledgers.has("speaker")).as("a row of the Speaker").isFalse();
  }

  private void thenReports(SeatReport... reports) {
    long next = tailed.dashboard.scoreboard(night.id()).orElseThrow().revision() + 1;
    tailed.log.update(night.update(next, List.of(reports)));
    await("revision " + next)
        .until(() -> tailed.dashboard.scoreboard(night.id()).orElseThrow().revision() == next);
  }

  private String detail(String path) {
    HttpResponse<byte[]> response = http.get("/api/nights/october/" + path);
    assertThat(response.statusCode()).as(path).isEqualTo(404);
    return RunningDashboard.parse(response.body()).get("detail").textValue();
  }

  @Test
  void alertsComeNewestFirst() {
    JsonNode alerts = http.json("/api/nights/october/alerts");

    assertThat(alerts.get("revision").intValue()).isEqualTo(2);
    assertThat(texts(alerts.get("alerts"), "headline")).containsExactly("Labour gain", HOSTILE);
  }

  @Test
  void aSnapshotHasTheMajorityInVotesAndInPercentAsTheResultHasIt() {
    JsonNode line = http.json("/api/nights/october/snapshot").get("results").get(0);
    JsonNode result =
        http.json("/api/nights/october/results/" + line.get("seat").textValue()).get("majority");

    assertThat(line.get("majority")).as("majority").isEqualTo(result.get("votes"));
    assertThat(line.get("majorityShare")).as("majorityShare").isEqualTo(result.get("share"));
  }

  @Test
  void hostileTextStaysText() {
    JsonNode seats = http.json("/api/nights/october").get("seats");

    assertThat(texts(seats, "name")).contains(HOSTILE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/nights",
        "/api/nights/october",
        "/api/nights/october/scoreboard",
        "/api/nights/october/snapshot",
        "/api/nights/october/results",
        "/api/nights/october/results/E14000986",
        "/api/nights/october/seats/E14000986",
        "/api/nights/october/checking",
        "/api/nights/october/ledgers",
        "/api/nights/october/alerts",
        "/api/nights/october/alerts.atom",
        "/api/nights/october/results.csv",
        "/api/nights/october/candidates.csv",
        "/api/nights/october/scoreboard.csv"
      })
  void whoHoldsADocumentIsNotSentItAgainUntilItChanges(String path) {
    String etag = http.get(path).headers().firstValue("ETag").orElseThrow();

    HttpResponse<byte[]> same = http.get(path, "If-None-Match", "\"other\", " + etag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(same.headers().firstValue("ETag")).contains(etag);

    tailed
        .log
        .open(night.election(), night.seat(tamworth.seat().value(), "Tamworth (new name)"))
        .update(night.update(3, tamworth));
    await("revision 3")
        .until(() -> tailed.dashboard.scoreboard(night.id()).orElseThrow().revision() == 3);
    HttpResponse<byte[]> changed = http.get(path, "If-None-Match", etag);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.headers().firstValue("ETag")).isNotEmpty().get().isNotEqualTo(etag);
  }

  @ParameterizedTest
  @ValueSource(strings = {"scoreboard", "snapshot", "scoreboard.csv"})
  void theTotalsOfANightWithoutUpdatesChangeWithItsTerms(String document) {
    String path = "/api/nights/older/" + document;
    String etag = http.get(path).headers().firstValue("ETag").orElseThrow();

    tailed.log.open(older.election());
    await(path + " changed").until(() -> http.get(path, "If-None-Match", etag).statusCode() == 200);
  }

  @Test
  void aLargeDocumentIsCompressedForWhoAsksForIt() throws IOException {
    tailed.log.seats(
        IntStream.range(0, 50)
            .mapToObj(i -> night.seat("M" + i, "Seat " + i))
            .toArray(Seat[]::new));
    await("53 seats").until(() -> http.json("/api/nights/october").get("seats").size() == 53);

    HttpResponse<byte[]> plain = http.get("/api/nights/october", "Accept-Encoding", "gzip;q=0");
    HttpResponse<byte[]> packed =
        http.get("/api/nights/october", "Accept-Encoding", "br, gzip;q=0.8");
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(packed.body()).hasSizeLessThan(plain.body().length);
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(unpacked.readAllBytes()).isEqualTo(plain.body());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/nights/nowhere            | There is no night 'nowhere'.",
        "/api/nights/nowhere/scoreboard | There is no night 'nowhere'.",
        "/api/nights/nowhere/stream     | There is no night 'nowhere'.",
        "/api/nights/NOT%20AN%20ID      | There is no night 'NOT AN ID'.",
        "/api/nights/october/results/X1 | has not been declared yet.",
        "/api/nights/october/results/X9 | There is no seat 'X9' in october.",
        "/api/nights/october/seats/X9   | There is no seat 'X9' in october.",
        "/api/nights/october/seats/%2E%2E%2Fx | There is no seat",
        "/api/nights/nowhere/seats/X1   | There is no night 'nowhere'.",
        "/api/nights/nowhere/checking   | There is no night 'nowhere'.",
        "/api/nights/nowhere/alerts.atom | There is no night 'nowhere'.",
        "/api/nights/nowhere/results.csv | There is no night 'nowhere'.",
        "/api/nights/nowhere/ledgers    | There is no night 'nowhere'.",
        "/api/nights/october/nothing    | There is nothing at /api/nights/october/nothing.",
        "/api/                          | There is nothing at /api/.",
        "/no-such-page.html             | There is nothing at /no-such-page.html.",
        "/web                           | There is nothing at /web.",
        "/example                       | There is nothing at /example.",
        "/../logback.xml                | There is nothing at"
      })
  void whatIsNotThereIsSaidInPlainWords(String path, String detail) {
    HttpResponse<byte[]> response = http.get(path);

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = RunningDashboard.parse(response.body());
    assertThat(problem.get("status").intValue()).isEqualTo(404);
    assertThat(problem.get("title").textValue()).isEqualTo("Not Found");
    assertThat(problem.get("detail").textValue()).contains(detail);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/nights/october/seats/%zz | The address is '/api/nights/october/seats/%zz', expected two",
        "/%                            | The address is '/%', expected two hexadecimal digits",
        "/?night=%2                    | The address is '/?night=%2', expected two",
        "/api/nights/october/results?revision=1&revision=2 | revision is '1' and '2', expected one value",
        "/api/nights/october/stream?party=Lab&party=Con | party is 'Lab' and 'Con', expected one"
      })
  void whatCannotBeMeantIsSaidInPlainWords(String path, String detail) throws IOException {
    // A client that checks addresses would not send these.
    try (Socket socket = new Socket("localhost", tailed.http.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

      assertThat(answer)
          .startsWith("HTTP/1.1 400")
          .containsIgnoringCase("Content-Type: application/problem+json")
          .containsIgnoringCase("Content-Security-Policy: default-src 'none'")
          .contains(detail);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
  void nothingCanBeWritten(String method) {
    HttpResponse<byte[]> response = http.send(method, "/api/nights");

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
    assertThat(RunningDashboard.parse(response.body()).get("title").textValue())
        .isEqualTo("Method Not Allowed");
  }

  @Test
  void alertsAreAFeed() {
    HttpResponse<byte[]> feed = http.get("/api/nights/october/alerts.atom");

    assertThat(feed.headers().firstValue("Content-Type"))
        .contains("application/atom+xml; charset=utf-8");
    assertThat(new String(feed.body(), StandardCharsets.UTF_8))
        .contains("<title>TEST: Labour gain</title>", "&lt;img src=x onerror=alert(1)&gt;");
  }

  @ParameterizedTest
  @CsvSource({"results,seat", "candidates,seat", "scoreboard,party"})
  void tablesAreDownloads(String table, String firstColumn) {
    HttpResponse<byte[]> response = http.get("/api/nights/october/" + table + ".csv");

    assertThat(response.headers().firstValue("Content-Type"))
        .contains("text/csv; charset=utf-8; header=present");
    assertThat(response.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"october-r2-" + table + ".csv\"");
    assertThat(new String(response.body(), StandardCharsets.UTF_8))
        .startsWith("\uFEFF" + firstColumn + ",");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/example/",
        "/api/nights",
        "/api/nights/october/alerts.atom",
        "/api/nights/october/results.csv",
        "/api/nights/october/candidates.csv",
        "/api/nights/october/scoreboard.csv",
        "/api/nights/october/stream",
        "/api/nights/nowhere"
      })
  void headHasTheHeadersAndNoBody(String path) {
    HttpResponse<byte[]> response = http.send("HEAD", path);

    assertThat(response.body()).isEmpty();
    assertThat(response.headers().firstValue("Content-Type")).isPresent();
  }

  @Test
  void thePageIsServedAndMayRunNothingButOurs() {
    HttpResponse<byte[]> page = http.get("/example/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .contains(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                + " connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none';"
                + " frame-ancestors 'none'");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    String etag = page.headers().firstValue("ETag").orElseThrow();
    assertThat(http.get("/example/index.html", "If-None-Match", etag).statusCode()).isEqualTo(304);
  }

  @Test
  void readersWaitUntilTheNightsAreWhole() {
    FakeLog away = new FakeLog().awayFor(1).open(night.election(), tamworth);
    try (TailedDashboard starting = TailedDashboard.starting(away, PushSettings.DEFAULTS)) {
      assertThat(starting.dashboard.caughtUp()).isFalse();

      assertThat(starting.http.json("/api/nights").get("nights")).hasSize(1);
      assertThat(starting.dashboard.caughtUp()).isTrue();
    }
  }

  private static List<String> texts(JsonNode rows, String field) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row -> row.get(field).textValue())
        .toList();
  }
}
