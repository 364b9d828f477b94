package electionnight.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A night at one revision: small, because what is known of each seat is kept apart, in {@link
 * SeatState}.
 *
 * @param election what its seats have in common
 * @param reference the record it came in
 * @param revision how many changes were accepted
 * @param totals the sums
 * @param standings what is first, biggest and narrowest
 * @param checking the seats with a result that is not counted, by seat id
 * @param stopped who stopped the alerts; empty while they flow
 * @param alerts the alerts about the night as a whole, each as it stands, the withdrawn included
 */
public record Night(
    Election election,
    Cause reference,
    long revision,
    Totals totals,
    Standings standings,
    List<SeatId> checking,
    Optional<AlertSwitch> stopped,
    List<Alert> alerts) {

  public Night {
    checking = List.copyOf(checking);
    alerts = List.copyOf(alerts);
  }

  /** A night before its first declaration, at revision 0. */
  public static Night open(Election election, Cause reference) {
    return new Night(
        election,
        reference,
        0,
        Totals.none(),
        Standings.none(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  Night with(Election amended, Cause record) {
    return new Night(amended, record, revision, totals, standings, checking, stopped, alerts);
  }

  Night with(Optional<AlertSwitch> stop) {
    return new Night(election, reference, revision, totals, standings, checking, stop, alerts);
  }

  /** The settings of its rules. */
  Rules rules() {
    return election.rules().orElse(Rules.STANDARD);
  }

  /** The night's totals as they are published. */
  public Scoreboard scoreboard() {
    List<Overturned> ranked = withPlacesInTheRecordBook(standings.biggestOverturned());
    return new Scoreboard(
        election.election(),
        revision,
        election.mode(),
        election.basis(),
        election.seats(),
        totals.declared(),
        totals.rushed(),
        checking,
        totals.changed(),
        totals.sittingKnown(),
        totals.sittingChanged(),
        totals.electorate(),
        totals.validVotes(),
        totals.invalidVotes(),
        totals.turnout(),
        standings.latest(),
        election.majorityLine().isPresent()
            ? Optional.of(
                new MajorityLine(election.majorityLine().getAsInt(), standings.crossing()))
            : Optional.empty(),
        totals.rows(),
        totals.flipsByCount(),
        ranked.stream().findFirst(),
        ranked,
        standings.narrowest(),
        stopped);
  }

  /**
   * Records set tonight enter the book tonight: a bigger one of this night counts as a row of it.
   */
  private List<Overturned> withPlacesInTheRecordBook(List<Overturned> biggestFirst) {
    RecordBook book = election.recordBook();
    List<Overturned> ranked = new ArrayList<>();
    for (Overturned figure : biggestFirst) {
      long bigger =
          biggestFirst.stream().filter(other -> other.overturned() > figure.overturned()).count();
      ranked.add(
          figure.with(
              book.rank(
                  election,
                  Measure.MAJORITY_OVERTURNED,
                  BigDecimal.valueOf(figure.overturned()),
                  (int) bigger)));
    }
    return ranked;
  }
}
