package electionnight.domain;

import java.util.List;

/**
 * One accepted change and all its consequences. Whoever holds the updates up to a revision holds a
 * consistent night.
 *
 * @param election the night
 * @param revision of the night: 1 for the first accepted change, one more for each
 * @param receipt the proof of it
 * @param seats what is public of each seat that changed, as it stands now; the seat that the cause
 *     speaks of first
 * @param scoreboard the night's totals as they stand now
 * @param alerts the alerts that this change issued, amended or withdrew
 */
public record Update(
    ElectionId election,
    long revision,
    Receipt receipt,
    List<SeatReport> seats,
    Scoreboard scoreboard,
    List<Alert> alerts) {

  public Update {
    seats = List.copyOf(seats);
    alerts = List.copyOf(alerts);
  }
}
