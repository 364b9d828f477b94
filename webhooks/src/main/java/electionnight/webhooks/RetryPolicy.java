package electionnight.webhooks;

import electionnight.webhooks.Outcome.Answered;
import java.time.Duration;
import java.time.Instant;

/**
 * How often and for how long an endpoint is tried. A wait is by chance between nothing and a bound
 * that doubles with each failure (full jitter), and at least what the endpoint asks for.
 *
 * @param setAsideAfter after so long of nothing but failures an endpoint is set aside
 * @param firstBound of the wait after the first failure
 * @param longestBound of any wait, unless the endpoint asks for more
 * @param mostRefusals after so many refusals in a row an endpoint is set aside
 */
record RetryPolicy(
    Duration setAsideAfter, Duration firstBound, Duration longestBound, int mostRefusals) {
  private static final int MOST_DOUBLINGS = 20;

  /** Quick at first, because news is old after a minute. */
  static RetryPolicy settingAsideAfter(Duration time) {
    return new RetryPolicy(time, Duration.ofSeconds(1), Duration.ofMinutes(1), 12);
  }

  /**
   * Decides what to do after an attempt.
   *
   * @param before the failures before it
   * @param now when it ended
   * @param chance from 0 to less than 1
   */
  Verdict judge(Outcome outcome, Streak before, Instant now, double chance) {
    if (outcome instanceof Answered answer && answer.isTaken()) {
      return new Verdict.Delivered();
    }
    boolean isRefusal = outcome instanceof Answered answer && answer.isRefusal();
    Streak streak = before.failedAt(now, isRefusal);
    if (outcome instanceof Answered answer && answer.isGone()) {
      return new Verdict.SetAside(streak, "it says that it is gone (410)");
    }
    if (streak.refusals() >= mostRefusals) {
      return new Verdict.SetAside(
          streak, "it refused " + streak.refusals() + " times, and last " + outcome.words());
    }
    Duration failing = Duration.between(streak.since().orElse(now), now);
    if (streak.failures() > 1 && failing.compareTo(setAsideAfter) >= 0) {
      return new Verdict.SetAside(
          streak,
          "nothing but failures for " + failing.toSeconds() + " s; last: " + outcome.words());
    }
    return new Verdict.Again(streak, longer(jittered(streak.failures(), chance), asked(outcome)));
  }

  private Duration jittered(int failures, double chance) {
    Duration doubled = firstBound.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    Duration bound = doubled.compareTo(longestBound) > 0 ? longestBound : doubled;
    return Duration.ofNanos((long) (bound.toNanos() * chance));
  }

  /** An endpoint may ask for patience, but not for more than it would be given anyway. */
  private Duration asked(Outcome outcome) {
    Duration asked =
        outcome instanceof Answered answer
            ? answer.retryAfter().orElse(Duration.ZERO)
            : Duration.ZERO;
    return asked.compareTo(setAsideAfter) > 0 ? setAsideAfter : asked;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
