package electionnight.domain;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the counted seats of one nation differ from their baselines.
 *
 * @param turnout the changes in valid votes, in percentage points of the electorate
 * @param changes of each party, its changes in share where it stood before
 * @param newcomers of each party, its shares where it did not
 */
record Trend(
    Sample turnout, SortedMap<PartyCode, Sample> changes, SortedMap<PartyCode, Sample> newcomers) {

  static final Trend NONE =
      new Trend(Sample.empty(), Collections.emptySortedMap(), Collections.emptySortedMap());

  /**
   * What a trend suggests of one party in one seat.
   *
   * @param share its share of the valid votes, in percent; not below 0
   * @param seats of how many seats it is the median
   */
  record Suggestion(double share, int seats) {}

  Trend plus(Comparison seat) {
    return with(seat, Sample::plus);
  }

  /** Without a seat that was added before. */
  Trend minus(Comparison seat) {
    return with(seat, Sample::minus);
  }

  private interface Step {
    Sample apply(Sample sample, double figure);
  }

  private Trend with(Comparison seat, Step step) {
    SortedMap<PartyCode, Sample> changed = new TreeMap<>(changes);
    SortedMap<PartyCode, Sample> fresh = new TreeMap<>(newcomers);
    seat.shares()
        .forEach(
            (party, share) -> {
              Double before = seat.sharesBefore().get(party);
              if (before == null) {
                put(fresh, party, share, step);
              } else {
                put(changed, party, share - before, step);
              }
            });
    return new Trend(
        seat.turnout().isPresent() ? step.apply(turnout, seat.turnout().getAsDouble()) : turnout,
        Collections.unmodifiableSortedMap(changed),
        Collections.unmodifiableSortedMap(fresh));
  }

  private static void put(
      SortedMap<PartyCode, Sample> samples, PartyCode party, double figure, Step step) {
    Sample sample = step.apply(samples.getOrDefault(party, Sample.empty()), figure);
    if (sample.size() == 0) {
      samples.remove(party);
    } else {
      samples.put(party, sample);
    }
  }

  /** A party's share in a seat, as the others suggest; empty where too few speak. */
  Optional<Suggestion> suggested(Comparison seat, PartyCode party, int fewestSeats) {
    Double before = seat.sharesBefore().get(party);
    Sample sample = (before == null ? newcomers : changes).getOrDefault(party, Sample.empty());
    return sample.size() < fewestSeats
        ? Optional.empty()
        : Optional.of(
            new Suggestion(
                Math.max(0, (before == null ? 0 : before) + sample.median()), sample.size()));
  }
}
