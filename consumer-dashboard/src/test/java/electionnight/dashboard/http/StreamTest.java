package electionnight.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.dashboard.TailedDashboard;
import electionnight.dashboard.push.PushSettings;
import electionnight.dashboard.testing.ANight;
import electionnight.dashboard.testing.EventStream;
import electionnight.dashboard.testing.EventStream.Event;
import electionnight.dashboard.testing.FakeLog;
import electionnight.domain.Seat;
import electionnight.domain.Status;
import electionnight.domain.Update;
import electionnight.wire.MessageType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamTest {
  private static final String STREAM = "/api/nights/october/stream";
  private static final PushSettings SMALL =
      new PushSettings(4, Duration.ofSeconds(15), Duration.ofSeconds(30));

  private final ANight night = ANight.of("october");
  private final Seat hostile = night.seat("X1", "Ynys Môn </script> \u2028 \" \\ \n");
  private TailedDashboard tailed;

  @AfterEach
  void close() {
    tailed.close();
  }

  @Test
  void aNewReaderGetsASnapshotThenEveryUpdateAsItWasPublished() {
    given(PushSettings.DEFAULTS);
    Update declared = night.update(1, hostile, night.alert(hostile, 1, hostile.name()));
    tailed.log.update(declared);
    awaitRevision(1);
    try (EventStream stream = tailed.http.stream(STREAM)) {
      await("the snapshot").until(() -> stream.names().size() == 1);
      tailed.log.update(night.update(2), night.update(3, hostile));
      await("two updates").until(() -> stream.names().size() == 3);

      assertThat(stream.names()).containsExactly("snapshot 1", "update 2", "update 3");
      assertThat(stream.events().get(2).data())
          .isEqualTo(
              new String(
                  MessageType.UPDATE.write(night.update(3, hostile)), StandardCharsets.UTF_8));
    }
  }

  @Test
  void theSnapshotHoldsTheWholeNight() {
    given(PushSettings.DEFAULTS);
    tailed.log.update(
        night.update(1, night.seat("S1", "Tamworth"), night.alert(hostile, 1, "a gain")),
        night.update(2, hostile));
    awaitRevision(2);
    try (EventStream stream = tailed.http.stream(STREAM)) {
      await("the snapshot").until(() -> stream.names().size() == 1);

      JsonNode snapshot = stream.events().get(0).json();
      assertThat(snapshot.get("election").textValue()).isEqualTo("october");
      assertThat(snapshot.get("revision").intValue()).isEqualTo(2);
      assertThat(snapshot.get("scoreboard").get("declared").intValue()).isEqualTo(2);
      assertThat(snapshot.get("alerts").get(0).get("headline").textValue()).isEqualTo("a gain");
      assertThat(snapshot.get("results").get(0).get("name").textValue()).isEqualTo(hostile.name());
      assertThat(snapshot.get("results").get(1).toString())
          .isEqualTo(
              "{\"seat\":\"S1\",\"name\":\"Tamworth\",\"winner\":\"A\",\"party\":\"Lab\",\"second\":\"Con\","
                  + "\"outcome\":{\"kind\":\"GAIN\",\"party\":\"Lab\",\"from\":\"Con\","
                  + "\"basis\":\"LAST_GENERAL\"},\"majority\":1000,\"majorityShare\":2.5641,\"overturned\":1000,"
                  + "\"turnout\":48.75,\"declaredAt\":\"2023-10-19T21:00:01Z\",\"status\":\"DECLARED\","
                  + "\"revision\":1}");
    }
  }

  @Test
  void theSnapshotTellsWhatIsCheckedHeldOrAnnounced() {
    given(PushSettings.DEFAULTS);
    Seat tamworth = night.seat("S1", "Tamworth");
    Seat selby = night.seat("S2", "Selby");
    tailed.log.update(
        night.update(1, night.seat("S3", "Uxbridge")),
        night.update(2, List.of(night.checked(hostile, hostile.name()))),
        night.update(3, List.of(night.held(tamworth, "desk", "wait"))),
        night.update(4, List.of(night.announced(selby, Status.RECOUNT, "12 votes apart"))));
    awaitRevision(4);
    try (EventStream stream = tailed.http.stream(STREAM)) {
      await("the snapshot").until(() -> stream.names().size() == 1);

      JsonNode snapshot = stream.events().get(0).json();
      assertThat(snapshot.get("results")).hasSize(1);
      assertThat(snapshot.get("newest").toString())
          .as("the one that changed last first")
          .isEqualTo("[\"S2\",\"S1\",\"X1\",\"S3\"]");
      JsonNode notices = snapshot.get("notices");
      assertThat(notices.findValuesAsText("seat")).containsExactly("S1", "S1", "S2", "X1");
      assertThat(notices.get(0).get("held").get("by").textValue()).isEqualTo("desk");
      assertThat(notices.get(1).toString())
          .isEqualTo(
              "{\"seat\":\"S2\",\"name\":\"Selby\",\"announced\":{\"status\":\"RECOUNT\","
                  + "\"revision\":2,\"at\":\"2023-10-19T21:00:00Z\","
                  + "\"source\":\"returning officer\",\"reason\":\"12 votes apart\"}}");
      assertThat(notices.get(2).get("checking").get("queries").get(0).get("words").textValue())
          .isEqualTo(hostile.name());
    }
  }

  @Test
  void theHeadersKeepProxiesFromHoldingItBack() {
    given(PushSettings.DEFAULTS);
    try (EventStream stream = tailed.http.stream(STREAM, "Accept-Encoding", "gzip")) {
      assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream");
      assertThat(stream.headers().firstValue("Cache-Control")).contains("no-cache");
      assertThat(stream.headers().firstValue("X-Accel-Buffering")).contains("no");
      assertThat(stream.headers().firstValue("Content-Encoding")).isEmpty();
      await("retry").until(() -> stream.retries().size() == 1);
    }
  }

  @Test
  void aReaderThatComesBackGetsOnlyWhatItMissed() {
    given(PushSettings.DEFAULTS);
    append(1, 5);
    try (EventStream byHeader = tailed.http.stream(STREAM, "Last-Event-ID", "3");
        EventStream byQuery = tailed.http.stream(STREAM + "?last_event_id=3");
        EventStream both = tailed.http.stream(STREAM + "?last_event_id=1", "Last-Event-ID", "4");
        EventStream upToDate = tailed.http.stream(STREAM, "Last-Event-ID", "5")) {
      append(6, 6);

      awaitEvents(byHeader, "update 4", "update 5", "update 6");
      awaitEvents(byQuery, "update 4", "update 5", "update 6");
      awaitEvents(both, "update 5", "update 6");
      awaitEvents(upToDate, "update 6");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"6", "999999999999999999", "9999999999999999999999", "-1", "x", "1.0", "%20"})
  void anIdThatCannotBeTrueGetsASnapshot(String id) {
    given(PushSettings.DEFAULTS);
    append(1, 5);
    try (EventStream stream = tailed.http.stream(STREAM + "?last_event_id=" + id)) {
      awaitEvents(stream, "snapshot 5");
    }
  }

  @Test
  void aReaderThatWasAwayTooLongGetsASnapshot() {
    given(SMALL);
    append(1, 9);
    try (EventStream tooLong = tailed.http.stream(STREAM, "Last-Event-ID", "4");
        EventStream justInTime = tailed.http.stream(STREAM, "Last-Event-ID", "5")) {
      awaitEvents(tooLong, "snapshot 9");
      awaitEvents(justInTime, "update 6", "update 7", "update 8", "update 9");
      assertThat(tailed.count("election.night.push.resyncs")).isEqualTo(1);
    }
  }

  @Test
  void aSilentStreamShowsThatItIsAlive() {
    given(new PushSettings(4, Duration.ofMillis(20), Duration.ofSeconds(30)));
    try (EventStream stream = tailed.http.stream(STREAM)) {
      await("heartbeats").until(() -> stream.heartbeats().size() >= 2);
      assertThat(stream.heartbeats()).extracting(Event::data).containsOnly("{\"revision\":0}");
      append(1, 1);
      await("a later heartbeat")
          .until(
              () ->
                  stream
                          .heartbeats()
                          .get(stream.heartbeats().size() - 1)
                          .json()
                          .get("revision")
                          .intValue()
                      == 1);
    }
  }

  @Test
  void aReaderThatLagsGetsASnapshotAndDelaysNobody() throws Exception {
    given(SMALL);
    try (SleepingReader sleeping = SleepingReader.of(tailed.http.port(), STREAM);
        EventStream awake = tailed.http.stream(STREAM)) {
      await("two readers").until(() -> tailed.gauge("election.night.push.clients") == 2);
      appendHeavy(awake, 60);

      List<String> seen = sleeping.wakeUpUntil("id: 60");
      assertThat(seen.get(0)).isEqualTo("snapshot 0");
      assertThat(seen).as("what the sleeper got").contains("snapshot 60").hasSizeLessThan(60);
      assertThat(awake.names())
          .containsExactlyElementsOf(
              LongStream.rangeClosed(0, 60)
                  .mapToObj(revision -> (revision == 0 ? "snapshot " : "update ") + revision)
                  .toList());
      assertThat(tailed.count("election.night.push.resyncs")).isEqualTo(1);
      assertThat(tailed.count("election.night.push.slow.closes")).isZero();
    }
  }

  @Test
  void aReaderThatTakesNothingIsClosed() throws Exception {
    given(new PushSettings(2_048, Duration.ofSeconds(15), Duration.ofMillis(200)));
    try (SleepingReader sleeping = SleepingReader.of(tailed.http.port(), STREAM);
        EventStream awake = tailed.http.stream(STREAM)) {
      await("two readers").until(() -> tailed.gauge("election.night.push.clients") == 2);
      appendHeavy(awake, 60);

      await("the sleeper closed").until(() -> tailed.count("election.night.push.slow.closes") == 1);
      assertThat(tailed.gauge("election.night.push.clients")).isEqualTo(1);
      await("cut off").until(sleeping::isCutOff);
      append(61, 61);
      await("the other goes on").until(() -> awake.names().contains("update 61"));
    }
  }

  @Test
  void aReaderThatLeavesIsForgotten() {
    given(PushSettings.DEFAULTS);
    try (EventStream stream = tailed.http.stream(STREAM)) {
      await("there").until(() -> tailed.gauge("election.night.push.clients") == 1);
      await("the snapshot").until(() -> stream.names().size() == 1);
    }
    await("gone").until(() -> tailed.gauge("election.night.push.clients") == 0);
  }

  @Test
  void aReaderThatLeavesBeforeTheNightsAreWholeIsForgotten() throws Exception {
    tailed =
        TailedDashboard.starting(
            new FakeLog().awayFor(1).open(night.election(), hostile), PushSettings.DEFAULTS);
    SleepingReader.of(tailed.http.port(), STREAM).close();
    assertThat(tailed.dashboard.caughtUp()).as("caught up").isFalse();

    // On every event loop somebody is let in after the one that left.
    try (EventStream one = tailed.http.stream(STREAM);
        EventStream other = tailed.http.stream(STREAM)) {
      await("the snapshots").until(() -> one.names().size() + other.names().size() == 2);
      assertThat(tailed.gauge("election.night.push.clients")).isEqualTo(2);
    }
  }

  @Test
  void closingSendsReadersAwayToComeBackLater() {
    given(PushSettings.DEFAULTS);
    try (EventStream stream = tailed.http.stream(STREAM)) {
      await("the snapshot").until(() -> stream.names().size() == 1);
      tailed.dashboard.close();

      await("the end").until(stream::ended);
      assertThat(stream.retries()).hasSize(2).allMatch(retry -> retry.matches("retry: [0-9]+"));
      assertThat(stream.comments()).as("no error").isEmpty();
    }
  }

  @Test
  @Timeout(60)
  void aSleepingReaderDoesNotKeepItFromClosing() throws Exception {
    given(PushSettings.DEFAULTS);
    try (SleepingReader sleeping = SleepingReader.of(tailed.http.port(), STREAM);
        EventStream awake = tailed.http.stream(STREAM)) {
      await("two readers").until(() -> tailed.gauge("election.night.push.clients") == 2);
      appendHeavy(awake, 60);

      tailed.dashboard.close();
      await("cut off").until(sleeping::isCutOff);
    }
  }

  private void given(PushSettings push) {
    tailed = TailedDashboard.of(new FakeLog().open(night.election(), hostile), push);
  }

  private void append(long from, long to) {
    tailed.log.update(
        LongStream.rangeClosed(from, to).mapToObj(night::update).toArray(Update[]::new));
    awaitRevision(to);
  }

  /** Updates of some 20 KB, one by one, so that who keeps up never falls off even a small ring. */
  private void appendHeavy(EventStream keepingUp, int count) {
    String long20k = "x".repeat(20_000);
    for (int revision = 1; revision <= count; revision++) {
      String name = "update " + revision;
      tailed.log.update(night.update(revision, hostile, night.alert(hostile, revision, long20k)));
      await(name)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(2))
          .until(() -> keepingUp.names().contains(name));
    }
  }

  private void awaitRevision(long revision) {
    await("revision " + revision)
        .until(() -> tailed.dashboard.scoreboard(night.id()).orElseThrow().revision() == revision);
  }

  private static void awaitEvents(EventStream stream, String... names) {
    await("events").untilAsserted(() -> assertThat(stream.names()).containsExactly(names));
  }
}
