package electionnight.domain;

import java.util.List;

/**
 * Why a result is being checked before it is believed: it may be true, but looks like a mistake
 * that was made before.
 *
 * @param code the rule that asks
 * @param words one plain sentence with the figures
 * @param seats the other seats it concerns; mostly none
 */
public record Query(Code code, String words, List<SeatId> seats) {
  public Query {
    seats = List.copyOf(seats);
  }

  /** The rules that ask; docs/queries.md says how often each fires. */
  public enum Code {
    /** The same first and second votes as another seat. */
    SAME_FIGURES,
    /** Valid votes far from what the seats counted so far suggest. */
    TURNOUT,
    /** A party's share far from what the seats counted so far suggest. */
    SHARE,
    /** A candidate's votes look as if digits were lost. */
    LOST_DIGITS,
    /** Fewer votes than in the revision before, and no reason given. */
    VOTES_FELL,
    /** Declared before the close of poll. */
    TOO_EARLY,
    /** Declared far in the future. */
    TOO_LATE,
    /** The votes do not add up to the ballots verified before the count. */
    NOT_RECONCILED;

    /** Whether it asks when a word was said, and not what. */
    boolean isOfTime() {
      return this == TOO_EARLY || this == TOO_LATE;
    }
  }
}
