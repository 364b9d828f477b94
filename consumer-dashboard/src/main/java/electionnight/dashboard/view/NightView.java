package electionnight.dashboard.view;

import electionnight.dashboard.push.Snapshot;
import electionnight.domain.Alert;
import electionnight.domain.Election;
import electionnight.domain.Result;
import electionnight.domain.Scoreboard;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import java.util.List;
import java.util.Map;

/**
 * A night as it stands at one revision.
 *
 * @param election its terms
 * @param seats what is known of each seat before its count, in the order of their codes
 * @param referenceVersion how often the election or a seat has been published; with the revision it
 *     tells two views apart
 * @param revision how many changes had been accepted
 * @param scoreboard the totals; those of an empty night at revision 0
 * @param results the latest result of each seat declared
 * @param alerts each alert as it stands, the one that changed last first
 */
public record NightView(
    Election election,
    Map<SeatId, Seat> seats,
    long referenceVersion,
    long revision,
    Scoreboard scoreboard,
    Map<SeatId, Result> results,
    List<Alert> alerts)
    implements Snapshot {

  @Override
  public byte[] json() {
    return NightJson.snapshot(this);
  }
}
