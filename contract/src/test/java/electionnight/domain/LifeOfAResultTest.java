package electionnight.domain;

import static electionnight.testing.SmallNight.byLot;
import static electionnight.testing.SmallNight.confirmation;
import static electionnight.testing.SmallNight.correction;
import static electionnight.testing.SmallNight.declaration;
import static electionnight.testing.SmallNight.from;
import static electionnight.testing.SmallNight.heldSince;
import static electionnight.testing.SmallNight.hold;
import static electionnight.testing.SmallNight.nominated;
import static electionnight.testing.SmallNight.recount;
import static electionnight.testing.SmallNight.release;
import static electionnight.testing.SmallNight.resume;
import static electionnight.testing.SmallNight.rush;
import static electionnight.testing.SmallNight.seat;
import static electionnight.testing.SmallNight.stop;
import static electionnight.testing.SmallNight.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import electionnight.domain.Alert.Kind;
import electionnight.domain.Alert.State;
import electionnight.domain.Folded.Ignored.Why;
import electionnight.domain.Reason.Code;
import electionnight.testing.FoldedNight;
import electionnight.testing.SmallNight;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a rush to a withdrawal: what counts, what is told, and who decides. */
class LifeOfAResultTest {
  private static final PartyCode LAB = new PartyCode("Lab");
  private static final SeatId A = new SeatId("A");

  private final FoldedNight night = new FoldedNight();

  @BeforeEach
  void openTheNight() {
    night.apply(SmallNight.election(Contest.GENERAL_ELECTION, 9, RecordBook.EMPTY, Rules.STANDARD));
    night.apply(seat("A", "Con 9000, Lab 4000"));
    night.apply(seat("B", "Con 8000, Lab 5000"));
  }

  @Test
  void aRecountThatIsCalledOffIsTakenBackInTheOpen() {
    night.apply(recount("A", 1, 1, "Within 30 votes"));

    night.apply(withdrawal("A", 1, 2, "It was another seat"));

    assertThat(night.updates().get(1).alerts())
        .extracting(Alert::kind, Alert::state)
        .containsExactly(
            tuple(Kind.RECOUNT, State.WITHDRAWN), tuple(Kind.CORRECTION, State.ISSUED));
    assertThat(alert(Kind.CORRECTION).headline())
        .isEqualTo("Correction to Seat A: recount taken back: 4 July 22:01:00");
  }

  @Test
  void anotherTimeOfDeclarationAloneAlertsNobody() {
    night.apply(declaration("A", 1, "Lab 5000, Con 4000"));

    night.apply(correction("A", 7, 2, "The clock was wrong", "Lab 5000, Con 4000"));

    assertThat(night.updates().get(1).alerts()).isEmpty();
    assertThat(night.updates().get(1).seats().get(0).result().orElseThrow().declaredAt())
        .isEqualTo(SmallNight.at(7));
  }

  @Test
  void anotherTimeThatTakesBackARecordIsTold() {
    night.apply(seat("B", "Con 9500, Lab 4000"));
    night.apply(declaration("A", 1, "Lab 5000, Con 4000"));
    night.apply(declaration("B", 2, "Lab 5100, Con 4000"));

    night.apply(correction("A", 7, 2, "The clock was wrong", "Lab 5000, Con 4000"));

    assertThat(night.updates().get(2).alerts())
        .extracting(Alert::kind, Alert::state)
        .contains(
            tuple(Kind.BIGGEST_MAJORITY_OVERTURNED, State.WITHDRAWN),
            tuple(Kind.CORRECTION, State.ISSUED));
    assertThat(alert(Kind.CORRECTION).headline())
        .isEqualTo(
            "Correction to Seat A: time of declaration 4 July 22:07:00, not 4 July 22:01:00");
  }

  @Test
  void aFallOfVotesIsAskedAnewWhenWhatStandsChanges() {
    night.apply(declaration("A", 1, "Lab 5000, Con 4000"));
    night.apply(SmallNight.declaration("A", 1, 3, "Lab 4900, Con 4000"));
    assertThat(night.scoreboard().checking()).containsExactly(A);

    night.apply(correction("A", 1, 2, "A bundle was misread", "Lab 4800, Con 4000"));

    assertThat(night.scoreboard().checking()).isEmpty();
    assertThat(night.seats().get(A).result().orElseThrow().revision()).isEqualTo(3);
  }

  @Test
  void aRushCountsSeatsAndGainsButNoVotes() {
    night.apply(rush("A", 1, 1, "Lab"));

    Scoreboard board = night.scoreboard();
    assertThat(board.rushed()).isEqualTo(1);
    assertThat(board.declared()).isZero();
    assertThat(board.changed()).isEqualTo(1);
    assertThat(board.validVotes()).isZero();
    assertThat(board.electorate()).isZero();
    assertThat(board.parties())
        .extracting(PartyRow::party, PartyRow::seats, PartyRow::votes, PartyRow::losses)
        .containsExactly(tuple(LAB, 1, 0L, 0), tuple(new PartyCode("Con"), 0, 0L, 1));
    assertThat(alert(Kind.SEAT_GAIN).headline())
        .isEqualTo("Labour gain Seat A from the Conservatives");
  }

  @Test
  void theFullDeclarationAddsToTheRushAndCorrectsNothing() {
    night.apply(rush("A", 1, 1, "Lab"));

    night.apply(revised("A", 5, 2, "Lab 5000, Con 4000"));

    assertThat(night.scoreboard().rushed()).isZero();
    assertThat(night.scoreboard().declared()).isEqualTo(1);
    assertThat(alert(Kind.SEAT_GAIN))
        .extracting(Alert::state, Alert::reason)
        .containsExactly(State.AMENDED, Optional.of("declared in full at 4 July 22:05:00"));
    assertThat(night.alerts()).doesNotContainKey(id(Kind.CORRECTION));
  }

  /** Not "winner Lab, not Lab (Lab)", as if another had won. */
  @Test
  void aRushThatTakesTheVotesBackSaysThatOfTheVotesAndNotOfTheWinner() {
    night.apply(declaration("A", 1, "Lab 5000, Con 4000"));
    Declaration rush = rush("A", 5, 2, "Lab");

    night.apply(
        new Declaration(
            rush.election(),
            rush.seat(),
            rush.revision(),
            rush.status(),
            rush.declaredAt(),
            rush.source(),
            Optional.of("Only the winner is sure"),
            rush.winner(),
            rush.party(),
            rush.votes(),
            rush.invalidVotes(),
            rush.verifiedBallots(),
            rush.test()));

    assertThat(alert(Kind.CORRECTION).headline())
        .isEqualTo("Correction to Seat A: majority taken back: 1,000");
  }

  @Test
  void aWrongRushIsCorrectedInTheOpen() {
    night.apply(rush("A", 1, 1, "Lab"));

    night.apply(revised("A", 5, 2, "Lab 4000, Con 5000"));

    assertThat(alert(Kind.SEAT_GAIN).state()).isEqualTo(State.WITHDRAWN);
    assertThat(alert(Kind.CORRECTION))
        .extracting(Alert::state, Alert::headline)
        .containsExactly(State.ISSUED, "Correction to Seat A: winner Con (Con), not Lab");
  }

  @Test
  void aRecountTakesTheRushBackUntilItIsOver() {
    night.apply(rush("A", 1, 1, "Lab"));

    night.apply(recount("A", 2, 2, "Within 30 votes"));

    assertThat(night.scoreboard().rushed()).isZero();
    assertThat(night.reports().get(A).announced().map(Announced::status)).contains(Status.RECOUNT);
    assertThat(alert(Kind.RECOUNT).headline()).isEqualTo("Recount in Seat A");
    assertThat(alert(Kind.CORRECTION).headline())
        .isEqualTo("Correction to Seat A: result taken back: Labour gain from the Conservatives");

    night.apply(revised("A", 9, 3, "Lab 4020, Con 4000"));

    assertThat(alert(Kind.RECOUNT))
        .extracting(Alert::state, Alert::headline, Alert::reason)
        .containsExactly(
            State.AMENDED,
            "After a recount in Seat A: Labour gain from the Conservatives, majority 20",
            Optional.of("the recount is over"));
    assertThat(alert(Kind.CORRECTION).headline())
        .isEqualTo(
            "Correction to Seat A: result restored: Labour gain from the Conservatives,"
                + " majority 20");
  }

  @Test
  void aWithdrawnResultLeavesEveryFigureAndComesBackWithAHigherRevision() {
    Scoreboard empty = night.scoreboard();
    night.apply(declaration("A", 1, "Lab 5000, Con 4000"));

    night.apply(withdrawal("A", 1, 2, "A box was not opened"));

    assertThat(night.scoreboard().parties()).isEqualTo(empty.parties());
    assertThat(night.scoreboard().latest()).isEmpty();
    assertThat(night.reports().get(A).result()).isEmpty();
    assertThat(night.reports().get(A).announced().orElseThrow().reason())
        .contains("A box was not opened");
    assertThat(night.standingAlerts()).extracting(Alert::kind).containsExactly(Kind.CORRECTION);

    night.apply(revised("A", 1, 3, "Lab 5100, Con 4000"));

    assertThat(night.scoreboard().declared()).isEqualTo(1);
    assertThat(alert(Kind.CORRECTION).headline())
        .isEqualTo(
            "Correction to Seat A: result Labour gain from the Conservatives, majority 1,100;"
                + " it was given as Labour gain from the Conservatives, majority 1,000");
  }

  @Test
  void ofASeatHeldBeforeAnythingWasSaidNothingIsPublishedUntilItIsReleased() {
    night.apply(hold("A", "A call"));

    night.apply(declaration("A", 1, "Lab 5000, Con 4000"));

    assertThat(night.scoreboard().declared()).isZero();
    assertThat(night.scoreboard().checking()).containsExactly(A);
    assertThat(night.reports().get(A).checking().orElseThrow().queries()).isEmpty();
    assertThat(night.alerts()).isEmpty();

    night.apply(release("A", "Called back"));

    assertThat(night.scoreboard().declared()).isEqualTo(1);
    assertThat(night.scoreboard().checking()).isEmpty();
    assertThat(alert(Kind.SEAT_GAIN).state()).isEqualTo(State.ISSUED);
    assertThat(night.alerts()).doesNotContainKey(id(Kind.CORRECTION));
  }

  @Test
  void aHoldTakesBackWhatWasPublishedAndTheReleaseSaysWhatChangedMeanwhile() {
    night.apply(declaration("A", 1, "Lab 5000, Con 4000"));

    night.apply(hold("A", "A call"));

    assertThat(night.scoreboard().declared()).isZero();
    assertThat(alert(Kind.SEAT_GAIN))
        .extracting(Alert::state, Alert::reason)
        .containsExactly(State.WITHDRAWN, Optional.of("held by the night editor: A call"));
    assertThat(alert(Kind.CORRECTION).headline())
        .isEqualTo(
            "Correction to Seat A: result taken back: Labour gain from the Conservatives,"
                + " majority 1,000");
    night.apply(correction("A", 1, 2, "A digit was lost", "Lab 5500, Con 4000"));
    assertThat(night.updates().get(2).alerts()).isEmpty();

    night.apply(release("A", "Called back"));

    assertThat(alert(Kind.SEAT_GAIN).facts().majority()).hasValue(1_500);
    assertThat(alert(Kind.CORRECTION).headline())
        .isEqualTo(
            "Correction to Seat A: result Labour gain from the Conservatives, majority 1,500;"
                + " it was given as Labour gain from the Conservatives, majority 1,000");
  }

  @Test
  void aRecountOfASeatThatIsHeldIsNewsOnceItIsReleased() {
    night.apply(hold("A", "A call"));
    night.apply(recount("A", 1, 1, "Close"));
    assertThat(night.alerts()).isEmpty();

    night.apply(release("A", "Called back"));
    assertThat(alert(Kind.RECOUNT).state()).isEqualTo(State.ISSUED);

    night.apply(hold("A", "Another call"));
    assertThat(alert(Kind.RECOUNT).state()).isEqualTo(State.ISSUED);
  }

  @Test
  void aSeatIsHeldOnceAndReleasedOnce() {
    assertThat(night.apply(release("A", "Called back"))).isEqualTo(ignored(Why.DUPLICATE));
    night.apply(hold("A", "A call"));
    assertThat(night.apply(hold("A", "Another call"))).isEqualTo(ignored(Why.DUPLICATE));
    assertRejected(night.apply(hold("Z", "A call")), Code.UNKNOWN_SEAT, "seat");
    assertRejected(night.apply(hold("B", " ")), Code.UNEXPLAINED, "reason");
  }

  @Test
  void aPersonConfirmsTheRevisionThatIsBeingCheckedAndNoOther() {
    night.apply(declaration("A", 1, "Lab 5000, Con 4000"));
    night.apply(revised("A", -30, 3, "Lab 5500, Con 4000"));
    assertThat(night.scoreboard().checking()).containsExactly(A);
    assertThat(night.reports().get(A).result().orElseThrow().revision()).isEqualTo(1);

    assertRejected(night.apply(confirmation("A", 2)), Code.NOT_QUERIED, "revision");
    assertRejected(night.apply(confirmation("A", 4)), Code.NOT_QUERIED, "revision");
    assertRejected(night.apply(confirmation("B", 1)), Code.NOT_QUERIED, "revision");

    night.apply(confirmation("A", 3));

    assertThat(night.scoreboard().checking()).isEmpty();
    assertThat(night.reports().get(A).result().orElseThrow().revision()).isEqualTo(3);
    assertThat(alert(Kind.SEAT_GAIN).reason())
        .contains("confirmed by the night editor: Called back");
    assertThat(night.apply(confirmation("A", 3))).isEqualTo(ignored(Why.DUPLICATE));
  }

  @Test
  void aSecondSourceThatAgreesBearsOutAndOneThatDisagreesIsAConflict() {
    Declaration early = declaration("A", -30, "Lab 5000, Con 4000");
    night.apply(early);
    assertThat(night.scoreboard().declared()).isZero();

    assertThat(night.apply(early)).isEqualTo(ignored(Why.DUPLICATE));
    assertRejected(
        night.apply(from("a rival", declaration("A", -30, "Lab 5001, Con 4000"))),
        Code.REVISION_CONFLICT,
        "revision");
    assertThat(night.scoreboard().declared()).isZero();

    night.apply(from("a rival", early));

    assertThat(night.scoreboard().declared()).isEqualTo(1);
    assertThat(night.reports().get(A).result().orElseThrow().source()).isEqualTo("a test");
    Receipt receipt = alert(Kind.SEAT_GAIN).receipt();
    assertThat(night.log().get(receipt.cause())).isEqualTo(from("a rival", early));
    assertThat(night.log().get(receipt.declaration().orElseThrow())).isEqualTo(early);
  }

  @Test
  void aCorrectionReplacesWhatIsBeingChecked() {
    night.apply(declaration("A", -30, "Lab 5000, Con 4000"));

    night.apply(correction("A", 5, 2, "The clock was wrong", "Lab 5000, Con 4000"));

    assertThat(night.scoreboard().checking()).isEmpty();
    assertThat(night.scoreboard().declared()).isEqualTo(1);
    assertThat(night.alerts()).doesNotContainKey(id(Kind.CORRECTION));
  }

  @Test
  void twoRushesOfOneRevisionThatNameTwoWinnersConflict() {
    night.apply(nominated(seat("A", "Con 9000, Lab 4000"), "Lab 0, Con 0, Ind 0, Ind 0"));
    night.apply(rush("A", 1, 1, "Lab"));

    assertRejected(
        night.apply(from("a rival", rush("A", 1, 1, "Con"))), Code.REVISION_CONFLICT, "revision");
    assertRejected(
        night.apply(from("a rival", rushByName("A", "Con"))), Code.REVISION_CONFLICT, "revision");
    assertThat(night.apply(from("a rival", rushByName("A", "Lab"))))
        .isEqualTo(ignored(Why.DUPLICATE));
    assertRejected(night.apply(rush("A", 1, 2, "Ind")), Code.UNKNOWN_CANDIDATE, "winner");
  }

  @Test
  void aContradictingRushDoesNotBearOutTheOneThatIsBeingChecked() {
    night.apply(nominated(seat("A", "Con 9000, Lab 4000"), "Lab 0, Con 0"));
    night.apply(rush("A", -30, 1, "Lab"));

    assertRejected(
        night.apply(from("a rival", rushByName("A", "Con"))), Code.REVISION_CONFLICT, "revision");
    assertThat(night.scoreboard().rushed()).isZero();
  }

  @Test
  void aRecountAndAWithdrawalOfOneRevisionConflict() {
    night.apply(recount("A", 1, 1, "Within 30 votes"));

    assertRejected(
        night.apply(from("a rival", withdrawal("A", 1, 1, "A box was not opened"))),
        Code.REVISION_CONFLICT,
        "revision");
  }

  @Test
  void whileAlertsAreStoppedResultsFlowAndTheReleaseSaysWhatWasHeld() {
    night.apply(stop(0, "A rehearsal slipped out"));
    night.apply(declaration("A", 1, "Lab 5000, Con 4000"));
    night.apply(declaration("B", 2, "Lab 6000, Con 4000"));
    night.apply(correction("B", 2, 2, "Rows were swapped", "Lab 4000, Con 6000"));

    assertThat(night.scoreboard().declared()).isEqualTo(2);
    assertThat(night.scoreboard().alertsStopped()).contains(stop(0, "A rehearsal slipped out"));
    assertThat(night.alerts()).isEmpty();

    night.apply(resume(10, "Checked"));

    Update resumed = night.updates().get(4);
    assertThat(resumed.scoreboard().alertsStopped()).isEmpty();
    assertThat(resumed.alerts())
        .extracting(alert -> alert.kind() + " " + alert.seat())
        .contains("SEAT_GAIN A", "CORRECTION B")
        .doesNotContain("SEAT_GAIN B");
    String held =
        "held while alerts were stopped from 4 July 22:00:00 to 4 July 22:10:00"
            + " (A rehearsal slipped out)";
    assertThat(resumed.alerts())
        .allSatisfy(
            alert ->
                assertThat(alert.reason())
                    .as(alert.id())
                    .contains(
                        alert.kind() == Kind.CORRECTION ? "Rows were swapped; " + held : held));
  }

  @Test
  void aKindThatIsOffIssuesNothingAndTheOthersDo() {
    FoldedNight few = new FoldedNight();
    few.apply(
        SmallNight.election(
            Contest.GENERAL_ELECTION,
            9,
            RecordBook.EMPTY,
            new Rules(List.of(Kind.SEAT_GAIN), 100, 10, 50, Optional.empty())));
    few.apply(seat("A", "Con 9000, Lab 4000"));

    few.apply(byLot("A", 1, "Lab", "Lab 5000, Con 5000, LD 1"));
    few.apply(correction("A", 1, 2, "One more was found", "Lab 5001, Con 5000, LD 1"));

    assertThat(few.alerts().values()).extracting(Alert::kind).containsExactly(Kind.SEAT_GAIN);
  }

  @Test
  void aSwingThatNoLongerLeadsIsTakenBackInTheOpen() {
    night.apply(seat("A", "Con 5000, Lab 4900"));
    night.apply(declaration("A", 1, "Con 9000, Lab 4000"));
    assertThat(night.standingAlerts()).extracting(Alert::kind).containsExactly(Kind.LARGEST_SWING);

    night.apply(seat("A", "Con 9000, Lab 4100"));

    assertThat(night.updates().get(1).alerts())
        .extracting(Alert::kind, Alert::state)
        .containsExactly(
            tuple(Kind.CORRECTION, State.ISSUED), tuple(Kind.LARGEST_SWING, State.WITHDRAWN));
    assertThat(alert(Kind.CORRECTION).headline())
        .isEqualTo(
            "Correction to Seat A: swing 0.5 points from Labour to the Conservatives,"
                + " not 18.7 points from Labour to the Conservatives");
  }

  @Test
  void aSwingBelowZeroIsToldAsTheOneTheOtherWay() {
    night.apply(seat("A", "Con 6000, Lab 4000"));
    night.apply(declaration("A", 1, "Con 5001, Lab 4999"));

    night.apply(correction("A", 1, 2, "Papers were found", "Con 6500, Lab 3500"));

    assertThat(alert(Kind.CORRECTION).facts().changes())
        .filteredOn(change -> change.figure().equals("swing"))
        .containsExactly(
            new Correction.Change(
                "swing",
                Optional.of("10.0 points from the Conservatives to Labour"),
                Optional.of("5.0 points from Labour to the Conservatives")));
  }

  @Test
  void anElectorateThatWasWrongIsCorrectedInTheOpen() {
    night.apply(declaration("A", 1, "Con 9000, Lab 4000"));

    night.apply(electorate(seat("A", "Con 9000, Lab 4000"), 71_000));

    assertThat(alert(Kind.CORRECTION).headline())
        .isEqualTo("Correction to Seat A: electorate 71,000, not 70,000");
  }

  @Test
  void aYearThatNobodyWasToldIsNotCorrected() {
    night.apply(heldSince(seat("A", "Con 9000, Lab 4000"), 1931));
    night.apply(heldSince(seat("B", "Con 9000, Lab 4000"), 1931));
    night.apply(declaration("A", 1, "Con 5000, Lab 4000"));
    night.apply(declaration("B", 2, "Lab 6000, Con 4000"));

    night.apply(heldSince(seat("A", "Con 9000, Lab 4000"), 1932));
    assertThat(night.updates().get(2).alerts()).isEmpty();
    night.apply(heldSince(seat("B", "Con 9000, Lab 4000"), 1997));

    assertThat(night.updates().get(3).alerts())
        .extracting(Alert::kind, Alert::state)
        .containsExactlyInAnyOrder(
            tuple(Kind.FIRST_SINCE, State.WITHDRAWN), tuple(Kind.CORRECTION, State.ISSUED));
  }

  @Test
  void aSeatThatAnothersCorrectionClearsIsCorrectedByItsOwnWord() {
    night.apply(declaration("A", 1, "Lab 5000, Con 4000"));
    night.apply(declaration("B", 3, "Lab 6000, Con 4000"));
    night.apply(correction("B", 3, 2, "Papers were found", "Lab 5000, Con 4000"));
    assertThat(night.scoreboard().checking()).containsExactly(new SeatId("B"));

    night.apply(correction("A", 1, 2, "B's figures were read", "Lab 5500, Con 4000"));

    Correction cleared = night.reports().get(new SeatId("B")).correction().orElseThrow();
    assertThat(cleared.at()).isEqualTo(SmallNight.at(3));
    assertThat(cleared.reason()).isEqualTo("Papers were found");
    assertThat(cleared.changes().get(0))
        .isEqualTo(new Correction.Change("majority", Optional.of("2,000"), Optional.of("1,000")));
  }

  @Test
  void noPartyGoesThatASeatSpeaksOf() {
    Election election = night.night().election();

    assertRejected(
        night.apply(
            new Election(
                election.election(),
                election.name(),
                election.contest(),
                election.date(),
                election.zone(),
                election.basis(),
                election.previous(),
                election.closeOfPoll(),
                election.seats(),
                election.mode(),
                election.parties().subList(1, election.parties().size()),
                election.recordBook(),
                election.rules(),
                election.attribution())),
        Code.ELECTION_CHANGED,
        "parties");
  }

  private static Declaration revised(String seat, int minutes, int revision, String votes) {
    Declaration first = declaration(seat, minutes, votes);
    return new Declaration(
        first.election(),
        first.seat(),
        revision,
        first.status(),
        first.declaredAt(),
        first.source(),
        first.reason(),
        first.winner(),
        first.party(),
        first.votes(),
        first.invalidVotes(),
        first.verifiedBallots(),
        first.test());
  }

  private static Declaration rushByName(String seat, String winner) {
    Declaration rush = rush(seat, 1, 1, "Lab");
    return new Declaration(
        rush.election(),
        rush.seat(),
        rush.revision(),
        rush.status(),
        rush.declaredAt(),
        rush.source(),
        rush.reason(),
        Optional.of(winner),
        Optional.empty(),
        rush.votes(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }

  private static Seat electorate(Seat seat, int electorate) {
    return new Seat(
        seat.election(),
        seat.seat(),
        seat.name(),
        seat.region(),
        seat.nation(),
        electorate,
        seat.hex(),
        seat.candidates(),
        seat.baseline(),
        seat.sitting(),
        seat.heldSince());
  }

  private static String id(Kind kind) {
    return "small-night:" + kind + ":A";
  }

  private Alert alert(Kind kind) {
    return night.alerts().get(id(kind));
  }

  private static Folded ignored(Why why) {
    return new Folded.Ignored(why);
  }

  private static void assertRejected(Folded folded, Code code, String field) {
    assertThat(folded)
        .isInstanceOfSatisfying(
            Folded.Rejected.class,
            rejected ->
                assertThat(rejected.reasons())
                    .extracting(Reason::code, Reason::field)
                    .containsExactly(tuple(code, field)));
  }
}
