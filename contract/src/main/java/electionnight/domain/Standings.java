package electionnight.domain;

import electionnight.domain.MajorityLine.Crossing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What is first, biggest and narrowest in a night. It follows from the set of results alone, in the
 * order of the times of declaration, never from the order in which they came in. A new result is
 * fitted in; when one is replaced, or came in so late that it may move the crossing of the majority
 * line, the standings are found again from all seats.
 *
 * @param latest when the latest seat was declared
 * @param biggestOverturned the ten biggest majorities overturned
 * @param records each majority overturned that was the biggest of the night when it was declared,
 *     in order of declaration
 * @param narrowest the ten narrowest majorities
 * @param crossing who crossed the majority line, and with which seat
 */
public record Standings(
    Optional<Instant> latest,
    List<Overturned> biggestOverturned,
    List<Overturned> records,
    List<SeatMajority> narrowest,
    Optional<Crossing> crossing) {

  private static final int RANKED = 10;

  private static final Comparator<Result> IN_ORDER_OF_DECLARATION =
      Comparator.comparing(Result::declaredAt).thenComparing(Result::seat);

  public Standings {
    biggestOverturned = List.copyOf(biggestOverturned);
    records = List.copyOf(records);
    narrowest = List.copyOf(narrowest);
  }

  static Standings none() {
    return new Standings(Optional.empty(), List.of(), List.of(), List.of(), Optional.empty());
  }

  /** The standings of these results, in any order. */
  static Standings of(List<Result> results, OptionalInt line) {
    Standings standings = none();
    for (Result result : results) {
      standings = standings.fitIn(result, standings.crossing);
    }
    return standings.withCrossing(crossing(results, line));
  }

  /**
   * With one more result.
   *
   * @param totals the night's totals, this result included
   * @param all every result, this one included; asked only when it is needed
   */
  Standings plus(Result result, Totals totals, OptionalInt line, Supplier<List<Result>> all) {
    boolean inOrder = latest.filter(result.declaredAt()::isAfter).isPresent() || latest.isEmpty();
    boolean lineInReach = line.isPresent() && totals.seatsOf(result.party()) >= line.getAsInt();
    Optional<Crossing> crossed = crossing;
    if (crossing.isPresent()) {
      if (!inOrder && !comesAfter(result, crossing.get())) {
        crossed = crossing(all.get(), line);
      }
    } else if (lineInReach) {
      crossed =
          inOrder ? Optional.of(toCrossing(result, totals.declared())) : crossing(all.get(), line);
    }
    return fitIn(result, crossed);
  }

  private Standings fitIn(Result result, Optional<Crossing> crossed) {
    Optional<Overturned> overturned = result.toOverturned();
    return new Standings(
        latest.filter(result.declaredAt()::isBefore).or(() -> Optional.of(result.declaredAt())),
        rank(biggestOverturned, overturned, Overturned.BIGGEST_FIRST),
        overturned.map(this::recordsWith).orElse(records),
        rank(narrowest, result.toSeatMajority(), SeatMajority.NARROWEST_FIRST),
        crossed);
  }

  private Standings withCrossing(Optional<Crossing> crossed) {
    return new Standings(latest, biggestOverturned, records, narrowest, crossed);
  }

  private List<Overturned> recordsWith(Overturned added) {
    List<Overturned> kept = new ArrayList<>();
    int biggest = -1;
    for (Overturned figure :
        Stream.concat(records.stream(), Stream.of(added))
            .sorted(Overturned.IN_ORDER_OF_DECLARATION)
            .toList()) {
      if (figure.overturned() > biggest) {
        kept.add(figure);
        biggest = figure.overturned();
      }
    }
    return kept;
  }

  private static <T> List<T> rank(List<T> ranked, Optional<T> added, Comparator<T> order) {
    return added.isEmpty()
        ? ranked
        : Stream.concat(ranked.stream(), added.stream()).sorted(order).limit(RANKED).toList();
  }

  private static boolean comesAfter(Result result, Crossing crossing) {
    int byTime = result.declaredAt().compareTo(crossing.at());
    return byTime > 0 || (byTime == 0 && result.seat().compareTo(crossing.seat()) > 0);
  }

  private static Optional<Crossing> crossing(List<Result> results, OptionalInt line) {
    if (line.isEmpty()) {
      return Optional.empty();
    }
    List<Result> inOrder = results.stream().sorted(IN_ORDER_OF_DECLARATION).toList();
    Map<PartyCode, Integer> seats = new HashMap<>();
    for (int i = 0; i < inOrder.size(); i++) {
      Result result = inOrder.get(i);
      if (seats.merge(result.party(), 1, Integer::sum) == line.getAsInt()) {
        return Optional.of(toCrossing(result, i + 1));
      }
    }
    return Optional.empty();
  }

  private static Crossing toCrossing(Result result, int declared) {
    return new Crossing(
        result.party(), result.declaredAt(), result.seat(), result.name(), declared);
  }
}
