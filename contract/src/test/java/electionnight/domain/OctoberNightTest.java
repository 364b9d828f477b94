package electionnight.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import electionnight.domain.Alert.Kind;
import electionnight.domain.Alert.State;
import electionnight.testing.FoldedNight;
import electionnight.testing.Golden;
import electionnight.testing.SmallNight;
import electionnight.wire.MessageType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The night of 19-20 October 2023, by the figures of the House of Commons Library: Tamworth, then
 * Mid Bedfordshire.
 */
class OctoberNightTest {
  private static final String PREFIX = "by-elections-2023-10-19:";
  private static final PartyCode LAB = new PartyCode("Lab");
  private static final PartyCode CON = new PartyCode("Con");
  private static final SeatId MID_BEDFORDSHIRE = new SeatId("E14000813");
  private static final SeatId TAMWORTH = new SeatId("E14000986");

  private static final List<String> ALERTS =
      List.of(
          PREFIX + "BIGGEST_MAJORITY_OVERTURNED:" + MID_BEDFORDSHIRE,
          PREFIX + "BIGGEST_MAJORITY_OVERTURNED:" + TAMWORTH,
          PREFIX + "FIRST_SINCE:" + MID_BEDFORDSHIRE,
          PREFIX + "LARGEST_SWING:" + TAMWORTH,
          PREFIX + "SEAT_GAIN:" + MID_BEDFORDSHIRE,
          PREFIX + "SEAT_GAIN:" + TAMWORTH);

  private final FoldedNight night = new FoldedNight();

  @BeforeEach
  void openTheNight() {
    night.apply(Golden.value(MessageType.ELECTION));
    night.apply(Golden.value(MessageType.SEAT));
    night.apply(tamworth());
  }

  @Test
  void midBedfordshireOverturnsTheBiggestMajorityOfAll() {
    night.apply(Golden.value(MessageType.DECLARATION));

    Result result = night.updates().get(0).seats().get(0).result().orElseThrow();
    assertThat(result.winner()).isEqualTo("Alistair Strathern");
    assertThat(result.validVotes()).isEqualTo(40_720);
    assertThat(result.candidates()).hasSize(13);
    assertThat(result.majority().orElseThrow().votes()).isEqualTo(1_192);
    assertThat(result.overturned()).hasValue(24_664);
    assertThat(result.outcome())
        .contains(new Outcome(Outcome.Kind.GAIN, LAB, CON, Basis.LAST_GENERAL));
    Swing swing = result.swing().orElseThrow();
    assertThat(swing.from()).isEqualTo(CON);
    assertThat(swing.to()).isEqualTo(LAB);
    assertThat(swing.points()).isCloseTo(20.5, within(0.05));
    assertThat(result.turnout().orElseThrow()).isCloseTo(43.98, within(0.005));
    assertThat(alert(Kind.BIGGEST_MAJORITY_OVERTURNED, result.seat()).facts().record())
        .flatMap(RecordRank::beaten)
        .map(RecordEntry::name)
        .contains("Tiverton and Honiton");
  }

  @Test
  void tamworthIsTheBiggestOfTheNightButNotOfTheBook() {
    night.apply(tamworthDeclared());

    Result result = night.updates().get(0).seats().get(0).result().orElseThrow();
    assertThat(result.majority().orElseThrow().votes()).isEqualTo(1_316);
    assertThat(result.overturned()).hasValue(19_634);
    Alert alert = alert(Kind.BIGGEST_MAJORITY_OVERTURNED, TAMWORTH);
    assertThat(alert.headline())
        .isEqualTo(
            "Labour gain Tamworth from the Conservatives, overturning 19,634:"
                + " the biggest majority overturned so far tonight");
    assertThat(alert.facts().record()).isEmpty();
    assertThat(alert(Kind.SEAT_GAIN, TAMWORTH).headline())
        .isEqualTo("Labour gain Tamworth from the Conservatives, majority 1,316");
  }

  @Test
  void bothSeatsAreGainsAndNoMajorityLineIsDrawn() {
    night.apply(tamworthDeclared());
    night.apply(Golden.value(MessageType.DECLARATION));

    Scoreboard board = night.scoreboard();
    assertThat(board.declared()).isEqualTo(2);
    assertThat(board.changed()).isEqualTo(2);
    assertThat(board.flips()).containsExactly(new Flip(CON, LAB, 2));
    assertThat(board.majorityLine()).isEmpty();
    assertThat(board.validVotes()).isEqualTo(40_720 + 25_586);
    assertThat(board.biggestMajoritiesOverturned())
        .extracting(Overturned::overturned)
        .containsExactly(24_664, 19_634);
    assertThat(board.narrowestMajorities())
        .extracting(SeatMajority::majority)
        .containsExactly(1_192, 1_316);
    assertThat(night.standingAlerts()).extracting(Alert::id).containsExactlyElementsOf(ALERTS);
  }

  @Test
  void midBedfordshireHeardFirstLeavesTamworthsEarlierRecordStanding() {
    night.apply(Golden.value(MessageType.DECLARATION));
    night.apply(tamworthDeclared());

    assertThat(alert(Kind.BIGGEST_MAJORITY_OVERTURNED, TAMWORTH).state()).isEqualTo(State.ISSUED);
    assertThat(night.standingAlerts()).extracting(Alert::id).containsExactlyElementsOf(ALERTS);
  }

  @Test
  void tamworthsFiguresInMidBedfordshireAreNotBelieved() {
    Declaration golden = Golden.value(MessageType.DECLARATION);
    Folded folded =
        night.apply(
            new Declaration(
                golden.election(),
                golden.seat(),
                1,
                Status.DECLARED,
                golden.declaredAt(),
                "a newspaper",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                tamworthDeclared().votes(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty()));

    assertThat(folded)
        .isInstanceOfSatisfying(
            Folded.Rejected.class,
            rejected ->
                assertThat(rejected.reasons())
                    .extracting(Reason::code)
                    .contains(Reason.Code.UNKNOWN_CANDIDATE));
  }

  @Test
  void tamworthsFiguresInMidBedfordshireAreQueriedAndThenCorrectedInTheOpen() {
    night.apply(tamworthDeclared());
    Scoreboard before = night.scoreboard();

    night.apply(misreported());

    Update queried = night.updates().get(1);
    SeatReport report = queried.seats().get(0);
    assertThat(report.result()).isEmpty();
    assertThat(report.checking().orElseThrow().queries())
        .extracting(Query::code, Query::words, Query::seats)
        .containsExactly(
            tuple(
                Query.Code.SAME_FIGURES,
                "The first and second votes, 11,719 and 10,403, are also those of Tamworth",
                List.of(TAMWORTH)));
    assertThat(report.name()).isEqualTo("Mid Bedfordshire");
    assertThat(queried.alerts()).isEmpty();
    assertThat(queried.scoreboard().checking()).containsExactly(MID_BEDFORDSHIRE);
    assertThat(queried.scoreboard().declared()).isEqualTo(1);
    assertThat(queried.scoreboard().validVotes()).isEqualTo(before.validVotes());

    night.apply(corrected());

    Update mended = night.updates().get(2);
    assertThat(mended.scoreboard().checking()).isEmpty();
    assertThat(mended.scoreboard().declared()).isEqualTo(2);
    assertThat(mended.alerts()).extracting(Alert::state).containsOnly(State.ISSUED);
    assertThat(alert(Kind.BIGGEST_MAJORITY_OVERTURNED, MID_BEDFORDSHIRE).facts())
        .extracting(Alert.Facts::overturned, Alert.Facts::majority)
        .containsExactly(OptionalInt.of(24_664), OptionalInt.of(1_192));
    assertThat(night.alerts()).doesNotContainKey(PREFIX + "CORRECTION:" + MID_BEDFORDSHIRE);
  }

  @Test
  void withQueriesOffTheWrongMajorityIsAmendedAndTheCorrectionSaysSo() {
    FoldedNight unasked = new FoldedNight();
    unasked.apply(withoutQueries(Golden.value(MessageType.ELECTION)));
    unasked.apply(Golden.value(MessageType.SEAT));
    unasked.apply(tamworth());
    unasked.apply(tamworthDeclared());

    unasked.apply(misreported());

    Alert wrong = unasked.alerts().get(PREFIX + "SEAT_GAIN:" + MID_BEDFORDSHIRE);
    assertThat(wrong.state()).isEqualTo(State.ISSUED);
    assertThat(wrong.facts().majority()).hasValue(1_316);
    assertThat(wrong.headline()).endsWith("majority 1,316");

    unasked.apply(corrected());

    Alert amended = unasked.alerts().get(PREFIX + "SEAT_GAIN:" + MID_BEDFORDSHIRE);
    assertThat(amended.state()).isEqualTo(State.AMENDED);
    assertThat(amended.revision()).isEqualTo(2);
    assertThat(amended.facts().majority()).hasValue(1_192);
    assertThat(amended.was().orElseThrow().majority()).hasValue(1_316);
    assertThat(amended.reason()).contains("Tamworth's figures were read");
    Alert correction = unasked.alerts().get(PREFIX + "CORRECTION:" + MID_BEDFORDSHIRE);
    assertThat(correction.state()).isEqualTo(State.ISSUED);
    assertThat(correction.headline())
        .isEqualTo("Correction to Mid Bedfordshire: majority 1,192, not 1,316");
    assertThat(correction.facts().changes())
        .contains(
            new Correction.Change("majority", Optional.of("1,316"), Optional.of("1,192")),
            new Correction.Change(
                "votes of Alistair Strathern (Lab)", Optional.of("11,719"), Optional.of("13,872")));
    assertThat(unasked.reports().get(MID_BEDFORDSHIRE).correction().orElseThrow().reason())
        .isEqualTo("Tamworth's figures were read");
    assertThat(unasked.alerts().get(PREFIX + "BIGGEST_MAJORITY_OVERTURNED:" + MID_BEDFORDSHIRE))
        .extracting(Alert::state, alert -> alert.facts().majority())
        .containsExactly(State.AMENDED, OptionalInt.of(1_192));
  }

  @Test
  void theWrongFiguresHeardFirstMakeTamworthsWaitUntilTheyAreCorrected() {
    night.apply(misreported());
    assertThat(night.scoreboard().declared()).isEqualTo(1);

    night.apply(tamworthDeclared());

    assertThat(night.scoreboard().checking()).containsExactly(TAMWORTH);
    assertThat(night.reports().get(TAMWORTH).checking().orElseThrow().queries())
        .extracting(Query::seats)
        .containsExactly(List.of(MID_BEDFORDSHIRE));

    night.apply(corrected());

    Update cleared = night.updates().get(2);
    assertThat(cleared.seats())
        .extracting(SeatReport::seat)
        .containsExactly(MID_BEDFORDSHIRE, TAMWORTH);
    assertThat(cleared.scoreboard().checking()).isEmpty();
    assertThat(cleared.scoreboard().declared()).isEqualTo(2);
    assertThat(night.reports().get(TAMWORTH).result().orElseThrow().majority())
        .map(Majority::votes)
        .contains(1_316);
    assertThat(night.reports().get(TAMWORTH).correction()).isEmpty();
    assertThat(night.standingAlerts())
        .extracting(Alert::id)
        .contains(PREFIX + "SEAT_GAIN:" + TAMWORTH, PREFIX + "CORRECTION:" + MID_BEDFORDSHIRE);
  }

  @Test
  void conservativeSince1931() {
    night.apply(Golden.value(MessageType.DECLARATION));

    assertThat(alert(Kind.FIRST_SINCE, MID_BEDFORDSHIRE).headline())
        .isEqualTo(
            "Labour gain Mid Bedfordshire from the Conservatives, who had held it since 1931");
  }

  @Test
  void tamworthsSwingIsComputedFromVotesAndNotFromRoundedShares() {
    night.apply(tamworthDeclared());

    // 45.8 - 23.7 and 66.3 - 40.7 would give 23.85.
    Alert alert = alert(Kind.LARGEST_SWING, TAMWORTH);
    assertThat(alert.facts().swing().orElseThrow().points()).isEqualTo(23.8871);
    assertThat(alert.headline())
        .startsWith("Tamworth: a swing of 23.9 points from the Conservatives to Labour, ");
  }

  private Alert alert(Kind kind, SeatId seat) {
    return night.alerts().get(PREFIX + kind + ":" + seat);
  }

  private static Seat tamworth() {
    return new Seat(
        new ElectionId("by-elections-2023-10-19"),
        TAMWORTH,
        "Tamworth",
        "West Midlands",
        "England",
        71_302,
        Optional.empty(),
        List.of(),
        Optional.of(
            new Baseline(
                Basis.LAST_GENERAL,
                SmallNight.candidateVotes(
                        "Con 30542, Green 935, Ind 431, Lab 10908, LD 2426, UKIP 814")
                    .stream()
                    .map(row -> new PartyVotes(row.party(), row.votes()))
                    .toList())),
        Optional.empty(),
        OptionalInt.empty());
  }

  private static Declaration tamworthDeclared() {
    return new Declaration(
        new ElectionId("by-elections-2023-10-19"),
        TAMWORTH,
        1,
        Status.DECLARED,
        Instant.parse("2023-10-20T01:50:00Z"),
        "House of Commons Library",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        SmallNight.candidateVotes(
            "Lab 11719, Con 10403, RUK 1373, BF 580, UKIP 436, Green 417, LD 417, MRLP 155,"
                + " Ind 86"),
        OptionalInt.of(44),
        OptionalInt.empty(),
        Optional.empty());
  }

  /** Mid Bedfordshire as one newspaper had it: the first two with Tamworth's votes. */
  private static Declaration misreported() {
    Declaration golden = Golden.value(MessageType.DECLARATION);
    List<CandidateVotes> votes = new ArrayList<>(golden.votes());
    votes.set(0, new CandidateVotes(votes.get(0).candidate(), LAB, 11_719));
    votes.set(1, new CandidateVotes(votes.get(1).candidate(), CON, 10_403));
    return said(golden, 1, Status.DECLARED, "a newspaper", Optional.empty(), votes);
  }

  private static Declaration corrected() {
    Declaration golden = Golden.value(MessageType.DECLARATION);
    return said(
        golden,
        2,
        Status.CORRECTED,
        golden.source(),
        Optional.of("Tamworth's figures were read"),
        golden.votes());
  }

  private static Declaration said(
      Declaration golden,
      int revision,
      Status status,
      String source,
      Optional<String> reason,
      List<CandidateVotes> votes) {
    return new Declaration(
        golden.election(),
        golden.seat(),
        revision,
        status,
        golden.declaredAt(),
        source,
        reason,
        golden.winner(),
        golden.party(),
        votes,
        golden.invalidVotes(),
        golden.verifiedBallots(),
        golden.test());
  }

  private static Election withoutQueries(Election election) {
    return new Election(
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
        election.parties(),
        election.recordBook(),
        Optional.of(SmallNight.RULES),
        election.attribution());
  }
}
