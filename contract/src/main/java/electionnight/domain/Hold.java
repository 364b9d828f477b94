package electionnight.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * The hold switch of one seat. While a seat is held, nothing said of it is counted and no alert
 * about its result stands, whether it was said before or after; a correction says so where a result
 * had been published. When it is released, what was said last counts, and what was announced since
 * is.
 *
 * @param election the night
 * @param seat the seat
 * @param held true to hold, false to release
 * @param by who decided it; not empty
 * @param reason why; not empty
 * @param at when
 */
public record Hold(
    ElectionId election, SeatId seat, boolean held, String by, String reason, Instant at)
    implements Input {
  @Override
  public Optional<SeatId> oneSeat() {
    return Optional.of(seat);
  }
}
