package electionnight.producer.night;

import electionnight.domain.Declaration;
import electionnight.domain.Majority;
import electionnight.domain.Outcome;
import electionnight.domain.PartyCode;
import electionnight.domain.Result;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a night comes to, computed by the domain from its votes. */
public final class NightFigures {
  private final Map<SeatId, Seat> seats;
  private final Map<SeatId, Result> results = new TreeMap<>();

  /** Computes the results of a night, each seat's by the highest revision. */
  public NightFigures(RecordedNight night) {
    seats = night.seats().stream().collect(Collectors.toMap(Seat::seat, Function.identity()));
    night.declarations().stream()
        .sorted(Comparator.comparing(Declaration::revision))
        .forEach(
            declaration ->
                Result.of(seats.get(declaration.seat()), declaration)
                    .ifPresentOrElse(
                        result -> results.put(declaration.seat(), result),
                        () -> results.remove(declaration.seat())));
  }

  /** A seat as a row of the truth: its code, then winner, second, majority and so on. */
  public List<String> seat(SeatId seat) {
    Result result = results.get(seat);
    Majority majority = result.majority().orElseThrow();
    var baseline = seats.get(seat).baseline().orElseThrow();
    return List.of(
        seat.value(),
        result.name(),
        result.party().value(),
        majority.second().value(),
        Integer.toString(majority.votes()),
        Integer.toString(result.validVotes()),
        baseline.winner().value(),
        Integer.toString(baseline.majority()));
  }

  /** A line per party that won or lost a seat: party, seats, gains and losses, by party. */
  public List<List<String>> parties() {
    TreeSet<PartyCode> parties = new TreeSet<>();
    results.values().forEach(result -> parties.add(result.party()));
    results.values().forEach(result -> parties.add(result.outcome().orElseThrow().from()));
    return parties.stream()
        .map(
            party ->
                List.of(
                    party.value(),
                    count(result -> result.party().equals(party)),
                    count(result -> isGain(result) && result.party().equals(party)),
                    count(
                        result ->
                            isGain(result) && result.outcome().orElseThrow().from().equals(party))))
        .toList();
  }

  private static boolean isGain(Result result) {
    return result.outcome().orElseThrow().kind() == Outcome.Kind.GAIN;
  }

  private String count(Predicate<Result> condition) {
    return Long.toString(results.values().stream().filter(condition).count());
  }
}
