package electionnight.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.dashboard.TailedDashboard;
import electionnight.dashboard.testing.ANight;
import electionnight.dashboard.testing.EventStream;
import electionnight.dashboard.testing.FakeLog;
import electionnight.dashboard.testing.RunningDashboard;
import electionnight.domain.Seat;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each document is noted while it is the newest, and asked for again when it no longer is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PastTest {
  private static final int LAST = 100;
  private static final int KEPT = 40;
  private static final String NIGHT = "/api/nights/october/";
  private static final List<String> DOCUMENTS =
      List.of(
          "snapshot",
          "scoreboard",
          "results",
          "results/S1",
          "seats/S2",
          "alerts",
          "checking",
          "ledgers",
          "results.csv",
          "candidates.csv",
          "scoreboard.csv");

  private final ANight night = ANight.of("october");
  private final Seat seat = night.seat("S1", "Tamworth");
  private final Map<String, HttpResponse<byte[]>> noted = new TreeMap<>();
  private TailedDashboard tailed;
  private RunningDashboard http;

  @BeforeAll
  void givenANightOfWhichTheEndIsKept() {
    tailed =
        TailedDashboard.keeping(
            KEPT, new FakeLog().open(night.election(), seat, night.seat("S2", "Selby")));
    http = tailed.http;
    for (int revision = 1; revision <= LAST; revision++) {
      tailed.log.update(night.update(revision, seat, night.alert(seat, revision, "r" + revision)));
      if (revision == LAST - 1 || revision == LAST) {
        awaitRevision(revision);
        for (String document : DOCUMENTS) {
          noted.put(document + "?revision=" + revision, http.get(NIGHT + document));
        }
      }
    }
  }

  @AfterAll
  void close() {
    tailed.close();
  }

  @Test
  void everyDocumentIsAsItWasWhenItWasTheNewest() {
    noted.forEach(
        (path, was) -> {
          HttpResponse<byte[]> past = http.get(NIGHT + path);
          assertThat(past.statusCode()).as(path).isEqualTo(was.statusCode());
          assertThat(text(past)).as(path).isEqualTo(text(was));
          assertThat(past.headers().firstValue("ETag"))
              .as("validator of %s", path)
              .isEqualTo(was.headers().firstValue("ETag"));
        });
    assertThat(http.json(NIGHT + "scoreboard?revision=99").get("revision").intValue())
        .isEqualTo(99);
    assertThat(http.get(NIGHT + "updates?after=50", "Accept-Encoding", "gzip").body())
        .as("compressed")
        .startsWith(0x1f, 0x8b);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          scoreboard?revision=x                | 400 | revision is 'x', expected a revision such as 12.
          results?revision=-1                  | 400 | revision is '-1', expected a revision such as 12.
          alerts?at=noon                       | 400 | at is 'noon', expected a time such as 2024-07-04T22:18:35Z.
          alerts?at=2023-10-19T21:00:00Z&revision=3 | 400 | Both revision and at were given; one of them says which moment.
          seats/S1?revision=101                | 404 | october has reached revision 100, and not yet 101.
          seats/S9?revision=99                 | 404 | There is no seat 'S9' in october.
          updates?after=3                      | 410 | Revision 3 of october is no longer kept; the oldest revision that is, is 32.
          timeline?after=3                     | 410 | Revision 3 of october is no longer kept; the oldest revision that is, is 32.
          results.csv?revision=31              | 410 | Revision 31 of october is no longer kept; the oldest revision that is, is 32.
          updates?after=101                    | 404 | october has reached revision 100, and not yet 101.
          updates?limit=0                      | 400 | limit is '0', expected a number from 1 to 100.
          updates?limit=101                    | 400 | limit is '101', expected a number from 1 to 100.
          stream?only=results                  | 400 | only is 'results', expected only=alerts.
          stream?scoreboard=all                | 400 | scoreboard is 'all', expected scoreboard=changes.
          stream?seat=S1&party=Lab             | 400 | seat and party were given; a stream takes one of them at most.
          stream?seat=S9                       | 404 | There is no seat 'S9' in october.
          stream?party=%3Cimg%3E               | 404 | There is no party '<img>' in october.
          socket                               | 426 | Here a WebSocket is spoken; the same events are at /api/nights/october/stream.
          """)
  void aRequestThatCannotBeMetSaysWhy(String path, int status, String detail) {
    HttpResponse<byte[]> response = http.get(NIGHT + path);

    assertThat(response.statusCode()).as(path).isEqualTo(status);
    assertThat(RunningDashboard.parse(response.body()).get("detail").textValue()).isEqualTo(detail);
  }

  @Test
  void aTimeAfterAllThatWasDeclaredLeadsToTheNewest() {
    assertThat(http.json(NIGHT + "scoreboard?at=2030-01-01T00:00:00%2B01:00").get("revision"))
        .isEqualTo(http.json(NIGHT + "scoreboard").get("revision"));
  }

  @Test
  void theTimelineTellsFromWhereTheNightIsKept() {
    JsonNode timeline = http.json(NIGHT + "timeline");

    assertThat(timeline.get("oldest").intValue()).isEqualTo(32);
    assertThat(timeline.get("revisions")).hasSize(LAST - 32);
    assertThat(http.json(NIGHT + "timeline?after=98").get("revisions")).hasSize(2);
    assertThat(timeline.get("log")).isEqualTo(http.json(NIGHT + "snapshot").get("log"));
  }

  @Test
  void updatesComeAPageAtATime() {
    JsonNode page = http.json(NIGHT + "updates?after=40");
    assertThat(page.get("updates")).hasSize(50);
    assertThat(page.get("updates").get(0).get("revision").intValue()).isEqualTo(41);
    assertThat(http.json(NIGHT + "updates?after=98&limit=100").get("updates")).hasSize(2);
    assertThat(http.json(NIGHT + "updates?after=100").get("updates")).isEmpty();
  }

  @Test
  void aSelectionIsToldOnlyWhatItFollows() {
    try (EventStream alerts = stream("only=alerts&");
        EventStream seatS1 = stream("seat=S1&");
        EventStream seatS2 = stream("seat=S2&");
        EventStream party = stream("party=Lab&");
        EventStream changes = stream("scoreboard=changes&")) {
      awaitEvents(alerts, 98, 99, 100);
      awaitEvents(seatS1, 98, 99, 100);
      awaitEvents(party, 98, 99, 100);
      awaitEvents(changes, 98, 99, 100);
      assertThat(alerts.events().get(0).json().get("alerts").get(0).get("headline").textValue())
          .isEqualTo("r98");
      assertThat(seatS1.events().get(0).json().get("seats")).hasSize(1);
      assertThat(changes.events().get(0).json().get("scoreboard").toString())
          .isEqualTo("{\"election\":\"october\",\"revision\":98}");
      assertThat(seatS2.events()).as("of another seat").isEmpty();
    }
    try (EventStream seatS2 = http.stream(NIGHT + "stream?seat=S2")) {
      await("the snapshot").until(() -> seatS2.events().size() == 1);
      assertThat(seatS2.events().get(0).json().get("seats").get(0).get("name").textValue())
          .isEqualTo("Selby");
    }
  }

  private EventStream stream(String selection) {
    return http.stream(NIGHT + "stream?" + selection + "last_event_id=97");
  }

  private static void awaitEvents(EventStream stream, long... revisions) {
    await("events")
        .untilAsserted(
            () ->
                assertThat(stream.names())
                    .containsExactlyElementsOf(
                        LongStream.of(revisions)
                            .mapToObj(revision -> "update " + revision)
                            .toList()));
  }

  private void awaitRevision(long revision) {
    await("revision " + revision)
        .until(() -> tailed.dashboard.scoreboard(night.id()).orElseThrow().revision() == revision);
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }
}
