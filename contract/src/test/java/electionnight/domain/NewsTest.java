package electionnight.domain;

import static electionnight.testing.SmallNight.byLot;
import static electionnight.testing.SmallNight.declaration;
import static electionnight.testing.SmallNight.heldSince;
import static electionnight.testing.SmallNight.seat;
import static electionnight.testing.SmallNight.sitting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import electionnight.domain.Alert.Kind;
import electionnight.domain.Alert.State;
import electionnight.testing.FoldedNight;
import electionnight.testing.SmallNight;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is news, on which side of each setting, and against whom a seat is won. */
class NewsTest {
  private static final PartyCode LAB = new PartyCode("Lab");
  private static final PartyCode CON = new PartyCode("Con");
  private static final Sitting WON_BY_LABOUR =
      new Sitting(LAB, "won the by-election of 15 February 2024", "a test");

  private final FoldedNight night = new FoldedNight();

  @BeforeEach
  void openTheNight() {
    night.apply(SmallNight.election(Contest.GENERAL_ELECTION, 99));
  }

  @Test
  void aPartyThatWinsBackWhatItLostAtAByElectionRegainsIt() {
    night.apply(sitting(seat("A", "Con 9000, Lab 4000"), WON_BY_LABOUR));

    night.apply(declaration("A", 1, "Con 5000, Lab 4000"));

    assertThat(night.standingAlerts()).hasSize(1);
    Alert regain = alert(Kind.REGAIN, "A");
    assertThat(regain.headline()).isEqualTo("The Conservatives regain Seat A from Labour");
    assertThat(regain.facts())
        .extracting(Alert.Facts::from, Alert.Facts::basis)
        .containsExactly(Optional.of(LAB), Optional.of(Basis.SITTING));
  }

  @Test
  void aGainOnOneBasisMayBeAHoldOnTheOtherAndEachHasItsLedger() {
    night.apply(sitting(seat("A", "Con 9000, Lab 4000"), WON_BY_LABOUR));
    night.apply(sitting(seat("B", "Con 9000, Lab 4000"), new Sitting(CON, "", "")));
    night.apply(sitting(seat("C", "Con 9000, Lab 4000"), WON_BY_LABOUR));
    night.apply(seat("D", "Con 9000, Lab 4000"));

    night.apply(declaration("A", 1, "Lab 5000, Con 4000"));
    night.apply(declaration("B", 2, "Lab 5000, Con 4000"));
    night.apply(declaration("C", 3, "Con 5000, Lab 4000"));
    night.apply(declaration("D", 4, "Lab 5000, Con 4000"));

    Scoreboard board = night.scoreboard();
    assertThat(board.basis()).isEqualTo(Basis.LAST_GENERAL);
    assertThat(board.changed()).isEqualTo(3);
    assertThat(board.sittingKnown()).isEqualTo(3);
    assertThat(board.sittingChanged()).isEqualTo(2);
    assertThat(board.parties())
        .extracting(
            PartyRow::party,
            PartyRow::gains,
            PartyRow::losses,
            PartyRow::net,
            PartyRow::sittingGains,
            PartyRow::sittingLosses,
            PartyRow::sittingNet)
        .containsExactly(tuple(LAB, 3, 0, 3, 1, 1, 0), tuple(CON, 0, 3, -3, 1, 1, 0));
    Result a = night.reports().get(new SeatId("A")).result().orElseThrow();
    assertThat(a.outcome().orElseThrow().kind()).isEqualTo(Outcome.Kind.GAIN);
    assertThat(a.sitting().orElseThrow().kind()).isEqualTo(Outcome.Kind.HOLD);
    assertThat(night.seats().get(new SeatId("A")).seat().sitting().map(Sitting::why))
        .contains("won the by-election of 15 February 2024");
  }

  @Test
  void whoeverHeldASeatForFiftyYearsLosesItForTheFirstTime() {
    night.apply(heldSince(seat("A", "Con 9000, Lab 4000"), 1974));
    night.apply(heldSince(seat("B", "Con 9000, Lab 4000"), 1975));
    night.apply(heldSince(seat("C", "Con 9000, Lab 4000"), 1931));

    night.apply(declaration("A", 1, "Lab 5000, Con 4000"));
    night.apply(declaration("B", 2, "Lab 5000, Con 4000"));
    night.apply(declaration("C", 3, "Con 5000, Lab 4000"));

    assertThat(night.standingAlerts())
        .filteredOn(alert -> alert.kind() == Kind.FIRST_SINCE)
        .extracting(Alert::headline, alert -> alert.facts().heldSince().getAsInt())
        .containsExactly(
            tuple("Labour gain Seat A from the Conservatives, who had held it since 1974", 1974));
  }

  @Test
  void aMajorityIsNewsAsTheNarrowestOnlyUnderTheSetting() {
    night.apply(seat("A", "Con 9000, Lab 4000"));
    night.apply(seat("B", "Con 9000, Lab 4000"));
    night.apply(seat("C", "Con 9000, Lab 4000"));
    night.apply(seat("D", "Con 9000, Lab 4000"));

    night.apply(declaration("A", 1, "Con 5100, Lab 5000"));
    assertThat(night.standingAlerts()).isEmpty();
    night.apply(declaration("B", 2, "Con 6099, Lab 6000"));
    night.apply(declaration("C", 3, "Con 7099, Lab 7000"));
    night.apply(declaration("D", 4, "Con 8001, Lab 8000"));

    assertThat(night.standingAlerts())
        .extracting(Alert::headline)
        .containsExactly(
            "The Conservatives win Seat B by 99, the narrowest majority so far tonight",
            "The Conservatives win Seat D by 1, the narrowest majority so far tonight");
  }

  @Test
  void aSwingIsNewsAsTheLargestOnlyFromTheSettingOn() {
    night.apply(seat("A", "Con 6000, Lab 4000"));
    night.apply(seat("B", "Con 6000, Lab 4000"));
    night.apply(seat("C", "Con 6000, Lab 4000"));

    night.apply(declaration("A", 1, "Con 5001, Lab 4999"));
    assertThat(night.alerts()).doesNotContainKey("small-night:LARGEST_SWING:A");
    night.apply(declaration("B", 2, "Lab 5001, Con 5000"));
    night.apply(declaration("C", 3, "Lab 5001, Con 5000"));

    assertThat(night.standingAlerts())
        .filteredOn(alert -> alert.kind() == Kind.LARGEST_SWING)
        .extracting(Alert::headline)
        .containsExactly(
            "Seat B: a swing of 10.0 points from the Conservatives to Labour, the largest so far"
                + " tonight");
  }

  @Test
  void aTieIsDecidedByLotAndIsTheNarrowestMajorityOfAll() {
    night.apply(seat("A", "Con 9000, Lab 4000"));

    night.apply(byLot("A", 1, "Lab", "Lab 5000, Con 5000, LD 10"));

    Result result = night.reports().get(new SeatId("A")).result().orElseThrow();
    assertThat(result.party()).isEqualTo(LAB);
    assertThat(result.majority()).contains(new Majority(LAB, CON, 0, 0));
    assertThat(alert(Kind.TIE_BY_LOT, "A").headline())
        .isEqualTo("Labour win Seat A by lot, after a tie at 5,000");
    assertThat(alert(Kind.NARROWEST_MAJORITY, "A").facts().majority()).hasValue(0);
    assertThat(alert(Kind.NARROWEST_MAJORITY, "A").headline())
        .isEqualTo("Labour win Seat A by lot, the narrowest majority so far tonight");

    night.apply(
        SmallNight.correction("A", 1, 2, "One paper was found", "Lab 5001, Con 5000, LD 10"));

    assertThat(alert(Kind.TIE_BY_LOT, "A").state()).isEqualTo(State.WITHDRAWN);
    assertThat(alert(Kind.CORRECTION, "A").headline())
        .isEqualTo("Correction to Seat A: majority 1, not 0");
  }

  @Test
  void aRecordThatACorrectionDethronesIsWithdrawnAndLeavesTheBook() {
    FoldedNight booked = new FoldedNight();
    booked.apply(
        SmallNight.election(
            Contest.BY_ELECTION,
            2,
            List.of(SmallNight.overturned(Contest.BY_ELECTION, "Old", 4_000))));
    booked.apply(seat("A", "Con 9000, Lab 2000"));
    booked.apply(seat("B", "Con 9000, Lab 3000"));
    booked.apply(declaration("A", 1, "Lab 5000, Con 4000"));
    booked.apply(declaration("B", 2, "Lab 6000, Con 4000"));
    assertThat(ranks(booked)).containsExactly(tuple("Seat A", 1), tuple("Seat B", 2));

    booked.apply(SmallNight.correction("A", 1, 2, "Rows were swapped", "Lab 4000, Con 5000"));

    assertThat(ranks(booked)).containsExactly(tuple("Seat B", 1));
    assertThat(booked.standingAlerts())
        .filteredOn(alert -> alert.kind() == Kind.BIGGEST_MAJORITY_OVERTURNED)
        .extracting(Alert::headline)
        .containsExactly(
            "Labour gain Seat B from the Conservatives, overturning 6,000: the biggest at a"
                + " by-election");
  }

  private static List<Tuple> ranks(FoldedNight night) {
    return night.scoreboard().biggestMajoritiesOverturned().stream()
        .map(figure -> tuple(figure.name(), figure.record().orElseThrow().rank()))
        .toList();
  }

  private Alert alert(Kind kind, String seat) {
    return night.alerts().get("small-night:" + kind + ":" + seat);
  }
}
