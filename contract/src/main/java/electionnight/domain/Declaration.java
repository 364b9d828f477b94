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
 * @param reason why it was corrected or withdrawn; required with {@link Status#CORRECTED} and
 *     {@link Status#WITHDRAWN}
 * @param winner the name of the candidate declared elected, a field of its own because a tie is
 *     decided by lot; where empty, the candidate with the most votes, and of a rush the candidate
 *     of {@code party}
 * @param party the winner's party; needed of a rush where the ballot does not tell it
 * @param votes every candidate's valid votes, in any order; none unless the status has votes
 * @param invalidVotes ballot papers rejected at the count; empty where not told
 * @param verifiedBallots ballot papers verified before the count, with which the votes must
 *     reconcile; empty where not told
 * @param test whether it is a rehearsal's; such a one is rejected by any night that is no test
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
    Optional<PartyCode> party,
    List<CandidateVotes> votes,
    OptionalInt invalidVotes,
    OptionalInt verifiedBallots,
    Optional<Boolean> test)
    implements Input {

  public Declaration {
    votes = List.copyOf(votes);
  }

  /** The ballot papers it accounts for: the valid votes, and those rejected where it tells them. */
  long papersCast() {
    return votes.stream().mapToLong(CandidateVotes::votes).sum() + invalidVotes.orElse(0);
  }

  /** Whether it says of itself that it is a rehearsal's. */
  boolean isTest() {
    return test.orElse(false);
  }

  /**
   * Whether another word on the same seat has the same figures: all but who reported it and when,
   * and in whichever order it names the candidates.
   */
  boolean saysTheSameAs(Declaration other) {
    return status == other.status
        && winner.equals(other.winner)
        && party.equals(other.party)
        && invalidVotes.equals(other.invalidVotes)
        && verifiedBallots.equals(other.verifiedBallots)
        && isTest() == other.isTest()
        && votes.size() == other.votes.size()
        && Set.copyOf(votes).equals(Set.copyOf(other.votes));
  }

  /**
   * Whether another source's word on the same seat has the same winner and the same votes; what one
   * of the two does not tell is no contradiction.
   */
  boolean agreesWith(Declaration other) {
    return (status == other.status || status.hasVotes() && other.status.hasVotes())
        && agree(winner, other.winner)
        && agree(party, other.party)
        && (invalidVotes.isEmpty()
            || other.invalidVotes.isEmpty()
            || invalidVotes.equals(other.invalidVotes))
        && votes.size() == other.votes.size()
        && Set.copyOf(votes).equals(Set.copyOf(other.votes));
  }

  private static <T> boolean agree(Optional<T> one, Optional<T> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  @Override
  public Optional<SeatId> oneSeat() {
    return Optional.of(seat);
  }
}
