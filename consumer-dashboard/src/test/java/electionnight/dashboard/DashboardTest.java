package electionnight.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.cli.UserError;
import electionnight.dashboard.http.access.AccessSettings;
import electionnight.dashboard.push.Broadcaster;
import electionnight.dashboard.push.PushSettings;
import electionnight.dashboard.testing.ANight;
import electionnight.dashboard.testing.EventStream;
import electionnight.dashboard.testing.FakeLog;
import electionnight.domain.Contest;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.domain.Seat;
import electionnight.domain.Update;
import electionnight.testing.FoldedNight;
import electionnight.testing.SmallNight;
import electionnight.wire.MessageType;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DashboardTest {
  private final ANight night = ANight.of("october");
  private final Seat tamworth = night.seat("E14000986", "Tamworth");

  @Test
  void showsANightAsSoonAsItIsOpened() {
    try (TailedDashboard tailed = TailedDashboard.of(new FakeLog().open(night.election()))) {
      assertThat(tailed.dashboard.scoreboard(night.id()).orElseThrow().revision()).isZero();
      assertThat(tailed.dashboard.scoreboard(new ElectionId("other"))).isEmpty();
    }
  }

  @Test
  void whatCannotBeReadIsCountedAndStopsNothing() {
    byte[] hello = "hello".getBytes(StandardCharsets.UTF_8);
    byte[] declaration =
        "{\"schemaVersion\":1,\"type\":\"declaration\"}".getBytes(StandardCharsets.UTF_8);
    FakeLog log =
        new FakeLog()
            .append(FakeLog.SEATS, Arrays.asList(hello, null, declaration))
            .append(FakeLog.UPDATES, Arrays.asList(null, new byte[0], hello))
            .append(FakeLog.UPDATES, List.of(MessageType.SEAT.write(tamworth)))
            .open(night.election(), tamworth)
            .update(night.update(1, tamworth));
    try (TailedDashboard tailed = TailedDashboard.of(log)) {
      assertThat(tailed.count("election.night.undecodable.records")).isEqualTo(7);
      assertThat(tailed.gauge("election.night.view.revision")).isEqualTo(1);
    }
  }

  @Test
  void aSeatThatTheFoldRejectedIsNotServed() {
    Election election = SmallNight.election(Contest.GENERAL_ELECTION, 3);
    Seat seat = SmallNight.seat("A", "Con 9000, Lab 4000");
    FoldedNight folded = new FoldedNight();
    folded.applyAll(List.of(election, seat, SmallNight.declaration("A", 1, "Con 5000, Lab 4000")));
    FakeLog log = new FakeLog().open(election, seat).update(folded.updates().get(0));

    Seat unlikeTheDeclared =
        SmallNight.nominated(SmallNight.seat("A", "Lab 700, Con 10"), "LD 1, SNP 1");
    folded.apply(unlikeTheDeclared);
    log.seats(unlikeTheDeclared);

    try (TailedDashboard tailed = TailedDashboard.of(log)) {
      assertThat(folded.rejected()).as("rejected by the fold").hasSize(1);
      JsonNode served = tailed.http.json("/api/nights/small-night").get("seats").get(0);
      assertThat(served.at("/held/party").textValue()).as("held by").isEqualTo("Con");
      assertThat(served.at("/held/majority").intValue()).as("majority before").isEqualTo(5_000);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverComesInEveryDocumentIsStillAnswered(long seed) {
    Random random = new Random(seed);
    FakeLog log = new FakeLog().open(night.election(), tamworth).update(night.update(1, tamworth));
    byte[] update =
        MessageType.UPDATE.write(
            night.update(
                2, List.of(night.checked(tamworth, "odd"), night.held(tamworth, "x", "y"))));
    List<byte[]> mutated = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      byte[] bytes = update.clone();
      for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) (' ' + random.nextInt(95));
      }
      mutated.add(bytes);
    }
    log.append(FakeLog.UPDATES, mutated);

    try (TailedDashboard tailed = TailedDashboard.of(log)) {
      for (JsonNode night : tailed.http.json("/api/nights").get("nights")) {
        String path = "/api/nights/" + night.get("election").textValue();
        for (String document :
            List.of(
                "",
                "/scoreboard",
                "/results",
                "/alerts",
                "/checking",
                "/ledgers",
                "/seats/E14000986")) {
          assertThat(tailed.http.get(path + document).statusCode())
              .as("status of %s, seed %s", path + document, seed)
              .isEqualTo(200);
        }
        try (EventStream stream = tailed.http.stream(path + "/stream")) {
          await("a snapshot, seed " + seed).until(() -> stream.names().size() == 1);
          assertThat(stream.events().get(0).json().get("newest")).isNotEmpty();
        }
      }
      assertThat(tailed.count("election.night.undecodable.records"))
          .as("records left behind, seed %s", seed)
          .isGreaterThan(100);
    }
  }

  @Test
  void aRepeatedRevisionIsIgnoredAndAGapIsCountedAndShown() {
    try (TailedDashboard tailed = TailedDashboard.of(new FakeLog().open(night.election()))) {
      List<Long> pushed = new CopyOnWriteArrayList<>();
      tailed.dashboard.listen((update, live) -> pushed.add(update.revision()));
      try (EventStream stream = tailed.http.stream("/api/nights/october/stream")) {
        await("the snapshot").until(() -> stream.names().size() == 1);
        tailed.log.update(night.update(1));
        await("1").until(() -> stream.names().size() == 2);
        tailed.log.update(night.update(1), night.update(5));
        await("5").until(() -> stream.names().size() == 3);

        assertThat(stream.names()).containsExactly("snapshot 0", "update 1", "snapshot 5");
        await("told of both").until(() -> pushed.size() == 2);
        assertThat(pushed).containsExactly(1L, 5L);
        assertThat(tailed.count("election.night.revision.gaps")).isEqualTo(1);
      }
    }
  }

  @Test
  void onlyWhatIsPublishedLiveIsTimed() {
    FakeLog log = new FakeLog().open(night.election()).update(night.update(1), night.update(2));
    try (TailedDashboard tailed = TailedDashboard.of(log)) {
      List<Update> live = new CopyOnWriteArrayList<>();
      tailed.dashboard.listen(
          (update, now) -> {
            if (now) {
              live.add(update);
            }
          });
      log.update(night.update(3));
      await("revision 3 pushed").until(() -> live.size() == 1);

      Timer timer = tailed.registry.get(Broadcaster.PUBLISHED_TO_PUSHED).timer();
      assertThat(timer.count()).isEqualTo(1);
      assertThat(timer.takeSnapshot().percentileValues()).hasSize(2);
      assertThat(live).containsExactly(night.update(3));
    }
  }

  @Test
  void listenersHearOfEveryUpdateInOrder() {
    try (TailedDashboard tailed = TailedDashboard.of(new FakeLog().open(night.election()))) {
      List<Long> pushed = new CopyOnWriteArrayList<>();
      List<Long> published = new ArrayList<>();
      tailed.dashboard.listen((update, live) -> pushed.add(update.revision()));
      for (long revision = 1; revision <= 500; revision++) {
        tailed.log.update(night.update(revision));
        published.add(revision);
      }
      await("all pushed").until(() -> pushed.size() >= published.size());

      assertThat(pushed).isEqualTo(published);
    }
  }

  @Test
  void afterALostConnectionNothingIsPushedTwice() {
    FakeLog log = new FakeLog().open(night.election());
    try (TailedDashboard tailed = TailedDashboard.of(log)) {
      List<Long> pushed = new CopyOnWriteArrayList<>();
      tailed.dashboard.listen((update, live) -> pushed.add(update.revision()));
      log.update(night.update(1));
      await("1").until(() -> pushed.size() == 1);
      log.breakConnection();
      await("connected again").until(() -> log.opened() == 2);
      log.update(night.update(2));
      await("2").until(() -> pushed.contains(2L));

      assertThat(pushed).containsExactly(1L, 2L);
    }
  }

  @Test
  void aPortThatIsTakenIsOneSentence() {
    try (TailedDashboard first = TailedDashboard.of(new FakeLog())) {
      int port = first.dashboard.port();

      assertThatExceptionOfType(UserError.class)
          .isThrownBy(() -> startOn("localhost", port))
          .withMessage(
              "Port " + port + " is in use; choose another with --port, or 0 for a free one.");
    }
  }

  @Test
  void aHostThatIsNotOursIsOneSentence() {
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> startOn("no-such-host.invalid", 0))
        .withMessageContaining("no-such-host.invalid");
  }

  @Test
  void closingTwiceIsHarmless() {
    TailedDashboard tailed = TailedDashboard.of(new FakeLog());
    tailed.close();
    tailed.close();
  }

  private static Dashboard startOn(String host, int port) {
    return Dashboard.start(
        new DashboardSettings(host, port, 20_000, PushSettings.DEFAULTS, AccessSettings.DEFAULTS),
        new FakeLog(),
        FakeLog.SEATS,
        FakeLog.UPDATES,
        new SimpleMeterRegistry());
  }
}
