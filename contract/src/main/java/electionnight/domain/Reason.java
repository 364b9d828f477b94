package electionnight.domain;

import java.nio.charset.StandardCharsets;

/**
 * Why an input was not believed, told so that its sender can mend it.
 *
 * @param code the rule it broke
 * @param field where: a path such as {@code votes[3].votes}; empty where it is the whole message
 * @param value what was found there, shortened; empty where nothing was
 * @param expected what would have been accepted, as it reads after 'expected'
 */
public record Reason(Code code, String field, String value, String expected) {
  private static final int LONGEST_VALUE = 200;

  public Reason {
    value = wellFormed(value.length() > LONGEST_VALUE ? shortened(value) : value);
  }

  private static String shortened(String value) {
    return value.substring(0, LONGEST_VALUE) + "…";
  }

  // What was found may hold half a surrogate pair, or be cut within one; no UTF-8 can.
  private static String wellFormed(String value) {
    return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  /** One plain sentence. */
  public String sentence() {
    String where = field.isEmpty() ? "the message" : field;
    String what = value.isEmpty() ? "is missing or empty" : "is '" + value + "'";
    return where + " " + what + ", expected " + expected;
  }

  /** The rules that an input can break. */
  public enum Code {
    /** Not JSON, or not UTF-8, or deeper or longer than any message is. */
    UNREADABLE,
    /** A message of another schema version or type. */
    UNSUPPORTED,
    /** A required field is missing, or has a value of the wrong kind. */
    INVALID_FIELD,
    /** The record's key is not the election it speaks of. */
    WRONG_KEY,
    /** No such night was opened. */
    UNKNOWN_ELECTION,
    /** No such seat in this night. */
    UNKNOWN_SEAT,
    /** No such party in this night. */
    UNKNOWN_PARTY,
    /** Not among those nominated in this seat. */
    UNKNOWN_CANDIDATE,
    /** One candidate twice. */
    DUPLICATE_CANDIDATE,
    /** Figures that cannot be: negative, or more than the electorate. */
    IMPOSSIBLE_VOTES,
    /** Votes or a winner that this status does not have, or lacks. */
    WRONG_STATUS,
    /** The winner is not a candidate, or is behind, or a tie has no winner. */
    IMPOSSIBLE_WINNER,
    /** A correction, a withdrawal or a switch without a reason, or someone without a name. */
    UNEXPLAINED,
    /** Another message had this revision with other content. */
    REVISION_CONFLICT,
    /** A rehearsal's figures, sent to a night that is no test. */
    REHEARSAL,
    /** A confirmation of what is not being checked. */
    NOT_QUERIED,
    /** A night's terms were changed after its first declaration. */
    ELECTION_CHANGED,
    /** A fault of ours while reading it; nothing is wrong with the input as far as we know. */
    FAULT
  }
}
