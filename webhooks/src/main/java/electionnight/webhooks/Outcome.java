package electionnight.webhooks;

import java.time.Duration;
import java.util.Optional;

/** What came of one attempt to deliver. */
sealed interface Outcome {

  /** In a few words, for people. */
  String words();

  /**
   * The endpoint answered.
   *
   * @param status of HTTP
   * @param retryAfter how long it asks to be left alone
   */
  record Answered(int status, Optional<Duration> retryAfter) implements Outcome {
    private static final int GONE = 410;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;

    boolean isTaken() {
      return status >= 200 && status < 300;
    }

    boolean isGone() {
      return status == GONE;
    }

    /** Whether another attempt is unlikely to be answered otherwise. */
    boolean isRefusal() {
      return status >= 300
          && status < 500
          && status != REQUEST_TIMEOUT
          && status != TOO_EARLY
          && status != TOO_MANY_REQUESTS;
    }

    @Override
    public String words() {
      return "answered " + status;
    }
  }

  /**
   * There was no answer.
   *
   * @param words why
   */
  record Unreached(String words) implements Outcome {}
}
