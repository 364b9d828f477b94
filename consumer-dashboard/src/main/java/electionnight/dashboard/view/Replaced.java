package electionnight.dashboard.view;

import electionnight.domain.Alert;
import electionnight.domain.Scoreboard;
import electionnight.domain.SeatId;
import electionnight.domain.SeatReport;
import electionnight.domain.Update;
import java.util.Map;
import java.util.Optional;

/**
 * What an update takes the place of.
 *
 * @param scoreboard the totals before it
 * @param seats the reports before it of the seats that it speaks of, as far as they had one
 * @param alerts what the alerts that it changes were about before it, by their ids
 */
public record Replaced(
    Scoreboard scoreboard, Map<SeatId, SeatReport> seats, Map<String, Concerned> alerts) {
  public Replaced {
    seats = Map.copyOf(seats);
    alerts = Map.copyOf(alerts);
  }

  /** What an alert has been about once the update has changed it. */
  Concerned concerned(Update update, Alert alert) {
    return Concerned.by(update, alert, Optional.ofNullable(alerts.get(alert.id())), seats);
  }
}
