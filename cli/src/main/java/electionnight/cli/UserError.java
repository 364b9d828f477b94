package electionnight.cli;

/**
 * A mistake that the person who started the program can mend: a port taken, a folder missing, a
 * broker away. Ends the program with its message as one plain sentence and exit code 1, and without
 * a stack trace.
 */
public final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int exitCode;

  /**
   * @param sentence what is wrong and what to do, one sentence for people
   */
  public UserError(String sentence) {
    this(sentence, null);
  }

  /**
   * @param sentence what is wrong and what to do, one sentence for people
   * @param cause kept for the log
   */
  public UserError(String sentence, Throwable cause) {
    this(sentence, cause, Launcher.FAILED);
  }

  private UserError(String sentence, Throwable cause, int exitCode) {
    super(sentence, cause);
    this.exitCode = exitCode;
  }

  /**
   * An option has a value that it cannot have.
   *
   * @param what is wrong, without a full stop
   * @param cause kept for the log; may be null
   */
  public static UserError wrongOption(String what, Throwable cause) {
    return new UserError("Wrong option: " + what + ".", cause, Launcher.USAGE);
  }

  int exitCode() {
    return exitCode;
  }
}
