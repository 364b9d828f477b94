package electionnight.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Alert;
import electionnight.domain.Alert.Facts;
import electionnight.domain.Alert.Kind;
import electionnight.domain.Alert.State;
import electionnight.domain.Basis;
import electionnight.domain.Cause;
import electionnight.domain.Contest;
import electionnight.domain.Correction.Change;
import electionnight.domain.Election;
import electionnight.domain.Measure;
import electionnight.domain.Mode;
import electionnight.domain.PartyCode;
import electionnight.domain.Receipt;
import electionnight.domain.RecordRank;
import electionnight.domain.RecordScope;
import electionnight.domain.Rules;
import electionnight.domain.SeatId;
import electionnight.domain.Swing;
import electionnight.testing.SmallNight;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FactChangesTest {
  private static final LocalDate DAY = LocalDate.of(1945, 1, 1);
  private static final Facts NONE =
      facts("", "", none(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());
  private static final Facts BEFORE =
      facts(
          "Lab",
          "Con",
          OptionalInt.of(1_316),
          Optional.of(swing(20.25)),
          Optional.of(Basis.LAST_GENERAL),
          Optional.of(rank(1, false, Optional.empty())),
          List.of());
  private static final Facts AFTER =
      facts(
          "LD",
          "unheard of",
          OptionalInt.of(1_192),
          Optional.of(swing(-0.5)),
          Optional.of(Basis.NOTIONAL),
          Optional.of(rank(3, true, Optional.of(DAY))),
          List.of());

  private final Election election = SmallNight.election(Contest.BY_ELECTION, 2);

  @Test
  void everyFactIsToldAsItWasAndIs() {
    assertThat(FactChanges.of(alert(Kind.SEAT_GAIN, Optional.of(BEFORE), AFTER), election))
        .extracting(FactChangesTest::words)
        .containsExactly(
            "won by: Lab, now LD",
            "from: Con, now unheard of",
            "majority: 1,316, now 1,192",
            "majority overturned: 1,316, now 1,192",
            "swing: 20.25 points from Con to Lab, now 0.5 points from Lab to Con",
            "basis: LAST_GENERAL, now NOTIONAL",
            "record book: number 1 at a by-election,"
                + " now joint number 3 at a by-election since 1945",
            "seats: 1,316, now 1,192",
            "majority line: 1,316, now 1,192",
            "held since: 1316, now 1192",
            "votes of each: 1,316, now 1,192");
  }

  @Test
  void whatIsTheSameIsNotTold() {
    assertThat(FactChanges.of(alert(Kind.SEAT_GAIN, Optional.of(AFTER), AFTER), election))
        .isEmpty();
    assertThat(FactChanges.of(alert(Kind.SEAT_GAIN, Optional.empty(), AFTER), election)).isEmpty();
  }

  @Test
  void whatIsOnlyAddedOrTakenAwayIsTold() {
    assertThat(FactChanges.of(alert(Kind.SEAT_GAIN, Optional.of(NONE), AFTER), election))
        .hasSize(11)
        .allMatch(change -> change.was().isEmpty() && change.now().isPresent());
    assertThat(FactChanges.of(alert(Kind.SEAT_GAIN, Optional.of(BEFORE), NONE), election))
        .hasSize(11)
        .allMatch(change -> change.was().isPresent() && change.now().isEmpty());
  }

  @Test
  void aCorrectionTellsWhatItCorrects() {
    Change change = new Change("winner", Optional.of("A"), Optional.of("B"));
    Facts corrected =
        facts(
            "", "", none(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(change));

    assertThat(FactChanges.of(alert(Kind.CORRECTION, Optional.of(BEFORE), corrected), election))
        .containsExactly(change);
  }

  private static String words(Change change) {
    return change.figure()
        + ": "
        + change.was().orElseThrow()
        + ", now "
        + change.now().orElseThrow();
  }

  private static OptionalInt none() {
    return OptionalInt.empty();
  }

  private static Optional<PartyCode> party(String code) {
    return code.isEmpty() ? Optional.empty() : Optional.of(new PartyCode(code));
  }

  private static Swing swing(double points) {
    return new Swing(Swing.Method.BUTLER, new PartyCode("Con"), new PartyCode("Lab"), points);
  }

  private static RecordRank rank(int rank, boolean joint, Optional<LocalDate> since) {
    return new RecordRank(
        rank,
        joint,
        new RecordScope(
            Contest.BY_ELECTION,
            Measure.MAJORITY_OVERTURNED,
            since,
            BigDecimal.ZERO,
            "a test",
            DAY),
        Optional.empty(),
        Optional.empty());
  }

  private static Facts facts(
      String party,
      String from,
      OptionalInt number,
      Optional<Swing> swing,
      Optional<Basis> basis,
      Optional<RecordRank> record,
      List<Change> changes) {
    return new Facts(
        party(party),
        party(from),
        number,
        number,
        swing,
        basis,
        record,
        number,
        number,
        number,
        number,
        changes);
  }

  private static Alert alert(Kind kind, Optional<Facts> was, Facts now) {
    Cause cause = new Cause("declarations", 0, 1, "d".repeat(64));
    return new Alert(
        "small-night:" + kind + ":A",
        kind,
        State.AMENDED,
        2,
        SmallNight.ID,
        Mode.TEST,
        new SeatId("A"),
        "Seat A",
        SmallNight.at(60),
        "a headline",
        now,
        Optional.of("a reason"),
        was,
        new Receipt(
            cause,
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            cause,
            Rules.VERSION));
  }
}
