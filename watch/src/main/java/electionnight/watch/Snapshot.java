package electionnight.watch;

import electionnight.domain.ElectionId;
import electionnight.domain.Scoreboard;
import electionnight.domain.SeatId;
import electionnight.domain.SeatReport;
import java.util.List;

/**
 * A whole night as its stream begins with it.
 *
 * @param results a line for each seat that has a result
 * @param notices what else is public of a seat
 * @param newest the seats of both, the one that changed last first
 * @param alerts every alert as it stands, the one that changed last first
 */
record Snapshot(
    ElectionId election,
    long revision,
    Scoreboard scoreboard,
    List<ResultLine> results,
    List<SeatReport> notices,
    List<SeatId> newest,
    List<AlertLine> alerts) {}
