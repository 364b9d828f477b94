package electionnight.replay;

import electionnight.domain.Evidence;
import electionnight.domain.Result;
import electionnight.domain.SeatId;
import electionnight.domain.SeatState;
import electionnight.domain.Seats;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The seats of one night in memory, with the results that follow from them. What they suggest is
 * found from all of them when it is first asked for, and from then on seat by seat.
 */
public final class NightSeats implements Seats {
  private final SortedMap<SeatId, SeatState> states = new TreeMap<>();
  private final SortedMap<SeatId, Result> results = new TreeMap<>();
  private Optional<Evidence> evidence = Optional.empty();

  /**
   * @param known each seat as it stands, in any order
   */
  public NightSeats(List<SeatState> known) {
    known.forEach(this::put);
  }

  /** Keeps a seat as it stands now, in place of what was known of it. */
  public void put(SeatState state) {
    SeatId seat = state.seat().seat();
    states.put(seat, state);
    state.result().ifPresentOrElse(result -> results.put(seat, result), () -> results.remove(seat));
    evidence = evidence.map(suggested -> suggested.with(state));
  }

  /** Each seat as it stands, by its id; changes as seats are put. */
  public SortedMap<SeatId, SeatState> byId() {
    return Collections.unmodifiableSortedMap(states);
  }

  @Override
  public Optional<SeatState> seat(SeatId seat) {
    return Optional.ofNullable(states.get(seat));
  }

  @Override
  public List<SeatState> all() {
    return List.copyOf(states.values());
  }

  @Override
  public List<Result> results() {
    return List.copyOf(results.values());
  }

  @Override
  public Evidence evidence() {
    Evidence suggested = evidence.orElseGet(() -> Evidence.of(all()));
    evidence = Optional.of(suggested);
    return suggested;
  }
}
