package electionnight.domain;

import java.util.List;
import java.util.Optional;

/**
 * All that a night remembers of one seat.
 *
 * @param seat the reference data
 * @param declaration the latest accepted word on it; empty until declared
 * @param alerts the alerts about this seat alone, as they stand
 */
public record SeatState(Seat seat, Optional<Declaration> declaration, List<Alert> alerts) {

  public SeatState {
    alerts = List.copyOf(alerts);
  }

  /** The seat's result as it follows from its latest declaration; empty until declared. */
  public Optional<Result> result() {
    return declaration.map(word -> Result.of(seat, word));
  }
}
