package electionnight.dashboard.push;

import java.util.concurrent.ThreadLocalRandom;

/** When clients that are sent away are to come back: not all at once. */
final class Farewell {
  private static final int SOONEST_RETRY_MS = 1_000;
  private static final int LATEST_RETRY_MS = 5_000;

  private Farewell() {}

  static int retryMillis() {
    return ThreadLocalRandom.current().nextInt(SOONEST_RETRY_MS, LATEST_RETRY_MS);
  }
}
