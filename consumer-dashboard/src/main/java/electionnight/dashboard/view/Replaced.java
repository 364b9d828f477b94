package electionnight.dashboard.view;

import electionnight.domain.Scoreboard;
import electionnight.domain.SeatId;
import electionnight.domain.SeatReport;
import java.util.Map;

/**
 * What an update takes the place of.
 *
 * @param scoreboard the totals before it
 * @param seats the reports before it of the seats that it speaks of, as far as they had one
 */
public record Replaced(Scoreboard scoreboard, Map<SeatId, SeatReport> seats) {
  public Replaced {
    seats = Map.copyOf(seats);
  }
}
