package electionnight.domain;

import electionnight.domain.Alert.Kind;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a night's rules. They travel with the election, so that the log alone says by
 * which rules it was folded.
 *
 * @param alerts the kinds of alert that are on
 * @param narrowestMajorityUnder a majority is news as the narrowest only below this many votes
 * @param largestSwingFrom a swing is news as the largest only from this many percentage points
 * @param firstSinceYears a gain is news as the first only where the party had held the seat for
 *     this many years
 * @param queries the thresholds of the queries; empty where nothing is queried
 */
public record Rules(
    List<Kind> alerts,
    int narrowestMajorityUnder,
    double largestSwingFrom,
    int firstSinceYears,
    Optional<QueryRules> queries) {

  /** The version of the rules as this code has them; changed whenever their answers may change. */
  public static final String VERSION = "2";

  /** All kinds of alert, and queries, with thresholds that news desks use. */
  public static final Rules STANDARD =
      new Rules(List.of(Kind.values()), 100, 10, 50, Optional.of(QueryRules.STANDARD));

  public Rules {
    alerts = List.copyOf(alerts);
  }

  boolean isOn(Kind kind) {
    return alerts.contains(kind);
  }
}
