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
import java.util.function.BiPredicate;
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
 * @param swings each swing that was the largest of the night when it was declared, in order of
 *     declaration
 * @param largestSwings the ten largest swings
 * @param narrowest the ten narrowest majorities
 * @param narrowestRecords each majority that was the narrowest of the night when it was declared,
 *     in order of declaration
 * @param crossing who crossed the majority line, and with which seat
 */
public record Standings(
    Optional<Instant> latest,
    List<Overturned> biggestOverturned,
    List<Overturned> records,
    List<SeatSwing> swings,
    List<SeatSwing> largestSwings,
    List<SeatMajority> narrowest,
    List<SeatMajority> narrowestRecords,
    Optional<Crossing> crossing) {

  private static final int RANKED = 10;

  private static final Comparator<Result> IN_ORDER_OF_DECLARATION =
      Comparator.comparing(Result::declaredAt).thenComparing(Result::seat);

  public Standings {
    biggestOverturned = List.copyOf(biggestOverturned);
    records = List.copyOf(records);
    swings = List.copyOf(swings);
    largestSwings = List.copyOf(largestSwings);
    narrowest = List.copyOf(narrowest);
    narrowestRecords = List.copyOf(narrowestRecords);
  }

  static Standings none() {
    return new Standings(
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** The standings of these results, in any order. */
  static Standings of(List<Result> results, OptionalInt line) {
    List<Overturned> overturned =
        results.stream().flatMap(result -> result.toOverturned().stream()).toList();
    List<SeatMajority> majorities =
        results.stream().flatMap(result -> result.toSeatMajority().stream()).toList();
    return new Standings(
        results.stream().map(Result::declaredAt).max(Comparator.naturalOrder()),
        rank(overturned.stream(), Overturned.BIGGEST_FIRST),
        overturnedRecords(overturned.stream()),
        swingRecords(results.stream().flatMap(Standings::swing)),
        rank(results.stream().flatMap(Standings::swing), SeatSwing.LARGEST_FIRST),
        rank(majorities.stream(), SeatMajority.NARROWEST_FIRST),
        narrowestRecords(majorities.stream()),
        crossing(results, line));
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
          inOrder ? Optional.of(toCrossing(result, totals.decided())) : crossing(all.get(), line);
    }
    return fitIn(result, crossed);
  }

  private Standings fitIn(Result result, Optional<Crossing> crossed) {
    Optional<Overturned> overturned = result.toOverturned();
    Optional<SeatMajority> majority = result.toSeatMajority();
    return new Standings(
        latest.filter(result.declaredAt()::isBefore).or(() -> Optional.of(result.declaredAt())),
        rank(with(biggestOverturned, overturned), Overturned.BIGGEST_FIRST),
        overturnedRecords(with(records, overturned)),
        swingRecords(Stream.concat(swings.stream(), swing(result))),
        rank(Stream.concat(largestSwings.stream(), swing(result)), SeatSwing.LARGEST_FIRST),
        rank(with(narrowest, majority), SeatMajority.NARROWEST_FIRST),
        narrowestRecords(with(narrowestRecords, majority)),
        crossed);
  }

  private static <T> Stream<T> with(List<T> figures, Optional<T> added) {
    return Stream.concat(figures.stream(), added.stream());
  }

  private static Stream<SeatSwing> swing(Result result) {
    return result.toSeatSwing().filter(figure -> figure.swing().points() > 0).stream();
  }

  private static List<Overturned> overturnedRecords(Stream<Overturned> figures) {
    return records(
        figures,
        Overturned.IN_ORDER_OF_DECLARATION,
        (figure, before) -> figure.overturned() > before.overturned());
  }

  private static List<SeatSwing> swingRecords(Stream<SeatSwing> figures) {
    return records(
        figures,
        SeatSwing.IN_ORDER_OF_DECLARATION,
        (figure, before) -> figure.swing().points() > before.swing().points());
  }

  private static List<SeatMajority> narrowestRecords(Stream<SeatMajority> figures) {
    return records(
        figures,
        SeatMajority.IN_ORDER_OF_DECLARATION,
        (figure, before) -> figure.majority() < before.majority());
  }

  /** The figures that beat all that were declared before them. */
  private static <T> List<T> records(
      Stream<T> figures, Comparator<T> inOrder, BiPredicate<T, T> beats) {
    List<T> kept = new ArrayList<>();
    figures
        .sorted(inOrder)
        .filter(figure -> kept.isEmpty() || beats.test(figure, kept.get(kept.size() - 1)))
        .forEach(kept::add);
    return kept;
  }

  private static <T> List<T> rank(Stream<T> figures, Comparator<T> order) {
    return figures.sorted(order).limit(RANKED).toList();
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
