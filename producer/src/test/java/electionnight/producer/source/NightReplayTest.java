package electionnight.producer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import electionnight.cli.UserError;
import electionnight.domain.Confirmation;
import electionnight.domain.Declaration;
import electionnight.producer.Heard;
import electionnight.producer.Log;
import electionnight.producer.Samples;
import electionnight.producer.night.RecordedNight;
import electionnight.wire.Inputs;
import electionnight.wire.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class NightReplayTest {
  private static final Instant START = Instant.parse("2023-10-20T01:00:00Z");
  private static final Duration PATIENT = Duration.ofDays(1);
  private static final Duration HEAD_START = Duration.ofMillis(500);

  private final Heard heard = new Heard();
  private final FakeClock clock = new FakeClock();

  @Test
  void declarationsComeAtTheirTimes() throws Exception {
    Log log = Log.acknowledging();

    replay(log, night(0, 60, 60, 180), new Pace(1, Optional.empty(), PATIENT)).run();

    assertThat(clock.slept).containsExactly(HEAD_START, seconds(60), seconds(120));
    assertThat(log.records(Topic.DECLARATIONS)).hasSize(4);
    assertThat(heard.expected).isEqualTo(4);
    assertThat(heard.declared)
        .containsExactly("Tamworth", "Mid Bedfordshire", "Tamworth", "Mid Bedfordshire");
    assertThat(heard.ended).isTrue();
  }

  @Test
  void speedScalesTheTimes() throws Exception {
    replay(Log.acknowledging(), night(0, 60, 180), new Pace(120, Optional.empty(), PATIENT)).run();

    assertThat(clock.slept).containsExactly(HEAD_START, Duration.ofMillis(500), seconds(1));
  }

  @Test
  void timeSpentOnPublishingIsNotWaitedForAgain() throws Exception {
    clock.sleepsLonger = Duration.ofSeconds(10);

    replay(Log.acknowledging(), night(0, 60, 120), new Pace(1, Optional.empty(), PATIENT)).run();

    assertThat(clock.slept).containsExactly(HEAD_START, seconds(60), seconds(50));
  }

  @Test
  void aConfirmationIsSentAtItsTime() throws Exception {
    RecordedNight declared = night(0, 60);
    Confirmation confirmation =
        new Confirmation(
            Samples.ELECTION.election(),
            Samples.TAMWORTH.seat(),
            1,
            "the desk",
            Optional.empty(),
            START.plusSeconds(45));
    Log log = Log.acknowledging();

    replay(
            log,
            new RecordedNight(
                declared.election(),
                declared.seats(),
                declared.declarations(),
                List.of(confirmation)),
            new Pace(1, Optional.empty(), PATIENT))
        .run();

    assertThat(clock.slept).containsExactly(HEAD_START, seconds(45), seconds(15));
    assertThat(log.records(Topic.DECLARATIONS))
        .extracting(record -> Inputs.NIGHT.read(record.key(), record.value()).orElseThrow())
        .containsExactly(
            declared.declarations().get(0), confirmation, declared.declarations().get(1));
  }

  @Test
  void maxNeverWaits() throws Exception {
    Log log = Log.acknowledging();

    replay(log, night(0, 60, 1_000_000), Pace.max()).run();

    assertThat(clock.slept).containsExactly(HEAD_START);
    assertThat(log.records(Topic.DECLARATIONS)).hasSize(3);
  }

  @Test
  void whatWasDeclaredBeforeTheStartIsSentAtOnce() throws Exception {
    Pace pace = new Pace(1, Optional.of(START.plusSeconds(100)), PATIENT);

    replay(Log.acknowledging(), night(0, 60, 130, 140), pace).run();

    assertThat(clock.slept).containsExactly(HEAD_START, seconds(30), seconds(10));
  }

  @Test
  void aLongQuietStretchIsShortenedAndSaidSo() throws Exception {
    int twoDays = 47 * 3600;

    replay(
            Log.acknowledging(),
            night(0, 600, 600 + twoDays),
            new Pace(60, Optional.empty(), seconds(10)))
        .run();

    assertThat(clock.slept).containsExactly(HEAD_START, seconds(10), seconds(10));
    assertThat(heard.notes).containsExactly("47 h until the next declaration, shortened to 10 s.");
  }

  @Test
  void referenceDataIsOnTheLogBeforeTheFirstDeclaration() {
    Log log = Log.silent();
    NightReplay replay = replay(log, night(0), Pace.max());

    CompletableFuture<Void> running = inBackground(replay);

    Awaitility.await().until(() -> log.records(Topic.SEATS).size() == 3);
    for (int acknowledged = 0; acknowledged < 3; acknowledged++) {
      assertThat(log.records(Topic.DECLARATIONS)).as("after %d of 3", acknowledged).isEmpty();
      assertThat(log.producer.completeNext()).as("message %d", acknowledged).isTrue();
    }
    Awaitility.await().until(() -> log.records(Topic.DECLARATIONS).size() == 1);
    assertThat(running).as("before the declaration is acknowledged").isNotDone();
    assertThat(heard.declared).isEmpty();
    log.producer.completeNext();
    Awaitility.await().untilAsserted(() -> assertThat(running).isCompleted());
    assertThat(heard.declared).containsExactly("Tamworth");
    assertThat(clock.slept).as("head start of the reference data").containsExactly(HEAD_START);
  }

  @Test
  void withoutItsReferenceDataNoDeclarationIsSent() {
    Log log = Log.silent();

    CompletableFuture<Void> running = inBackground(replay(log, night(0), Pace.max()));
    Awaitility.await().until(() -> log.records(Topic.SEATS).size() == 3);
    log.producer.errorNext(new TimeoutException("expired"));
    log.producer.completeNext();
    log.producer.completeNext();

    Awaitility.await().until(running::isDone);
    assertThatThrownBy(running::join).hasCauseInstanceOf(UserError.class);
    assertThat(log.records(Topic.DECLARATIONS)).isEmpty();
  }

  @Test
  void stopsBetweenTwoDeclarationsWhenInterrupted() {
    Log log = Log.acknowledging();
    clock.interruptedAfter = 2;

    assertThatThrownBy(
            () -> replay(log, night(0, 60, 120), new Pace(1, Optional.empty(), PATIENT)).run())
        .isInstanceOf(InterruptedException.class);

    assertThat(log.records(Topic.DECLARATIONS)).hasSize(2);
    assertThat(heard.ended).isTrue();
  }

  @Test
  void aSpeedIsOverZero() {
    for (double wrong : new double[] {0, -1, Double.NaN}) {
      assertThatThrownBy(() -> new Pace(wrong, Optional.empty(), PATIENT))
          .as("speed %s", wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private NightReplay replay(Log log, RecordedNight night, Pace pace) {
    return new NightReplay(log.publisher, night, pace, heard, clock);
  }

  private static CompletableFuture<Void> inBackground(NightReplay replay) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            replay.run();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static RecordedNight night(int... seconds) {
    List<Declaration> declarations = new ArrayList<>();
    for (int i = 0; i < seconds.length; i++) {
      Instant at = START.plusSeconds(seconds[i]);
      declarations.add(i % 2 == 0 ? Samples.tamworth(at) : Samples.midBedfordshire(at));
    }
    return new RecordedNight(
        Samples.ELECTION, List.of(Samples.TAMWORTH, Samples.MID_BEDFORDSHIRE), declarations);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
