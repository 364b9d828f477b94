package electionnight.domain;

import java.util.List;

/**
 * One accepted change and all its consequences. Whoever holds the updates up to a revision holds a
 * consistent night.
 *
 * @param election the night
 * @param revision of the night: 1 for the first accepted change, one more for each
 * @param cause the record of the log that brought it about
 * @param result the seat as it stands now
 * @param scoreboard the night's totals as they stand now
 * @param alerts the alerts that this change issued, amended or withdrew
 */
public record Update(
    ElectionId election,
    long revision,
    Cause cause,
    Result result,
    Scoreboard scoreboard,
    List<Alert> alerts) {

  public Update {
    alerts = List.copyOf(alerts);
  }
}
