package electionnight.domain;

import java.util.List;
import java.util.Optional;

/**
 * A night at one revision: small, because what is known of each seat is kept apart, in {@link
 * SeatState}.
 *
 * @param election what its seats have in common
 * @param revision how many changes were accepted
 * @param totals the sums
 * @param standings what is first, biggest and narrowest
 * @param alerts the alerts about the night as a whole, each as it stands, the withdrawn included
 */
public record Night(
    Election election, long revision, Totals totals, Standings standings, List<Alert> alerts) {

  public Night {
    alerts = List.copyOf(alerts);
  }

  /** A night before its first declaration, at revision 0. */
  public static Night open(Election election) {
    return new Night(election, 0, Totals.none(), Standings.none(), List.of());
  }

  Night with(Election amended) {
    return new Night(amended, revision, totals, standings, alerts);
  }

  /** The night's totals as they are published. */
  public Scoreboard scoreboard() {
    return new Scoreboard(
        election.election(),
        revision,
        election.mode(),
        election.seats(),
        totals.declared(),
        totals.changed(),
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
        standings.biggestOverturned().stream().findFirst(),
        standings.biggestOverturned(),
        standings.narrowest());
  }
}
