package electionnight.domain;

/** Where a result stands in its life. */
public enum Status {
  /** Who won is known, the votes are not: a flash from the hall. */
  RUSH,
  /** The votes are counted again before anything is declared; what was rushed no longer counts. */
  RECOUNT,
  /** Declared by the returning officer. */
  DECLARED,
  /** A later revision of a declared result, with the reason for it. */
  CORRECTED,
  /** Taken back, with the reason: the seat has no result until a higher revision says so. */
  WITHDRAWN;

  /** Whether such a word tells every candidate's votes. */
  public boolean hasVotes() {
    return this == DECLARED || this == CORRECTED;
  }

  /** Whether such a word tells who won. */
  public boolean hasResult() {
    return this == RUSH || hasVotes();
  }
}
