package electionnight.quickstart;

import electionnight.cli.UserError;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what nobody announces. */
final class Poll {
  private static final Duration INTERVAL = Duration.ofMillis(20);

  private Poll() {}

  /**
   * Returns when the condition holds.
   *
   * @param what the condition in words
   * @throws UserError when it does not hold in time
   */
  static void until(Duration atMost, String what, Callable<Boolean> condition)
      throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    Exception last = null;
    while (System.nanoTime() < end) {
      try {
        if (condition.call()) {
          return;
        }
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        last = e;
      }
      Thread.sleep(INTERVAL.toMillis());
    }
    throw new UserError(
        "Waited " + atMost.toSeconds() + " seconds in vain until " + what + ".", last);
  }
}
