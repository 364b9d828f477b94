package electionnight.domain;

import java.time.Instant;

/**
 * The hold switch of one seat. While a seat is held, nothing said of it is counted and no alert
 * about it stands, whether it was said before or after; when it is released, what was said last
 * counts.
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
    implements Input {}
