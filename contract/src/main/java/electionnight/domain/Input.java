package electionnight.domain;

/** Whatever may be said of a night: each kind is one message, and {@link Fold} knows them all. */
public sealed interface Input permits Election, Seat, Declaration, Confirmation, Hold, AlertSwitch {

  /** The night it speaks of. */
  ElectionId election();
}
