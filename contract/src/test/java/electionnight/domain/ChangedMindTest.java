package electionnight.domain;

import static electionnight.testing.SmallNight.correction;
import static electionnight.testing.SmallNight.declaration;
import static electionnight.testing.SmallNight.seat;
import static electionnight.testing.SmallNight.seatWithoutBaseline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import electionnight.domain.Alert.Kind;
import electionnight.domain.Alert.State;
import electionnight.testing.FoldedNight;
import electionnight.testing.SmallNight;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was published and is no longer so is taken back in the open. */
class ChangedMindTest {
  private static final String GAIN_A = "small-night:SEAT_GAIN:A";
  private static final String CORRECTION_A = "small-night:CORRECTION:A";
  private static final String RECORD_A = "small-night:BIGGEST_MAJORITY_OVERTURNED:A";
  private static final String RECORD_B = "small-night:BIGGEST_MAJORITY_OVERTURNED:B";

  private final FoldedNight night = new FoldedNight();

  @BeforeEach
  void openTheNight() {
    night.apply(
        SmallNight.election(
            Contest.GENERAL_ELECTION,
            3,
            List.of(SmallNight.overturned(Contest.GENERAL_ELECTION, "Old", 20_000))));
    night.apply(seat("A", "Con 9000, Lab 4000"));
    night.apply(seat("B", "Con 8000, Lab 5000"));
    night.apply(seatWithoutBaseline("C"));
  }

  @Test
  void aCorrectionThatUndoesAGainWithdrawsItsAlertsAndRestoresTheRightfulRecord() {
    night.apply(declaration("A", 1, "Lab 5000, Con 4000"));
    night.apply(declaration("B", 2, "Lab 6000, Con 4000"));
    assertThat(night.alerts()).containsKey(RECORD_A).doesNotContainKey(RECORD_B);
    Alert issued = night.alerts().get(RECORD_A);

    night.apply(correction("A", 1, 2, "A bundle was counted twice", "Lab 3000, Con 4000"));

    Update update = night.updates().get(2);
    assertThat(update.alerts())
        .extracting(Alert::id, Alert::state, Alert::revision)
        .containsExactlyInAnyOrder(
            tuple(GAIN_A, State.WITHDRAWN, 2),
            tuple(RECORD_A, State.WITHDRAWN, 2),
            tuple(RECORD_B, State.ISSUED, 1),
            tuple("small-night:LARGEST_SWING:A", State.WITHDRAWN, 2),
            tuple("small-night:LARGEST_SWING:B", State.ISSUED, 1),
            tuple(CORRECTION_A, State.ISSUED, 1),
            tuple("small-night:MAJORITY_REACHED:Lab", State.WITHDRAWN, 2));
    Alert withdrawn = night.alerts().get(RECORD_A);
    assertThat(withdrawn.reason()).contains("A bundle was counted twice");
    assertThat(withdrawn.was()).contains(issued.facts());
    assertThat(withdrawn.receipt().cause())
        .isEqualTo(update.receipt().cause())
        .isNotEqualTo(issued.receipt().cause());
    assertThat(update.scoreboard().changed()).isEqualTo(1);
    assertThat(update.scoreboard().biggestOverturned().orElseThrow().overturned()).isEqualTo(3000);
  }

  @Test
  void whatIsWithdrawnCanBeIssuedAgainWithARisingRevision() {
    night.apply(declaration("A", 1, "Lab 5000, Con 4000"));
    night.apply(correction("A", 1, 2, "First recount", "Lab 3000, Con 4000"));

    night.apply(correction("A", 1, 3, "Second recount", "Lab 5001, Con 4000"));

    Alert again = night.alerts().get(GAIN_A);
    assertThat(again.state()).isEqualTo(State.ISSUED);
    assertThat(again.revision()).isEqualTo(3);
    assertThat(again.reason()).contains("Second recount");
    assertThat(again.headline()).endsWith("majority 1,001");
  }

  @Test
  void aCorrectionOfTheFiguresAmendsTheAlertsThatStateThem() {
    night.apply(declaration("A", 1, "Lab 5000, Con 4000"));

    night.apply(correction("A", 1, 2, "A digit was lost", "Lab 5500, Con 4000"));

    assertThat(night.updates().get(1).alerts())
        .extracting(Alert::kind, Alert::state)
        .containsExactly(
            tuple(Kind.SEAT_GAIN, State.AMENDED),
            tuple(Kind.CORRECTION, State.ISSUED),
            tuple(Kind.BIGGEST_MAJORITY_OVERTURNED, State.AMENDED),
            tuple(Kind.LARGEST_SWING, State.AMENDED));
    Alert amended = night.alerts().get(GAIN_A);
    assertThat(amended.facts().majority()).hasValue(1500);
    assertThat(amended.was().orElseThrow().majority()).hasValue(1000);
    assertThat(amended.reason()).contains("A digit was lost");
  }

  @Test
  void aCorrectionThatAltersNothingAlertsNobody() {
    night.apply(declaration("A", 1, "Lab 5000, Con 4000"));

    night.apply(correction("A", 1, 2, "Read out again", "Con 4000, Lab 5000"));

    Update update = night.updates().get(1);
    assertThat(update.revision()).isEqualTo(2);
    assertThat(update.alerts()).isEmpty();
    assertThat(update.scoreboard().declared()).isEqualTo(1);
  }

  @Test
  void anEarlierDeclarationHeardLateWithdrawsTheRecordItPrecedes() {
    night.apply(declaration("B", 2, "Lab 6000, Con 4000"));
    night.apply(declaration("A", 1, "Lab 5000, Con 4000"));

    Alert withdrawn = night.alerts().get(RECORD_B);
    assertThat(withdrawn.state()).isEqualTo(State.WITHDRAWN);
    assertThat(withdrawn.reason()).contains("Seat A: declared earlier, came in later");
    assertThat(night.alerts().get(RECORD_A).state()).isEqualTo(State.ISSUED);
  }

  @Test
  void toEqualTheBiggestIsNoRecord() {
    night.apply(seat("B", "Con 9000, Lab 4000"));
    night.apply(declaration("A", 1, "Lab 5000, Con 4000"));
    night.apply(declaration("B", 2, "Lab 5000, Con 4000"));

    assertThat(night.alerts()).containsKey(RECORD_A).doesNotContainKey(RECORD_B);
    assertThat(night.scoreboard().biggestMajoritiesOverturned())
        .extracting(figure -> figure.seat().value())
        .containsExactly("A", "B");
  }

  @Test
  void aLateBaselineMakesAGainOfAResult() {
    night.apply(declaration("C", 1, "Lab 5000, Con 4000"));
    assertThat(result(night.updates().get(0)).outcome()).isEmpty();
    assertThat(night.scoreboard().changed()).isZero();

    night.apply(seat("C", "Con 7000, Lab 1000"));

    Update update = night.updates().get(1);
    assertThat(update.revision()).isEqualTo(2);
    assertThat(update.receipt().cause())
        .extracting(Cause::topic, Cause::offset)
        .containsExactly("seats", 4L);
    assertThat(result(update).overturned()).hasValue(6000);
    assertThat(update.scoreboard().declared()).isEqualTo(1);
    assertThat(update.scoreboard().changed()).isEqualTo(1);
    assertThat(update.alerts())
        .extracting(Alert::kind)
        .containsExactly(Kind.SEAT_GAIN, Kind.BIGGEST_MAJORITY_OVERTURNED, Kind.LARGEST_SWING);
    assertRecounted();
  }

  @Test
  void aCorrectedBaselineFoldsTheResultAnew() {
    night.apply(declaration("A", 1, "Lab 5000, Con 4000"));

    night.apply(seat("A", "Con 9000, Lab 4500"));

    Alert amended = night.alerts().get(RECORD_A);
    assertThat(amended.state()).isEqualTo(State.AMENDED);
    assertThat(amended.reason()).contains("the baseline of the seat was corrected");
    assertThat(amended.facts().overturned()).hasValue(4500);
    assertThat(amended.was().orElseThrow().overturned()).hasValue(5000);
    assertRecounted();

    night.apply(seat("A", "Lab 9000, Con 4500"));

    assertThat(night.standingAlerts()).extracting(Alert::id).containsExactly(CORRECTION_A);
    assertThat(night.scoreboard().changed()).isZero();
    assertRecounted();
  }

  @Test
  void anAmendedSeatIsNotBlamedOnItsBaseline() {
    night.apply(declaration("A", 1, "Lab 5000, Con 4000"));
    Seat known = seat("A", "Con 9000, Lab 4000");

    night.apply(
        new Seat(
            known.election(),
            known.seat(),
            "Seat A and surroundings",
            known.region(),
            known.nation(),
            known.electorate(),
            known.hex(),
            known.candidates(),
            known.baseline(),
            known.sitting(),
            known.heldSince()));

    assertThat(night.alerts().get(GAIN_A).reason())
        .contains("what is known of the seat was corrected");
  }

  @Test
  void theSpeakerIsAGainAndALossButNeverAMajorityOverturned() {
    night.apply(seat("C", "Spk 9000, Lab 100"));
    night.apply(declaration("A", 1, "Spk 5000, Con 4000"));
    night.apply(declaration("C", 2, "Lab 5000, Con 4000"));

    assertThat(night.scoreboard().changed()).isEqualTo(2);
    assertThat(night.scoreboard().biggestOverturned()).isEmpty();
    assertThat(night.scoreboard().parties())
        .filteredOn(row -> row.party().isSpeaker())
        .extracting(PartyRow::seats, PartyRow::gains, PartyRow::losses)
        .containsExactly(tuple(1, 1, 1));
    assertThat(night.standingAlerts())
        .extracting(Alert::headline)
        .containsExactly(
            "The Speaker gains Seat A from the Conservatives, majority 1,000",
            "Labour gain Seat C from the Speaker, majority 1,000");
  }

  @Test
  void theMajorityLineOf650SeatsIs326AndIsCrossedInTheOrderOfDeclaration() {
    FoldedNight large = new FoldedNight();
    large.apply(SmallNight.election(Contest.GENERAL_ELECTION, 650));
    for (int i = 1; i <= 327; i++) {
      large.apply(seat("S" + i, "Lab 9000, Con 4000"));
      large.apply(declaration("S" + i, 1000 - i, "Lab 2, Con 1"));
      MajorityLine line = large.scoreboard().majorityLine().orElseThrow();
      assertThat(line.seats()).isEqualTo(326);
      assertThat(line.crossed().isPresent()).as("crossed with %d seats", i).isEqualTo(i >= 326);
    }

    // The latest 326 of the 327 were heard first; the line moved when an earlier one came.
    MajorityLine.Crossing crossed =
        large.scoreboard().majorityLine().orElseThrow().crossed().orElseThrow();
    assertThat(crossed.seat()).isEqualTo(new SeatId("S2"));
    assertThat(crossed.declared()).isEqualTo(326);
    Alert alert = large.alerts().get("small-night:MAJORITY_REACHED:Lab");
    assertThat(alert.headline())
        .isEqualTo("Labour reach a majority with Seat S2: 326 of 650 seats");
    assertThat(alert.state()).isEqualTo(State.AMENDED);
    assertThat(alert.revision()).isEqualTo(2);
    assertThat(alert.facts().seats()).isEqualTo(OptionalInt.of(326));
  }

  @Test
  void aRecordOfAnotherKindOfContestIsNotBeaten() {
    FoldedNight byElection = new FoldedNight();
    byElection.apply(
        SmallNight.election(
            Contest.BY_ELECTION,
            1,
            List.of(SmallNight.overturned(Contest.GENERAL_ELECTION, "Old", 1))));
    byElection.apply(seat("A", "Con 9000, Lab 4000"));

    byElection.apply(declaration("A", 1, "Lab 5000, Con 4000"));

    Alert alert = byElection.alerts().get(RECORD_A);
    assertThat(alert.facts().record()).isEqualTo(Optional.empty());
    assertThat(alert.headline()).endsWith(": the biggest majority overturned so far tonight");
  }

  private static Result result(Update update) {
    return update.seats().get(0).result().orElseThrow();
  }

  private void assertRecounted() {
    Night folded = night.night();
    assertThat(night.scoreboard())
        .isEqualTo(
            new Recount(folded.election(), Said.believedBy(night)).scoreboard(folded.revision()));
  }
}
