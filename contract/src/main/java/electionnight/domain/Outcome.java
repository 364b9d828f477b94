package electionnight.domain;

/**
 * What became of a seat, against a stated basis.
 *
 * @param kind gain or hold
 * @param party the party that won it now
 * @param from the party that held it before; the same as {@code party} for a hold
 * @param basis against what
 */
public record Outcome(Kind kind, PartyCode party, PartyCode from, Basis basis) {

  /** Gain or hold. */
  public enum Kind {
    GAIN,
    HOLD
  }

  static Outcome of(PartyCode winner, Baseline baseline) {
    return of(winner, baseline.winner(), baseline.basis());
  }

  static Outcome of(PartyCode winner, PartyCode from, Basis basis) {
    return new Outcome(winner.equals(from) ? Kind.HOLD : Kind.GAIN, winner, from, basis);
  }

  public boolean isGain() {
    return kind == Kind.GAIN;
  }
}
