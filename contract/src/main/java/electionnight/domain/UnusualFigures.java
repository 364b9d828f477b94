package electionnight.domain;

import electionnight.domain.Query.Code;
import electionnight.domain.Trend.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Figures of a seat that are far from what the seats of its nation counted so far suggest. */
final class UnusualFigures {
  private final QueryRules rules;
  private final Election election;
  private final Seat seat;
  private final Comparison comparison;
  private final Trend trend;
  private final SortedMap<PartyCode, Suggestion> suggested = new TreeMap<>();

  UnusualFigures(
      QueryRules rules, Election election, Seat seat, Comparison comparison, Trend trend) {
    this.rules = rules;
    this.election = election;
    this.seat = seat;
    this.comparison = comparison;
    this.trend = trend;
    comparison
        .shares()
        .keySet()
        .forEach(
            party ->
                trend
                    .suggested(comparison, party, rules.fewestSeats())
                    .ifPresent(suggestion -> suggested.put(party, suggestion)));
  }

  Optional<Query> turnout() {
    Sample others = trend.turnout();
    if (comparison.turnout().isEmpty() || others.size() < rules.fewestSeats()) {
      return Optional.empty();
    }
    double change = comparison.turnout().getAsDouble();
    double median = others.median();
    double spread = Math.max(rules.turnoutSpread(), others.deviation());
    return Math.abs(change - median) <= rules.turnoutDeviations() * spread
        ? Optional.empty()
        : query(
            Code.TURNOUT,
            String.format(
                Locale.UK,
                "%,d valid votes of %,d electors are %s on the baseline, where %s are %s at the"
                    + " median, give or take %.1f",
                comparison.validVotes(),
                seat.electorate(),
                upOrDown(change),
                seats(others.size()),
                upOrDown(median),
                spread));
  }

  /** The share that is furthest off. */
  Optional<Query> share() {
    PartyCode furthest = null;
    double distance = rules.sharePoints();
    for (PartyCode party : suggested.keySet()) {
      if (distance(party, party) > distance) {
        furthest = party;
        distance = distance(party, party);
      }
    }
    return Optional.ofNullable(furthest)
        .flatMap(
            party ->
                query(
                    Code.SHARE,
                    has(party)
                        + ", where "
                        + seats(suggested.get(party).seats())
                        + " suggest "
                        + percent(suggested.get(party).share())));
  }

  /**
   * The two parties whose shares would fit best the other way round.
   *
   * @param confirmed the party of the winner, where the source names one: its votes agree with that
   */
  Optional<Query> swapped(Optional<PartyCode> confirmed) {
    List<PartyCode> parties = new ArrayList<>(suggested.keySet());
    confirmed.ifPresent(parties::remove);
    PartyCode first = null;
    PartyCode second = null;
    double gain = rules.swapPoints();
    for (int i = 0; i < parties.size(); i++) {
      for (int j = i + 1; j < parties.size(); j++) {
        PartyCode one = parties.get(i);
        PartyCode other = parties.get(j);
        double better =
            distance(one, one)
                + distance(other, other)
                - distance(one, other)
                - distance(other, one);
        if (better > gain) {
          first = one;
          second = other;
          gain = better;
        }
      }
    }
    return first == null
        ? Optional.empty()
        : query(
            Code.SHARE,
            has(first)
                + " and "
                + Headline.collective(election, second)
                + " "
                + percent(share(second))
                + ", where "
                + seats(Math.min(suggested.get(first).seats(), suggested.get(second).seats()))
                + " suggest "
                + percent(suggested.get(first).share())
                + " and "
                + percent(suggested.get(second).share())
                + ": are their votes the wrong way round?");
  }

  List<Query> lostDigits() {
    List<Query> queries = new ArrayList<>();
    suggested.forEach(
        (party, suggestion) -> {
          Double before = comparison.sharesBefore().get(party);
          if (before != null
              && before >= rules.lostDigitsShare()
              && suggestion.share() >= rules.lostDigitsShare()
              && share(party) * rules.lostDigitsFactor() < suggestion.share()) {
            query(
                    Code.LOST_DIGITS,
                    has(party)
                        + ", where "
                        + seats(suggestion.seats())
                        + " suggest "
                        + percent(suggestion.share())
                        + ": were digits lost?")
                .ifPresent(queries::add);
          }
        });
    return queries;
  }

  private double share(PartyCode party) {
    return comparison.shares().get(party);
  }

  /** How far one party's share is from what is suggested of another. */
  private double distance(PartyCode party, PartyCode other) {
    return Math.abs(share(party) - suggested.get(other).share());
  }

  private String has(PartyCode party) {
    return Headline.subject(election, party)
        + " "
        + Headline.verb(election, party, "have ", "has ")
        + percent(share(party));
  }

  private String seats(int count) {
    return String.format(
        Locale.UK,
        "the %,d comparable seats%s counted so far",
        count,
        seat.nation().isEmpty() ? "" : " of " + seat.nation());
  }

  private static String upOrDown(double points) {
    return String.format(Locale.UK, "%.1f points %s", Math.abs(points), points < 0 ? "down" : "up");
  }

  private static String percent(double share) {
    return String.format(Locale.UK, "%.1f %%", share);
  }

  private static Optional<Query> query(Code code, String words) {
    return Optional.of(new Query(code, words, List.of()));
  }
}
