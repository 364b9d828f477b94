package electionnight.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sums of a night. What a seat adds can be taken out again, so a correction costs no more than
 * a declaration.
 *
 * @param declared seats declared with their votes
 * @param rushed seats of which only the winner is known
 * @param changed seats that changed hands
 * @param sittingKnown seats declared or rushed whose member's party before is known
 * @param sittingChanged those of them that another party won
 * @param electorate registered electors of the seats declared
 * @param electorateVotes valid votes of those of them whose electorate is known
 * @param validVotes valid votes of the seats declared
 * @param invalidVotes rejected papers of the seats declared, where told
 * @param comparableVotes valid votes of the declared seats that have a baseline
 * @param previousVotes valid votes of the same seats at the baseline
 * @param parties by party
 * @param flips from party to party, by {@code from} then {@code to}
 */
public record Totals(
    int declared,
    int rushed,
    int changed,
    int sittingKnown,
    int sittingChanged,
    long electorate,
    long electorateVotes,
    long validVotes,
    long invalidVotes,
    long comparableVotes,
    long previousVotes,
    SortedMap<PartyCode, Tally> parties,
    List<Flip> flips) {

  private static final Comparator<PartyRow> MOST_SEATS_FIRST =
      Comparator.comparingInt(PartyRow::seats)
          .thenComparingLong(PartyRow::votes)
          .reversed()
          .thenComparing(PartyRow::party);

  private static final Comparator<Flip> BY_PARTY =
      Comparator.comparing(Flip::from).thenComparing(Flip::to);

  public Totals {
    parties = Collections.unmodifiableSortedMap(new TreeMap<>(parties));
    flips = List.copyOf(flips);
  }

  static Totals none() {
    return new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, new TreeMap<>(), List.of());
  }

  /** With a seat's result added; unchanged where it has none. */
  Totals plus(SeatState seat) {
    return seat.result().map(result -> add(seat.seat(), result, 1)).orElse(this);
  }

  /** With a seat's result, added before, taken out again. */
  Totals minus(SeatState seat) {
    return seat.result().map(result -> add(seat.seat(), result, -1)).orElse(this);
  }

  private Totals add(Seat seat, Result result, int sign) {
    boolean counted = result.hasVotes();
    boolean gain = result.outcome().filter(Outcome::isGain).isPresent();
    boolean sittingGain = result.sitting().filter(Outcome::isGain).isPresent();
    Optional<Baseline> baseline = counted ? seat.baseline() : Optional.empty();
    return new Totals(
        declared + (counted ? sign : 0),
        rushed + (counted ? 0 : sign),
        changed + (gain ? sign : 0),
        sittingKnown + (result.sitting().isPresent() ? sign : 0),
        sittingChanged + (sittingGain ? sign : 0),
        electorate + (counted ? (long) sign * result.electorate() : 0),
        electorateVotes + (result.electorate() > 0 ? (long) sign * result.validVotes() : 0),
        validVotes + (long) sign * result.validVotes(),
        invalidVotes + (long) sign * result.invalidVotes().orElse(0),
        comparableVotes + (baseline.isPresent() ? (long) sign * result.validVotes() : 0),
        previousVotes + sign * baseline.map(Baseline::validVotes).orElse(0L),
        addTallies(contribution(result, baseline), sign),
        gain ? addFlip(result.outcome().orElseThrow(), sign) : flips);
  }

  private SortedMap<PartyCode, Tally> addTallies(Map<PartyCode, Tally> added, int sign) {
    SortedMap<PartyCode, Tally> sum = new TreeMap<>(parties);
    added.forEach(
        (party, tally) -> {
          Tally left = sum.getOrDefault(party, Tally.NONE).plus(sign > 0 ? tally : tally.negated());
          if (left.equals(Tally.NONE)) {
            sum.remove(party);
          } else {
            sum.put(party, left);
          }
        });
    return sum;
  }

  private static Map<PartyCode, Tally> contribution(Result result, Optional<Baseline> baseline) {
    Map<PartyCode, Tally> tallies = new TreeMap<>();
    for (CandidateResult candidate : result.candidates()) {
      int votes = candidate.votes();
      tallies.merge(
          candidate.party(),
          Tally.ofVotes(votes, baseline.isPresent() ? votes : 0, 0),
          Tally::plus);
    }
    baseline.ifPresent(
        before ->
            before
                .votes()
                .forEach(
                    row ->
                        tallies.merge(row.party(), Tally.ofVotes(0, 0, row.votes()), Tally::plus)));
    tallies.merge(result.party(), Tally.ofSeats(1), Tally::plus);
    result
        .outcome()
        .filter(Outcome::isGain)
        .ifPresent(
            gain -> {
              tallies.merge(gain.party(), Tally.ofChange(1, 0), Tally::plus);
              tallies.merge(gain.from(), Tally.ofChange(0, 1), Tally::plus);
            });
    result
        .sitting()
        .filter(Outcome::isGain)
        .ifPresent(
            gain -> {
              tallies.merge(gain.party(), Tally.ofSitting(1, 0), Tally::plus);
              tallies.merge(gain.from(), Tally.ofSitting(0, 1), Tally::plus);
            });
    return tallies;
  }

  private List<Flip> addFlip(Outcome gain, int sign) {
    List<Flip> sum = new ArrayList<>();
    int seats = sign;
    for (Flip flip : flips) {
      if (flip.from().equals(gain.from()) && flip.to().equals(gain.party())) {
        seats += flip.seats();
      } else {
        sum.add(flip);
      }
    }
    if (seats != 0) {
      sum.add(new Flip(gain.from(), gain.party(), seats));
    }
    sum.sort(BY_PARTY);
    return sum;
  }

  /** Seats whose winner is known. */
  int decided() {
    return declared + rushed;
  }

  /** Seats won so far by a party. */
  int seatsOf(PartyCode party) {
    return parties.getOrDefault(party, Tally.NONE).seats();
  }

  /** A row for each party that has stood, won or lost in a declared seat. */
  List<PartyRow> rows() {
    return parties.entrySet().stream()
        .filter(entry -> isShown(entry.getValue()))
        .map(entry -> row(entry.getKey(), entry.getValue()))
        .sorted(MOST_SEATS_FIRST)
        .toList();
  }

  private static boolean isShown(Tally tally) {
    return tally.votes() > 0
        || tally.seats() > 0
        || tally.losses() > 0
        || tally.sittingLosses() > 0;
  }

  private PartyRow row(PartyCode party, Tally tally) {
    OptionalDouble shareChange =
        previousVotes == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(
                Percent.rounded(
                    Percent.difference(
                        tally.comparableVotes(),
                        comparableVotes,
                        tally.previousVotes(),
                        previousVotes)));
    return new PartyRow(
        party,
        tally.seats(),
        tally.gains(),
        tally.losses(),
        tally.gains() - tally.losses(),
        tally.sittingGains(),
        tally.sittingLosses(),
        tally.sittingGains() - tally.sittingLosses(),
        tally.votes(),
        Percent.of(tally.votes(), validVotes),
        shareChange);
  }

  List<Flip> flipsByCount() {
    return flips.stream()
        .sorted(Comparator.comparingInt(Flip::seats).reversed().thenComparing(BY_PARTY))
        .toList();
  }

  /** Valid-vote turnout of the seats declared whose electorate is known. */
  OptionalDouble turnout() {
    return electorate == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Percent.of(electorateVotes, electorate));
  }
}
