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

  /** More failures in a row than this end the app. */
  static final int BORNE = 5;

  /** For a new thread to get to work, once the group has given up the one that failed. */
  private static final Duration UNTIL_AT_WORK = Duration.ofSeconds(12);

  private final long withinNanos;
  private final LongSupplier nanoClock;
  private final Deque<Long> recent = new ArrayDeque<>();
  private volatile Optional<Throwable> fatal = Optional.empty();

  /**
   * @param sessionTimeout after how long the group gives up a thread that failed; until then the
   *     one in its place does nothing, and so cannot fail
   */
  ThreadFailures(Duration sessionTimeout, LongSupplier nanoClock) {
    this.withinNanos = sessionTimeout.plus(UNTIL_AT_WORK).multipliedBy(BORNE).toNanos();
    this.nanoClock = nanoClock;
  }

  /** The failure that ended the app; empty where none did. */
  Optional<Throwable> fatal() {
    return fatal;
  }

  /** How Kafka refused what a thread wanted; empty when that was not why it failed. */
  static Optional<AuthorizationException> refusal(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof AuthorizationException refusal) {
        return Optional.of(refusal);
      }
    }
    return Optional.empty();
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
    Optional<AuthorizationException> refusal = refusal(failure);
    if (refusal.isPresent()) {
      LOG.error("Kafka refuses what the fold needs; the app ends: {}", refusal.get().getMessage());
      return end(failure);
    }
    long now = nanoClock.getAsLong();
    while (!recent.isEmpty() && now - recent.peek() > withinNanos) {
      recent.remove();
    }
    recent.add(now);
    if (recent.size() > BORNE) {
      LOG.error("stream threads fail again and again; the app ends", failure);
      return end(failure);
    }
    LOG.error("a stream thread failed and is replaced", failure);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  private StreamThreadExceptionResponse end(Throwable failure) {
    fatal = Optional.of(failure);
    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
  }
}
