package electionnight.audit;

/** The first thing in which the log is not what its inputs give; the message says it to people. */
final class Difference extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param sentence what differs, without the full stop
   */
  Difference(String sentence) {
    super(sentence, null, false, false);
  }
}
