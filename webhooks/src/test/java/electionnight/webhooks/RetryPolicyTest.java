package electionnight.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.webhooks.Outcome.Answered;
import electionnight.webhooks.Outcome.Unreached;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {
  private static final RetryPolicy POLICY = RetryPolicy.settingAsideAfter(Duration.ofHours(1));
  private static final Instant NOW = Instant.parse("2024-07-04T22:00:00Z");
  private static final double ALMOST_ONE = Math.nextDown(1.0);

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void whatIsAnsweredWithSuccessIsDelivered(int status) {
    Streak before = Streak.NONE.failedAt(NOW, true);

    assertThat(POLICY.judge(answered(status), before, NOW, 0)).isEqualTo(new Verdict.Delivered());
  }

  @Test
  void theBoundOfTheWaitDoublesUpToAMinute() {
    Streak streak = Streak.NONE;
    for (int expected : new int[] {1, 2, 4, 8, 16, 32, 60, 60}) {
      Verdict.Again again = again(POLICY.judge(unreached(), streak, NOW, ALMOST_ONE));
      assertThat(again.pause())
          .isBetween(Duration.ofSeconds(expected).minusMillis(1), Duration.ofSeconds(expected));
      assertThat(again(POLICY.judge(unreached(), streak, NOW, 0)).pause()).isZero();
      streak = again.streak();
    }
  }

  @Test
  void anEndpointThatAsksForPatienceGetsItUpToWhatItIsGivenAnyway() {
    assertThat(again(POLICY.judge(patience(90), Streak.NONE, NOW, 0.5)).pause())
        .isEqualTo(Duration.ofSeconds(90));
    assertThat(again(POLICY.judge(patience(999_999), Streak.NONE, NOW, 0.5)).pause())
        .isEqualTo(Duration.ofHours(1));
    assertThat(again(POLICY.judge(patience(-5), Streak.NONE, NOW, 0)).pause()).isZero();
  }

  @Test
  void whatIsGoneIsSetAsideAtOnce() {
    assertThat(POLICY.judge(answered(410), Streak.NONE, NOW, 0.5))
        .isInstanceOf(Verdict.SetAside.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 403, 404, 413, 422})
  void whatRefusesIsSetAsideAfterTwelveTimes(int status) {
    Streak streak = Streak.NONE;
    for (int attempt = 1; attempt < 12; attempt++) {
      streak = again(POLICY.judge(answered(status), streak, NOW, 0)).streak();
    }
    assertThat(POLICY.judge(answered(status), streak, NOW, 0)).isInstanceOf(Verdict.SetAside.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 502, 503})
  void whatIsBusyIsTriedForAsLongAsTheSettingSays(int status) {
    Streak streak = Streak.NONE;
    for (int attempt = 0; attempt < 100; attempt++) {
      streak = again(POLICY.judge(answered(status), streak, NOW, 0)).streak();
    }
    Instant justBefore = NOW.plus(Duration.ofHours(1)).minusMillis(1);
    streak = again(POLICY.judge(answered(status), streak, justBefore, 0)).streak();

    assertThat(POLICY.judge(answered(status), streak, NOW.plus(Duration.ofHours(1)), 0))
        .isInstanceOf(Verdict.SetAside.class);
  }

  @Test
  void anyRunOfFailuresKeepsTheLaws() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int run = 0; run < 500; run++) {
      Streak streak = Streak.NONE;
      Instant now = NOW;
      Verdict verdict;
      do {
        Outcome outcome = failure(random);
        verdict = POLICY.judge(outcome, streak, now, random.nextDouble());
        if (verdict instanceof Verdict.Again again) {
          assertThat(again.streak().failures())
              .as("seed %d: every failure counts", seed)
              .isEqualTo(streak.failures() + 1);
          assertThat(again.streak().since())
              .as("seed %d: a streak keeps its beginning", seed)
              .contains(streak.since().orElse(now));
          assertThat(again.pause())
              .as("seed %d: waits are bounded", seed)
              .isBetween(Duration.ZERO, Duration.ofHours(1));
          streak = again.streak();
          now = now.plus(again.pause()).plusMillis(random.nextInt(15_000));
        }
      } while (verdict instanceof Verdict.Again);

      assertThat(verdict).as("seed %d", seed).isInstanceOf(Verdict.SetAside.class);
      assertThat(Duration.between(NOW, now))
          .as("seed %d: it ends soon after its time", seed)
          .isLessThan(Duration.ofHours(2).plusMinutes(2));
    }
  }

  private static Outcome failure(Random random) {
    return switch (random.nextInt(3)) {
      case 0 -> unreached();
      case 1 -> patience(random.nextInt(5_000));
      default -> answered(300 + random.nextInt(300));
    };
  }

  private static Verdict.Again again(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Again.class);
    return (Verdict.Again) verdict;
  }

  private static Outcome answered(int status) {
    return new Answered(status, Optional.empty());
  }

  private static Outcome patience(int seconds) {
    return new Answered(503, Optional.of(Duration.ofSeconds(seconds)));
  }

  private static Outcome unreached() {
    return new Unreached("no connection");
  }
}
