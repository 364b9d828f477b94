package electionnight.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The result that a seat is compared with.
 *
 * @param basis whether it was actual or is an estimate on new boundaries
 * @param votes the votes of every candidate, at least one row; any order
 */
public record Baseline(Basis basis, List<PartyVotes> votes) {
  private static final Comparator<PartyVotes> MOST_VOTES_FIRST =
      Comparator.comparingInt(PartyVotes::votes).reversed().thenComparing(PartyVotes::party);

  public Baseline {
    if (votes.isEmpty()) {
      throw new IllegalArgumentException("a baseline has the votes of at least one candidate");
    }
    votes = votes.stream().sorted(MOST_VOTES_FIRST).toList();
  }

  /** The party that held the seat. */
  public PartyCode winner() {
    return votes.get(0).party();
  }

  /** Votes of the first minus votes of the second; all votes of an unopposed winner. */
  public int majority() {
    int second = votes.size() > 1 ? votes.get(1).votes() : 0;
    return votes.get(0).votes() - second;
  }

  /** All valid votes. */
  public long validVotes() {
    return votes.stream().mapToLong(PartyVotes::votes).sum();
  }

  /** The votes of all candidates of a party, or empty where it did not stand. */
  public Optional<Integer> votes(PartyCode party) {
    return votes.stream()
        .filter(row -> row.party().equals(party))
        .map(PartyVotes::votes)
        .reduce(Integer::sum);
  }
}
