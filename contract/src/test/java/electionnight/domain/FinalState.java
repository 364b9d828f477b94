package electionnight.domain;

import electionnight.testing.FoldedNight;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a night comes to, whatever the way there: the scoreboard but for how many changes it took,
 * the results that count, and what the standing alerts state, but for notices of what had been
 * published.
 */
record FinalState(Scoreboard scoreboard, Map<SeatId, Result> results, List<Statement> alerts) {

  /** An alert but for its life and its proof. */
  record Statement(String id, SeatId seat, String name, String headline, Alert.Facts facts) {}

  static FinalState of(FoldedNight night) {
    Map<SeatId, Result> results = new TreeMap<>();
    night
        .seats()
        .forEach((id, state) -> state.result().ifPresent(result -> results.put(id, result)));
    return new FinalState(
        withoutRevision(night.scoreboard()),
        results,
        night.standingAlerts().stream()
            .filter(alert -> !alert.kind().isNotice())
            .map(
                alert ->
                    new Statement(
                        alert.id(), alert.seat(), alert.name(), alert.headline(), alert.facts()))
            .toList());
  }

  private static Scoreboard withoutRevision(Scoreboard board) {
    return new Scoreboard(
        board.election(),
        0,
        board.mode(),
        board.basis(),
        board.seats(),
        board.declared(),
        board.rushed(),
        board.checking(),
        board.changed(),
        board.sittingKnown(),
        board.sittingChanged(),
        board.electorate(),
        board.validVotes(),
        board.invalidVotes(),
        board.turnout(),
        board.latest(),
        board.majorityLine(),
        board.parties(),
        board.flips(),
        board.biggestOverturned(),
        board.biggestMajoritiesOverturned(),
        board.narrowestMajorities(),
        board.alertsStopped());
  }
}
