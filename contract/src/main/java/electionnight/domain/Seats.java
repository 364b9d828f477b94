package electionnight.domain;

import java.util.List;

/** Looks up all seats of a night as they stood before the change in hand. */
@FunctionalInterface
public interface Seats {

  /** Every seat that was made known, declared or not, by seat id. */
  List<SeatState> all();
}
