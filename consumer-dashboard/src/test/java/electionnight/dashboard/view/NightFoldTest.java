package electionnight.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import electionnight.dashboard.testing.ANight;
import electionnight.dashboard.testing.Folding;
import electionnight.dashboard.view.NightFold.Applied;
import electionnight.dashboard.view.SeatRevision.Stands;
import electionnight.domain.Alert;
import electionnight.domain.Cause;
import electionnight.domain.Election;
import electionnight.domain.Heard;
import electionnight.domain.Result;
import electionnight.domain.Seat;
import electionnight.domain.Status;
import electionnight.domain.Update;
import electionnight.testing.FoldedNight;
import electionnight.testing.GeneratedNight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NightFoldTest {
  private static final Instant AT = Instant.parse("2023-10-20T01:00:00Z");

  private final ANight night = ANight.of("by-elections-2023-10-19");
  private final Seat tamworth = night.seat("E14000986", "Tamworth");
  private final Seat midBedfordshire = night.seat("E14000813", "Mid Bedfordshire");
  private final NightFold fold = Folding.fold();
  private long seatsKnown;

  @Test
  void aNightWithoutItsElectionIsNotShown() {
    know(tamworth);
    apply(night.update(1, tamworth));

    assertThat(fold.view()).isEmpty();
  }

  @Test
  void aNightWithoutUpdatesHasAnEmptyScoreboardAtRevision0() {
    open(night.election(), ANight.electionRecord(0));

    NightView view = fold.view().orElseThrow();
    assertThat(view.revision()).isZero();
    assertThat(view.scoreboard().declared()).isZero();
    assertThat(view.scoreboard().seats()).isEqualTo(3);
  }

  @Test
  void theLatestResultOfASeatReplacesTheOneBefore() {
    open(night.election(), ANight.electionRecord(0));
    apply(night.update(1, tamworth));
    apply(night.update(2, midBedfordshire));
    apply(night.update(3, tamworth));

    NightView view = fold.view().orElseThrow();
    assertThat(view.revision()).isEqualTo(3);
    assertThat(view.reports())
        .containsExactly(night.declared(2, midBedfordshire), night.declared(3, tamworth));
  }

  @Test
  void anAlertKeepsItsIdAndComesFirstWhenItChanges() {
    Alert first = night.alert(tamworth, 1, "Labour gain Tamworth");
    Alert second = night.alert(midBedfordshire, 1, "Labour gain Mid Bedfordshire");
    Alert amended = night.alert(tamworth, 2, "Labour gain Tamworth by 1,316");
    open(night.election(), ANight.electionRecord(0));
    apply(night.update(1, tamworth, first));
    apply(night.update(2, midBedfordshire, second));
    assertThat(fold.view().orElseThrow().alerts())
        .extracting(AlertView::alert)
        .containsExactly(second, first);

    apply(night.update(3, tamworth, amended));
    assertThat(fold.view().orElseThrow().alerts())
        .extracting(AlertView::alert)
        .containsExactly(amended, second);
  }

  @Test
  void theAlertsOfOneUpdateKeepTheirOrder() {
    Alert first = night.alert(tamworth, 1, "one");
    Alert second = night.alert(midBedfordshire, 1, "two");
    open(night.election(), ANight.electionRecord(0));
    apply(night.update(1, tamworth, first, second));

    assertThat(fold.view().orElseThrow().alerts())
        .extracting(AlertView::alert)
        .containsExactly(first, second);
  }

  @Test
  void aRepeatedRevisionChangesNothing() {
    open(night.election(), ANight.electionRecord(0));
    apply(night.update(1, tamworth));
    NightView before = fold.view().orElseThrow();

    assertThat(apply(night.update(1, midBedfordshire))).isEqualTo(Applied.REPEATED);
    assertThat(fold.view()).contains(before);
  }

  @Test
  void anUpdateAfterAGapIsApplied() {
    open(night.election(), ANight.electionRecord(0));

    assertThat(apply(night.update(1, tamworth))).isEqualTo(Applied.NEXT);
    assertThat(apply(night.update(4, midBedfordshire))).isEqualTo(Applied.AFTER_GAP);
    assertThat(fold.revision()).isEqualTo(4);
  }

  @Test
  void aViewOnceTakenDoesNotChange() {
    open(night.election(), ANight.electionRecord(0));
    know(tamworth);
    NightView before = fold.view().orElseThrow();
    know(midBedfordshire);
    apply(night.update(1, tamworth));

    assertThat(before.revision()).isZero();
    assertThat(before.seats()).containsOnlyKeys(tamworth.seat());
    assertThat(before.counts()).isEmpty();
  }

  @Test
  void whatAReportDoesNotHaveIsGone() {
    open(night.election(), ANight.electionRecord(0));
    apply(night.update(1, tamworth));
    apply(night.update(2, List.of(night.checked(tamworth, "looks odd"))));

    NightView view = fold.view().orElseThrow();
    assertThat(view.results()).isEmpty();
    assertThat(view.reports()).containsExactly(night.checked(tamworth, "looks odd"));
  }

  @Test
  void anUpdateOfSeveralSeatsOrOfNoneIsOneStep() {
    open(night.election(), ANight.electionRecord(0));
    apply(
        night.update(1, List.of(night.declared(1, tamworth), night.declared(1, midBedfordshire))));
    apply(night.update(2, List.of()));

    NightView view = fold.view().orElseThrow();
    assertThat(view.revision()).isEqualTo(2);
    assertThat(view.results().map(Result::name)).containsExactly("Mid Bedfordshire", "Tamworth");
  }

  @Test
  void aSeatRemembersHowItCameToWhereItStands() {
    open(night.election(), ANight.electionRecord(0));
    apply(night.update(1, List.of(night.checked(tamworth, "looks odd"))));
    apply(night.update(2, midBedfordshire));
    apply(night.update(3, tamworth));
    apply(night.update(4, List.of(night.held(tamworth, "desk", "wait"))));
    apply(night.update(5, List.of(night.announced(tamworth, Status.WITHDRAWN, "wrong seat"))));

    SeatView seat = fold.view().orElseThrow().seat(tamworth.seat()).orElseThrow();
    assertThat(seat.report()).isEqualTo(night.announced(tamworth, Status.WITHDRAWN, "wrong seat"));
    assertThat(seat.history())
        .extracting(
            SeatRevision::revision,
            revision -> revision.stands().map(Stands::status).orElse(null),
            revision -> revision.checking().isPresent(),
            revision -> revision.held().isPresent())
        .containsExactly(
            tuple(1L, null, true, false),
            tuple(3L, Status.DECLARED, false, false),
            tuple(4L, null, true, true),
            tuple(5L, Status.WITHDRAWN, false, false));
    assertThat(seat.history().get(1).stands().orElseThrow().majority()).hasValue(1_000);
    assertThat(seat.history().get(3).stands().orElseThrow().reason()).contains("wrong seat");
  }

  @Test
  void whoRepeatsThemselvesDoesNotFillTheMemory() {
    open(night.election(), ANight.electionRecord(0));
    for (int revision = 1; revision <= SeatView.MOST_KEPT + 7; revision++) {
      apply(night.update(revision, tamworth));
    }

    SeatView seat = fold.view().orElseThrow().seat(tamworth.seat()).orElseThrow();
    assertThat(seat.history()).hasSize(SeatView.MOST_KEPT);
    assertThat(seat.history().get(0).revision()).isEqualTo(8);
    assertThat(seat.forgotten()).isEqualTo(7);
  }

  @Test
  void whoIsLongWindedDoesNotFillTheMemoryEither() {
    String long20k = "x".repeat(20_000);
    open(night.election(), ANight.electionRecord(0));
    for (int revision = 1; revision <= 9; revision++) {
      apply(night.update(revision, List.of(night.checked(tamworth, long20k))));
    }
    assertThat(fold.view().orElseThrow().seat(tamworth.seat()).orElseThrow().history())
        .extracting(SeatRevision::revision)
        .containsExactly(8L, 9L);

    apply(night.update(10, List.of(night.held(tamworth, "desk", long20k.repeat(10)))));
    SeatView seat = fold.view().orElseThrow().seat(tamworth.seat()).orElseThrow();
    assertThat(seat.history()).extracting(SeatRevision::revision).containsExactly(10L);
    assertThat(seat.forgotten()).isEqualTo(9);
  }

  @Test
  void aSeatOfWhichNothingWasSaidIsSilentAndAnUnknownOneIsNone() {
    open(night.election(), ANight.electionRecord(0));
    know(tamworth);

    NightView view = fold.view().orElseThrow();
    assertThat(view.seat(tamworth.seat()).orElseThrow().history()).isEmpty();
    assertThat(view.seat(midBedfordshire.seat())).isEmpty();
  }

  @Test
  void beforeTheFirstUpdateTheLatestTermsAreShown() {
    open(night.election(), ANight.electionRecord(0));
    open(ANight.named("Amended", night.election()), ANight.electionRecord(1));

    assertThat(fold.view().orElseThrow().election().name()).isEqualTo("Amended");
  }

  @Test
  void amendedTermsAreShownOnceAnUpdateWasFoldedByThem() {
    open(night.election(), ANight.electionRecord(0));
    apply(night.update(1));
    open(ANight.named("Amended", night.election()), ANight.electionRecord(1));
    NightView before = fold.view().orElseThrow();
    apply(night.updateBy(ANight.electionRecord(1), 2));
    NightView after = fold.view().orElseThrow();

    assertThat(before.election()).as("refused, as far as is known").isEqualTo(night.election());
    assertThat(after.election().name()).isEqualTo("Amended");
    assertThat(after.referenceVersion()).isGreaterThan(before.referenceVersion());
  }

  @Test
  void termsThatAreReadAfterTheUpdateFoldedByThemAreShownThen() {
    open(night.election(), ANight.electionRecord(0));
    apply(night.updateBy(ANight.electionRecord(1), 1));
    open(ANight.named("Amended", night.election()), ANight.electionRecord(1));

    assertThat(fold.view().orElseThrow().election().name()).isEqualTo("Amended");
  }

  @Test
  void termsThatTheFoldRefusedAreNeverShownHoweverMany() {
    open(night.election(), ANight.electionRecord(0));
    apply(night.update(1));
    for (int offset = 1; offset <= 100; offset++) {
      open(ANight.named("Refused", night.election()), ANight.electionRecord(offset));
    }

    assertThat(fold.view().orElseThrow().election()).isEqualTo(night.election());
  }

  @Test
  void anAlertIsAsOldAsTheUpdateThatIssuedItAndAsNewAsTheOneThatChangedIt() {
    open(night.election(), ANight.electionRecord(0));
    apply(night.update(1, tamworth, night.alert(tamworth, 1, "gain")), AT);
    apply(night.update(2, tamworth), AT.plusSeconds(60));
    apply(night.update(3, tamworth, night.alert(tamworth, 2, "gain by 1,316")), AT.plusSeconds(90));

    assertThat(fold.view().orElseThrow().alerts())
        .extracting(AlertView::alert, AlertView::issued, AlertView::changed)
        .containsExactly(
            tuple(night.alert(tamworth, 2, "gain by 1,316"), Optional.of(AT), AT.plusSeconds(90)));
  }

  @Test
  void theTimeOfAnAlertRisesThoughTimestampsDoNot() {
    open(night.election(), ANight.electionRecord(0));
    List<Instant> changed = new ArrayList<>();
    List<Instant> timestamps =
        List.of(AT, AT, AT.minusSeconds(5), Instant.ofEpochMilli(-1), AT.plusSeconds(1));
    for (int i = 0; i < timestamps.size(); i++) {
      int revision = i + 1;
      apply(
          night.update(revision, tamworth, night.alert(tamworth, revision, "gain")),
          timestamps.get(i));
      changed.add(fold.view().orElseThrow().alerts().get(0).changed());
    }

    assertThat(changed)
        .containsExactly(
            AT, AT.plusMillis(1), AT.plusMillis(2), AT.plusMillis(3), AT.plusSeconds(1));
  }

  @Test
  void whatIsReadAgainDoesNotChangeTheTimeOfAnAlert() {
    open(night.election(), ANight.electionRecord(0));
    Update update = night.update(1, tamworth, night.alert(tamworth, 1, "gain"));
    apply(update, AT);
    apply(update, AT.plusSeconds(60));

    assertThat(fold.view().orElseThrow().alerts().get(0).changed()).isEqualTo(AT);
  }

  @Test
  void whenAnAlertWasIssuedIsUnknownWhereThatWasNeverSeen() {
    open(night.election(), ANight.electionRecord(0));
    apply(night.update(4, tamworth, night.alert(tamworth, 2, "gain")), AT);

    assertThat(fold.view().orElseThrow().alerts())
        .extracting(AlertView::issued, AlertView::changed)
        .containsExactly(tuple(Optional.empty(), AT));
  }

  @Test
  void aNightWasOpenedWithItsFirstTerms() {
    open(night.election(), ANight.electionRecord(0));
    fold.put(night.election(), new Heard(ANight.electionRecord(1), AT.plusSeconds(60)));

    assertThat(fold.view().orElseThrow().opened()).isEqualTo(AT);
  }

  private void open(Election election, Cause record) {
    fold.put(election, new Heard(record, AT));
  }

  private void know(Seat seat) {
    fold.put(seat, new Heard(new Cause("seats", 0, ++seatsKnown, "5".repeat(64)), AT));
  }

  private Applied apply(Update update) {
    return apply(update, AT);
  }

  private Applied apply(Update update, Instant at) {
    return Folding.apply(fold, update, at);
  }

  static Stream<GeneratedNight> nights() {
    return LongStream.range(0, 30).mapToObj(GeneratedNight::of);
  }

  @ParameterizedTest
  @MethodSource("nights")
  void showsWhatTheFoldHolds(GeneratedNight generated) {
    FoldedNight folded = FoldedNight.of(generated).applyAll(generated.words());
    folded.log().forEach((record, input) -> Folding.put(fold, record, input, AT));
    folded.updates().forEach(this::apply);

    NightView view = fold.view().orElseThrow();
    assertThat(view.scoreboard()).isEqualTo(folded.scoreboard());
    folded
        .seats()
        .forEach(
            (id, state) ->
                assertThat(view.seat(id).orElseThrow().report())
                    .as("what is public of %s", id)
                    .isEqualTo(state.report()));
    assertThat(view.alerts())
        .extracting(AlertView::alert)
        .containsExactlyInAnyOrderElementsOf(folded.alerts().values());
  }
}
