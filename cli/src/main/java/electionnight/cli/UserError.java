package electionnight.cli;

/**
 * A mistake that the person who started the program can mend: a port taken, a folder missing, a
 * broker away. Ends the program with its message as one plain sentence and exit code 1, and without
 * a stack trace.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param sentence what is wrong and what to do, one sentence for people
   */
  public UserError(String sentence) {
    super(sentence);
  }

  /**
   * @param sentence what is wrong and what to do, one sentence for people
   * @param cause kept for the log
   */
  public UserError(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
