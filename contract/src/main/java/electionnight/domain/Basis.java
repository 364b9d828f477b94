package electionnight.domain;

/**
 * Against what a seat counts as a gain or a hold. The same seat may be a gain on one basis and a
 * hold on another, so a figure is never published without it.
 */
public enum Basis {
  /** The previous general election's result in this seat, on the same boundaries. */
  LAST_GENERAL,
  /** The previous general election, re-estimated on new boundaries; used by BBC, ITN and Sky. */
  NOTIONAL,
  /** The party of the member at dissolution or vacancy; used by the Press Association. */
  SITTING;

  /**
   * Whether a night's gains may count against it; those against the member before are counted
   * beside them, in a ledger of their own.
   */
  public boolean isOfNights() {
    return this != SITTING;
  }
}
