package electionnight.domain;

/** What the record book measures. */
public enum Measure {
  /** The majority overturned, in votes. */
  MAJORITY_OVERTURNED,
  /** The Butler swing, in percentage points. */
  SWING
}
