package electionnight.producer.source;

import electionnight.producer.publish.Acknowledgements;
import java.time.Duration;

/** What reference data has, so that the fold meets it before what is said of it. */
final class HeadStart {
  private static final Duration HEAD_START = Duration.ofMillis(500);

  private HeadStart() {}

  /**
   * Waits until the reference data that was published can be relied on.
   *
   * @param published its acknowledgements
   */
  static void give(Acknowledgements published, MonotonicClock clock) throws InterruptedException {
    published.await();
    // Two topics may be on two brokers: what was acknowledged first could still be read second.
    clock.sleep(HEAD_START.toNanos());
  }
}
