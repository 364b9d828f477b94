package electionnight.streams;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that failed, as long as that helps: what fails again and again, such as
 * a right that was withdrawn or a disk that is full, ends the app, so that those who run it notice.
 */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);

  /** More failures than this within a minute end the app. */
  static final int BORNE = 5;

  private static final long WITHIN_NANOS = Duration.ofMinutes(1).toNanos();

  private final LongSupplier nanoClock;
  private final Deque<Long> recent = new ArrayDeque<>();

  ThreadFailures(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
    long now = nanoClock.getAsLong();
    while (!recent.isEmpty() && now - recent.peek() > WITHIN_NANOS) {
      recent.remove();
    }
    recent.add(now);
    if (recent.size() > BORNE) {
      LOG.error("stream threads fail again and again; the app ends", failure);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    LOG.error("a stream thread failed and is replaced", failure);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }
}
