package electionnight.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The votes of one seat in order of finishing: by votes, then whom the lot fell on, then by name.
 *
 * @param votes at least one candidate
 */
record Ballot(List<CandidateVotes> votes) {

  static Ballot of(Declaration declaration) {
    Comparator<CandidateVotes> order =
        Comparator.comparingInt(CandidateVotes::votes)
            .reversed()
            .thenComparing(row -> declaration.winner().filter(row.candidate()::equals).isEmpty())
            .thenComparing(CandidateVotes::candidate)
            .thenComparing(CandidateVotes::party);
    return new Ballot(declaration.votes().stream().sorted(order).toList());
  }

  CandidateVotes winner() {
    return votes.get(0);
  }

  Optional<CandidateVotes> second() {
    return votes.stream().skip(1).findFirst();
  }

  long validVotes() {
    return votes.stream().mapToLong(CandidateVotes::votes).sum();
  }

  /** The votes of all candidates of a party, or empty where it does not stand. */
  Optional<Integer> votes(PartyCode party) {
    return votes.stream()
        .filter(row -> row.party().equals(party))
        .map(CandidateVotes::votes)
        .reduce(Integer::sum);
  }
}
