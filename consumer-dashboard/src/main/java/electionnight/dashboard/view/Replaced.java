package electionnight.dashboard.view;

import electionnight.domain.Alert;
import electionnight.domain.Scoreboard;
import electionnight.domain.SeatId;
import electionnight.domain.SeatReport;
import electionnight.domain.Update;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What an update takes the place of.
 *
 * @param scoreboard the totals before it
 * @param seats the reports before it of the seats that it speaks of, as far as they had one
 * @param concerned what each alert that it changes has been about, with the update, by its id
 */
public record Replaced(
    Scoreboard scoreboard, Map<SeatId, SeatReport> seats, Map<String, Concerned> concerned) {
  public Replaced {
    seats = Map.copyOf(seats);
    concerned = Map.copyOf(concerned);
  }

  /**
   * Worked out once for all who follow a part of the night.
   *
   * @param alerts what the alerts that it changes were about before it, by their ids
   */
  static Replaced by(
      Update update,
      Scoreboard scoreboard,
      Map<SeatId, SeatReport> seats,
      Map<String, Concerned> alerts) {
    return new Replaced(
        scoreboard,
        seats,
        update.alerts().stream()
            .collect(
                Collectors.toMap(
                    Alert::id,
                    alert ->
                        Concerned.by(
                            update, alert, Optional.ofNullable(alerts.get(alert.id())), seats),
                    (one, same) -> one)));
  }

  /** Those alerts of the update that have been about something. */
  List<Alert> alerts(Update update, Predicate<Concerned> something) {
    return update.alerts().stream()
        .filter(alert -> something.test(concerned.get(alert.id())))
        .toList();
  }
}
