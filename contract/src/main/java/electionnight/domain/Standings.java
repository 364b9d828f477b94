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
    narrowest = List.copyOf(narrowest);
    narrowestRecords = List.copyOf(narrowestRecords);
  }

  static Standings none() {
    return new Standings(
        Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());
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
          inOrder ? Optional.of(toCrossing(result, totals.decided())) : crossing(all.get(), line);
    }
    return fitIn(result, crossed);
  }

  private Standings fitIn(Result result, Optional<Crossing> crossed) {
    Optional<Overturned> overturned = result.toOverturned();
    Optional<SeatMajority> majority = result.toSeatMajority();
    return new Standings(
        latest.filter(result.declaredAt()::isBefore).or(() -> Optional.of(result.declaredAt())),
        rank(biggestOverturned, overturned, Overturned.BIGGEST_FIRST),
        records(
            records,
            overturned,
            Overturned.IN_ORDER_OF_DECLARATION,
            (figure, before) -> figure.overturned() > before.overturned()),
        records(
            swings,
            result.toSeatSwing().filter(figure -> figure.swing().points() > 0),
            SeatSwing.IN_ORDER_OF_DECLARATION,
            (figure, before) -> figure.swing().points() > before.swing().points()),
        rank(narrowest, majority, SeatMajority.NARROWEST_FIRST),
        records(
            narrowestRecords,
            majority,
            SeatMajority.IN_ORDER_OF_DECLARATION,
            (figure, before) -> figure.majority() < before.majority()),
        crossed);
  }

  private Standings withCrossing(Optional<Crossing> crossed) {
    return new Standings(
        latest, biggestOverturned, records, swings, narrowest, narrowestRecords, crossed);
  }

  /** With one more figure, where it beat or now beats what was declared before it. */
  private static <T> List<T> records(
      List<T> records, Optional<T> added, Comparator<T> inOrder, BiPredicate<T, T> beats) {
    if (added.isEmpty()) {
      return records;
    }
    List<T> kept = new ArrayList<>();
    Stream.concat(records.stream(), added.stream())
        .sorted(inOrder)
        .filter(figure -> kept.isEmpty() || beats.test(figure, kept.get(kept.size() - 1)))
        .forEach(kept::add);
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
