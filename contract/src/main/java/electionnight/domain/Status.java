package electionnight.domain;

/** Where a result stands in its life. */
public enum Status {
  /** Declared by the returning officer. */
  DECLARED,
  /** A later revision of a declared result, with the reason for it. */
  CORRECTED
}
