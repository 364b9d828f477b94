package electionnight.domain;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A seat's votes beside its baseline, as far as they say something of other seats. Independents are
 * left out, because they share no fate, and the Speaker's seats altogether.
 *
 * @param nation the nation whose seats it is compared with
 * @param validVotes valid votes
 * @param turnout the change in valid votes; percentage points of the electorate, empty where that
 *     is not known
 * @param shares each party's share of the valid votes, in percent
 * @param sharesBefore the same at the baseline
 */
record Comparison(
    String nation,
    long validVotes,
    OptionalDouble turnout,
    SortedMap<PartyCode, Double> shares,
    SortedMap<PartyCode, Double> sharesBefore) {

  /** Empty where the declaration tells no votes, or there is nothing to compare them with. */
  static Optional<Comparison> of(Seat seat, Declaration declaration) {
    if (!declaration.status().hasVotes() || seat.baseline().isEmpty()) {
      return Optional.empty();
    }
    SortedMap<PartyCode, Long> now = new TreeMap<>();
    declaration.votes().forEach(row -> now.merge(row.party(), (long) row.votes(), Long::sum));
    SortedMap<PartyCode, Long> before = new TreeMap<>();
    seat.baseline()
        .get()
        .votes()
        .forEach(row -> before.merge(row.party(), (long) row.votes(), Long::sum));
    long validVotes = sum(now);
    long validBefore = sum(before);
    if (validVotes == 0
        || validBefore == 0
        || now.containsKey(PartyCode.SPEAKER)
        || before.containsKey(PartyCode.SPEAKER)) {
      return Optional.empty();
    }
    return Optional.of(
        new Comparison(
            seat.nation(),
            validVotes,
            seat.electorate() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(100.0 * (validVotes - validBefore) / seat.electorate()),
            shares(now, validVotes),
            shares(before, validBefore)));
  }

  private static long sum(Map<PartyCode, Long> votes) {
    return votes.values().stream().mapToLong(Long::longValue).sum();
  }

  private static SortedMap<PartyCode, Double> shares(Map<PartyCode, Long> votes, long all) {
    SortedMap<PartyCode, Double> shares = new TreeMap<>();
    votes.forEach((party, own) -> shares.put(party, 100.0 * own / all));
    shares.remove(PartyCode.INDEPENDENT);
    return Collections.unmodifiableSortedMap(shares);
  }
}
