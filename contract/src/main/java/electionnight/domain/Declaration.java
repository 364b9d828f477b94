package electionnight.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a source says of one seat: the returning officer's words, and nothing that follows from
 * them. Majority, swing and gains are computed, never taken from the input.
 *
 * @param election the night it belongs to
 * @param seat the seat's code
 * @param revision 1 for the first word on this seat, higher for each later one; the highest wins
 *     whatever the order of arrival
 * @param status declared, or corrected
 * @param declaredAt when it was declared (for a correction, when the seat was first declared)
 * @param source who reported it; not empty
 * @param reason why it was corrected; required with {@link Status#CORRECTED}
 * @param winner the name of the candidate declared elected, a field of its own because a tie is
 *     decided by lot; where empty, the candidate with the most votes
 * @param votes every candidate's valid votes, in any order
 * @param invalidVotes ballot papers rejected at the count; empty where not told
 */
public record Declaration(
    ElectionId election,
    SeatId seat,
    int revision,
    Status status,
    Instant declaredAt,
    String source,
    Optional<String> reason,
    Optional<String> winner,
    List<CandidateVotes> votes,
    OptionalInt invalidVotes) {

  public Declaration {
    votes = List.copyOf(votes);
  }

  /**
   * Whether another word on the same seat has the same figures: all but who reported it and when,
   * and in whichever order it names the candidates.
   */
  boolean saysTheSameAs(Declaration other) {
    return status == other.status
        && winner.equals(other.winner)
        && invalidVotes.equals(other.invalidVotes)
        && votes.size() == other.votes.size()
        && Set.copyOf(votes).equals(Set.copyOf(other.votes));
  }
}
