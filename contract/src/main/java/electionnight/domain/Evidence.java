package electionnight.domain;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the seats of a night suggest of the others: a pure function of what stands for each seat, in
 * any order. Counted results say what is usual; first and second votes are compared with those of
 * results being checked too.
 */
public final class Evidence {
  private static final Evidence NONE =
      new Evidence(Collections.emptySortedMap(), Collections.emptySortedMap());

  private final SortedMap<SeatId, Known> seats;
  private final SortedMap<String, Trend> trends;

  private Evidence(SortedMap<SeatId, Known> seats, SortedMap<String, Trend> trends) {
    this.seats = seats;
    this.trends = trends;
  }

  /**
   * What one seat adds.
   *
   * @param figures its first and second votes: as believed, and as being checked
   * @param counted its result beside its baseline, where it is counted
   */
  private record Known(String name, List<FirstAndSecond> figures, Optional<Comparison> counted) {
    static Known of(SeatState state) {
      Optional<Declaration> believed = state.word().map(Word::declaration);
      return new Known(
          state.seat().name(),
          state.said().stream()
              .flatMap(word -> FirstAndSecond.of(word).stream())
              .distinct()
              .toList(),
          believed
              .filter(word -> state.result().isPresent())
              .flatMap(word -> Comparison.of(state.seat(), word)));
    }

    boolean saysNothing() {
      return figures.isEmpty() && counted.isEmpty();
    }
  }

  /** Of a night in which nothing was said. */
  public static Evidence none() {
    return NONE;
  }

  /** Of all these seats. */
  public static Evidence of(List<SeatState> seats) {
    Evidence evidence = NONE;
    for (SeatState seat : seats) {
      evidence = evidence.with(seat);
    }
    return evidence;
  }

  /** With a seat as it stands now, in place of what was known of it. */
  public Evidence with(SeatState seat) {
    SeatId id = seat.seat().seat();
    Optional<Known> before = Optional.ofNullable(seats.get(id));
    Optional<Known> after = Optional.of(Known.of(seat)).filter(known -> !known.saysNothing());
    if (before.equals(after)) {
      return this;
    }
    SortedMap<SeatId, Known> known = new TreeMap<>(seats);
    after.ifPresentOrElse(it -> known.put(id, it), () -> known.remove(id));
    SortedMap<String, Trend> changed = new TreeMap<>(trends);
    before
        .flatMap(Known::counted)
        .ifPresent(it -> changed.merge(it.nation(), Trend.NONE, (old, none) -> old.minus(it)));
    after
        .flatMap(Known::counted)
        .ifPresent(
            it -> changed.put(it.nation(), changed.getOrDefault(it.nation(), Trend.NONE).plus(it)));
    changed.values().removeIf(Trend.NONE::equals);
    return new Evidence(known, changed);
  }

  /** How the counted seats of a seat's nation, but for itself, differ from their baselines. */
  Trend othersOf(Seat seat) {
    Trend trend = trends.getOrDefault(seat.nation(), Trend.NONE);
    return Optional.ofNullable(seats.get(seat.seat()))
        .flatMap(Known::counted)
        .filter(own -> own.nation().equals(seat.nation()))
        .map(trend::minus)
        .orElse(trend);
  }

  /** The other seats with these first and second votes, by code, and their names. */
  SortedMap<SeatId, String> seatsWith(FirstAndSecond figures, SeatId butNot) {
    SortedMap<SeatId, String> found = new TreeMap<>();
    for (Map.Entry<SeatId, Known> entry : seats.entrySet()) {
      if (entry.getValue().figures().contains(figures) && !entry.getKey().equals(butNot)) {
        found.put(entry.getKey(), entry.getValue().name());
      }
    }
    return found;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Evidence evidence
        && seats.equals(evidence.seats)
        && trends.equals(evidence.trends);
  }

  @Override
  public int hashCode() {
    return 31 * seats.hashCode() + trends.hashCode();
  }

  @Override
  public String toString() {
    return seats + " " + trends;
  }
}
