package electionnight.webhooks;

import java.time.Instant;
import java.util.Optional;

/**
 * Failures of one endpoint without a success between them.
 *
 * @param failures how many
 * @param refusals how many of them another attempt is unlikely to mend
 * @param since when the first was; empty when there was none
 */
record Streak(int failures, int refusals, Optional<Instant> since) {
  static final Streak NONE = new Streak(0, 0, Optional.empty());

  Streak failedAt(Instant now, boolean isRefusal) {
    return new Streak(
        failures + 1, isRefusal ? refusals + 1 : refusals, Optional.of(since.orElse(now)));
  }
}
