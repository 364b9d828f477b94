package electionnight.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import electionnight.domain.Alert.Kind;
import electionnight.domain.Alert.State;
import electionnight.testing.FoldedNight;
import electionnight.testing.Golden;
import electionnight.testing.SmallNight;
import electionnight.wire.MessageType;
import java.time.Instant;
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
  private static final SeatId TAMWORTH = new SeatId("E14000986");

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
    assertThat(night.standingAlerts()).hasSize(4);
  }

  @Test
  void midBedfordshireHeardFirstLeavesTamworthsEarlierRecordStanding() {
    night.apply(Golden.value(MessageType.DECLARATION));
    night.apply(tamworthDeclared());

    assertThat(alert(Kind.BIGGEST_MAJORITY_OVERTURNED, TAMWORTH).state()).isEqualTo(State.ISSUED);
    assertThat(night.standingAlerts()).hasSize(4);
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
}
