package electionnight.domain;

import java.util.List;
import java.util.Optional;

/** Looks up the seats of a night as they stood before the change in hand. */
public interface Seats {

  /** What is known of a seat; empty where it was never made known. */
  Optional<SeatState> seat(SeatId seat);

  /** Every seat that was made known, declared or not, by seat id. */
  List<SeatState> all();

  /** The results that count, by seat id. */
  default List<Result> results() {
    return all().stream().flatMap(state -> state.result().stream()).toList();
  }

  /** What they suggest: {@link Evidence#of(List)} of {@link #all()}, kept up to date. */
  Evidence evidence();
}
