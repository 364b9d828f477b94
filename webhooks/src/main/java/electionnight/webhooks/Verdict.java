package electionnight.webhooks;

import java.time.Duration;

/** What to do after an attempt. */
sealed interface Verdict {

  /** The webhook is delivered; the next one is due. */
  record Delivered() implements Verdict {}

  /**
   * The same webhook again.
   *
   * @param pause how long to wait before
   */
  record Again(Streak streak, Duration pause) implements Verdict {}

  /**
   * No more deliveries until somebody says so.
   *
   * @param why in a few words, for people
   */
  record SetAside(Streak streak, String why) implements Verdict {}
}
