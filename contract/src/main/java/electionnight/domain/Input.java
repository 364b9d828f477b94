package electionnight.domain;

import java.util.Optional;

/** Whatever may be said of a night: each kind is one message, and {@link Fold} knows them all. */
public sealed interface Input permits Election, Seat, Declaration, Confirmation, Hold, AlertSwitch {

  /** The night it speaks of. */
  ElectionId election();

  /** The seat it speaks of; empty where it speaks of the whole night. */
  default Optional<SeatId> oneSeat() {
    return Optional.empty();
  }
}
