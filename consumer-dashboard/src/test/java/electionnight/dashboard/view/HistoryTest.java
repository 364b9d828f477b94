package electionnight.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.dashboard.testing.ANight;
import electionnight.dashboard.testing.Folding;
import electionnight.dashboard.testing.RunningDashboard;
import electionnight.domain.Contest;
import electionnight.domain.Heard;
import electionnight.domain.Update;
import electionnight.testing.FoldedNight;
import electionnight.testing.GeneratedNight;
import electionnight.wire.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HistoryTest {
  private static final Instant AT = Instant.parse("2023-10-20T01:00:00Z");

  private final ANight night = ANight.of("october");

  static Stream<GeneratedNight> nights() {
    return LongStream.range(100, 105)
        .mapToObj(seed -> GeneratedNight.of(seed, Contest.GENERAL_ELECTION, 16));
  }

  @ParameterizedTest
  @MethodSource("nights")
  void everyRevisionIsShownAsItWasWhenItWasTheNewest(GeneratedNight generated) {
    FoldedNight folded = FoldedNight.of(generated).applyAll(generated.story(generated.seed()));
    NightFold whole = opened(folded);
    folded.updates().forEach(update -> Folding.apply(whole, update, at(update)));
    NightView now = whole.view().orElseThrow();
    History history = whole.history();

    NightFold growing = opened(folded);
    thenThePastIs(growing, now, history, 0);
    for (Update update : folded.updates()) {
      Folding.apply(growing, update, at(update));
      thenThePastIs(growing, now, history, update.revision());
    }
  }

  private static void thenThePastIs(NightFold then, NightView now, History history, long revision) {
    NightView past = history.view(now, revision).orElseThrow();
    NightView was = then.view().orElseThrow();
    assertThat(past.scoreboard()).as("totals at revision %d", revision).isEqualTo(was.scoreboard());
    assertThat(past.alerts()).as("alerts at revision %d", revision).isEqualTo(was.alerts());
    assertThat(NightJson.snapshot(past))
        .as("snapshot at revision %d", revision)
        .isEqualTo(NightJson.snapshot(was));
  }

  @ParameterizedTest
  @MethodSource("nights")
  void aTimeLeadsToTheLastRevisionAtWhichNothingNewerHadBeenDeclared(GeneratedNight generated) {
    FoldedNight folded = FoldedNight.of(generated).applyAll(generated.story(generated.seed()));
    NightFold fold = opened(folded);
    folded.updates().forEach(update -> Folding.apply(fold, update, at(update)));
    History history = fold.history();

    for (Instant time :
        generated.words().stream().map(word -> word.declaredAt().minusMillis(1)).toList()) {
      long expected = 0;
      for (Update update : folded.updates()) {
        if (update.scoreboard().latest().filter(time::isBefore).isPresent()) {
          break;
        }
        expected = update.revision();
      }
      assertThat(history.revisionAt(time)).as("at %s", time).hasValue(expected);
    }
    assertThat(history.revisionAt(Instant.MAX)).hasValue(history.newest());
    assertThat(history.revisionAt(Instant.MIN).orElseThrow())
        .as("before anything")
        .isLessThanOrEqualTo(history.newest());
  }

  @Test
  void noMoreIsKeptThanWasAskedForAndAChapter() {
    NightFold fold = new NightFold(40);
    open(fold);
    for (int revision = 1; revision <= 200; revision++) {
      Folding.apply(fold, night.update(revision), AT);
    }
    History history = fold.history();

    assertThat(history.newest()).isEqualTo(200);
    assertThat(history.oldest()).as("the oldest that is kept").isBetween(100L, 160L);
    assertThat(history.after(0)).hasSize((int) (200 - history.oldest()));
    assertThat(history.after(197))
        .extracting(PastUpdate::revision)
        .containsExactly(198L, 199L, 200L);
    NightView now = fold.view().orElseThrow();
    assertThat(history.view(now, history.oldest())).isPresent();
    assertThat(history.view(now, history.oldest() - 1)).as("older").isEmpty();
    assertThat(history.view(now, 201)).as("not reached").isEmpty();
  }

  @Test
  void aRevisionThatWasNeverSeenIsNotShown() {
    NightFold fold = Folding.fold();
    open(fold);
    Folding.apply(fold, night.update(1), AT);
    Folding.apply(fold, night.update(4), AT);
    NightView now = fold.view().orElseThrow();

    assertThat(fold.history().view(now, 3)).isEmpty();
    assertThat(fold.history().view(now, 4)).isPresent();
  }

  @Test
  void whatIsTakenOnceDoesNotGrow() {
    NightFold fold = Folding.fold();
    open(fold);
    History before = fold.history();
    Folding.apply(fold, night.update(1), AT);

    assertThat(before.newest()).isZero();
    assertThat(before.revisionAt(AT)).isEqualTo(OptionalLong.of(0));
  }

  @Test
  void theTimelineHasARowForEachRevision() {
    NightFold fold = Folding.fold();
    open(fold);
    Folding.apply(
        fold,
        night.update(1, night.seat("S1", "Tamworth"), night.alert(night.seat("S1", "T"), 1, "x")),
        AT);
    Folding.apply(fold, night.update(2, List.of()), AT);

    JsonNode timeline =
        RunningDashboard.parse(HistoryJson.timeline(fold.view().orElseThrow(), fold.history(), 0));
    assertThat(timeline.toString())
        .isEqualTo(
            "{\"election\":\"october\",\"revision\":2,\"log\":\""
                + fold.view().orElseThrow().log()
                + "\",\"oldest\":0,\"revisions\":[{\"revision\":1,\"seats\":[\"S1\"],\"alerts\":"
                + "[{\"id\":\"october:SEAT_GAIN:S1\",\"kind\":\"SEAT_GAIN\",\"state\":\"ISSUED\"}]},"
                + "{\"revision\":2,\"seats\":[],\"alerts\":[]}]}");
  }

  @Test
  void updatesAreTheMessages() {
    NightFold fold = Folding.fold();
    open(fold);
    List<Update> updates = LongStream.rangeClosed(1, 5).mapToObj(night::update).toList();
    updates.forEach(update -> Folding.apply(fold, update, AT));

    JsonNode page =
        RunningDashboard.parse(
            HistoryJson.updates(fold.view().orElseThrow(), fold.history(), 2, 2));
    assertThat(page.get("revision").intValue()).isEqualTo(5);
    assertThat(page.get("updates"))
        .containsExactly(
            RunningDashboard.parse(MessageType.UPDATE.write(updates.get(2))),
            RunningDashboard.parse(MessageType.UPDATE.write(updates.get(3))));
  }

  private void open(NightFold fold) {
    fold.put(night.election(), new Heard(ANight.electionRecord(0), AT));
  }

  private static NightFold opened(FoldedNight folded) {
    NightFold fold = Folding.fold();
    folded.log().forEach((record, input) -> Folding.put(fold, record, input, AT));
    return fold;
  }

  private static Instant at(Update update) {
    return AT.plusSeconds(update.revision());
  }
}
