package electionnight.streams;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that failed, as long as that helps: what fails again and again, such as
 * a disk that is full, ends the app, so that those who run it notice; a right that was withdrawn
 * ends it at once.
 */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);

  /** More failures than this within a minute end the app. */
  static final int BORNE = 5;

  private static final long WITHIN_NANOS = Duration.ofMinutes(1).toNanos();

  private final LongSupplier nanoClock;
  private final Deque<Long> recent = new ArrayDeque<>();
  private volatile Throwable last;

  ThreadFailures(LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
  }

  /** How Kafka refused what the last thread to fail wanted; empty when that was not why. */
  Optional<AuthorizationException> refusal() {
    for (Throwable cause = last; cause != null; cause = cause.getCause()) {
      if (cause instanceof AuthorizationException refusal) {
        return Optional.of(refusal);
      }
    }
    return Optional.empty();
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
    last = failure;
    Optional<AuthorizationException> refusal = refusal();
    if (refusal.isPresent()) {
      LOG.error("Kafka refuses what the fold needs; the app ends: {}", refusal.get().getMessage());
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
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
