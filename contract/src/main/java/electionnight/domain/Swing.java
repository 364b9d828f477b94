package electionnight.domain;

import java.util.Optional;

/**
 * The average of one party's gain and another's loss in share.
 *
 * @param method how it was computed
 * @param from the party it moved from
 * @param to the party it moved to
 * @param points percentage points; negative where the movement was the other way
 */
public record Swing(Method method, PartyCode from, PartyCode to, double points) {

  /** How a swing is computed. */
  public enum Method {
    /**
     * {@code ((A2 - A1) + (B1 - B2)) / 2} over shares of all valid votes: the House of Commons
     * Library's method.
     */
    BUTLER
  }

  /**
   * The Butler swing from one party to another, or empty where either did not stand before or now.
   * An independent did not: those who stood before were others, as far as a baseline tells.
   */
  static Optional<Swing> butler(PartyCode from, PartyCode to, Ballot now, Baseline before) {
    var fromNow = now.votes(from);
    var toNow = now.votes(to);
    var fromBefore = before.votes(from);
    var toBefore = before.votes(to);
    if (from.equals(to)
        || from.isIndependent()
        || to.isIndependent()
        || fromNow.isEmpty()
        || toNow.isEmpty()
        || fromBefore.isEmpty()
        || toBefore.isEmpty()) {
      return Optional.empty();
    }
    double points =
        Percent.difference(
                toNow.get() - (long) fromNow.get(),
                now.validVotes(),
                toBefore.get() - (long) fromBefore.get(),
                before.validVotes())
            / 2;
    return Optional.of(new Swing(Method.BUTLER, from, to, Percent.rounded(points)));
  }
}
