package electionnight.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class ThreadFailuresTest {
  private final AtomicLong now = new AtomicLong();
  private final ThreadFailures failures = new ThreadFailures(now::get);

  @Test
  void aThreadThatFailsNowAndThenIsReplaced() {
    for (int i = 0; i < 100; i++) {
      now.addAndGet(Duration.ofSeconds(15).toNanos());

      assertThat(failures.handle(new IllegalStateException("failure " + i)))
          .as("failure %d", i)
          .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    }
  }

  @Test
  void failuresInARowEndTheApp() {
    for (int i = 0; i < ThreadFailures.BORNE; i++) {
      failures.handle(new IllegalStateException("failure " + i));
    }

    assertThat(failures.handle(new IllegalStateException("one too many")))
        .isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
  }
}
