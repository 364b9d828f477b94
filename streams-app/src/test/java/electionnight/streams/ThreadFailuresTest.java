package electionnight.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadFailuresTest {
  private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(6);

  private final AtomicLong now = new AtomicLong();
  private final AtomicInteger pauses = new AtomicInteger();
  private final ThreadFailures failures = failures(SESSION_TIMEOUT);

  @Test
  void aThreadThatFailsNowAndThenIsReplaced() {
    for (int i = 0; i < 100; i++) {
      now.addAndGet(Duration.ofSeconds(20).toNanos());

      assertThat(failures.handle(new IllegalStateException("failure " + i)))
          .as("failure %d", i)
          .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    }
    assertThat(failures.fatal()).as("what ended the app").isEmpty();
  }

  /** A new thread gets no work until the group has given up the one that failed. */
  @ParameterizedTest(name = "session timeout {0} s")
  @ValueSource(ints = {0, 6, 12, 45, 300})
  void failuresInARowEndTheApp(int sessionTimeout) {
    ThreadFailures failures = failures(Duration.ofSeconds(sessionTimeout));
    for (int i = 0; i < ThreadFailures.BORNE; i++) {
      assertThat(failures.handle(new IllegalStateException("failure " + i)))
          .as("failure %d", i)
          .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
      now.addAndGet(Duration.ofSeconds(sessionTimeout + 5).toNanos());
    }
    IllegalStateException oneTooMany = new IllegalStateException("one too many");

    assertThat(failures.handle(oneTooMany))
        .as("the failure after %d", ThreadFailures.BORNE)
        .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    assertThat(failures.fatal()).as("what ended the app").contains(oneTooMany);
  }

  @Test
  void aRightThatWasWithdrawnEndsTheAppAtOnce() {
    IllegalStateException failure =
        new IllegalStateException(new TopicAuthorizationException("updates"));

    assertThat(failures.handle(failure)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    assertThat(failures.fatal()).as("what ended the app").contains(failure);
  }

  @Test
  void aLoginThatFailsIsTriedAgainAfterAPauseForAsLongAsItTakes() {
    SslAuthenticationException failure =
        new SslAuthenticationException("the certificate has ended");
    for (int i = 1; i <= 3 * ThreadFailures.BORNE; i++) {
      assertThat(failures.handle(new StreamsException(failure)))
          .as("failure %d", i)
          .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
      assertThat(pauses).as("pauses after failure %d", i).hasValue(i);
    }

    assertThat(failures.handle(new IllegalStateException("another")))
        .as("the first failure of another kind")
        .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    assertThat(pauses).as("pauses after a failure of another kind").hasValue(15);
  }

  private ThreadFailures failures(Duration sessionTimeout) {
    return new ThreadFailures(sessionTimeout, now::get, pauses::incrementAndGet);
  }
}
