package electionnight.watch;

import electionnight.domain.Majority;
import electionnight.domain.Outcome;
import electionnight.domain.PartyCode;
import electionnight.domain.Result;
import electionnight.domain.SeatId;
import electionnight.domain.Status;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Of a result what a line has room for, as a snapshot tells it.
 *
 * @param majority in votes; empty where not known
 */
record ResultLine(
    SeatId seat,
    String name,
    String winner,
    PartyCode party,
    Optional<Outcome> outcome,
    OptionalInt majority,
    Instant declaredAt,
    Status status,
    int revision,
    Optional<String> reason) {

  static ResultLine of(Result result) {
    return new ResultLine(
        result.seat(),
        result.name(),
        result.winner(),
        result.party(),
        result.outcome(),
        result.majority().map(Majority::votes).map(OptionalInt::of).orElse(OptionalInt.empty()),
        result.declaredAt(),
        result.status(),
        result.revision(),
        result.reason());
  }

  /** Whether something that it said is said differently by a later line; what is added is not. */
  boolean isContradictedBy(ResultLine later) {
    return !party.equals(later.party)
        || !winner.isEmpty() && !winner.equals(later.winner)
        || outcome.isPresent() && !outcome.equals(later.outcome)
        || majority.isPresent() && !majority.equals(later.majority);
  }
}
