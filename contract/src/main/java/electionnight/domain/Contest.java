package electionnight.domain;

/** The kind of contest. Records and gains of one kind never enter the ledger of another. */
public enum Contest {
  GENERAL_ELECTION("general election"),
  BY_ELECTION("by-election");

  private final String noun;

  Contest(String noun) {
    this.noun = noun;
  }

  /** The kind as it reads in a sentence, singular: {@code by-election}. */
  public String noun() {
    return noun;
  }
}
