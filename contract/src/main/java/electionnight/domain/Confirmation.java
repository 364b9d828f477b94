package electionnight.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * A person's word that a queried result is right: it is believed from then on.
 *
 * @param election the night
 * @param seat the seat
 * @param revision the revision that is being checked; another is rejected, so that nobody confirms
 *     figures they have not seen
 * @param by who confirmed it; not empty
 * @param reason how it was checked; empty where not told
 * @param at when
 */
public record Confirmation(
    ElectionId election, SeatId seat, int revision, String by, Optional<String> reason, Instant at)
    implements Input {
  @Override
  public Optional<SeatId> oneSeat() {
    return Optional.of(seat);
  }
}
