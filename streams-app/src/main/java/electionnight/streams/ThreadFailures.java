package electionnight.streams;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that failed, as long as that helps: what fails again and again, such as
 * a disk that is full, ends the app, so that those who run it notice; a right that was withdrawn
 * ends it at once. A login that fails is as if Kafka were away: it is tried until it is let in.
 */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);

  /** More failures in a row than this end the app. */
  static final int BORNE = 5;

  /** For a new thread to get to work, once the group has given up the one that failed. */
  private static final Duration UNTIL_AT_WORK = Duration.ofSeconds(12);

  private final long withinNanos;
  private final LongSupplier nanoClock;
  private final Runnable pause;
  private final Deque<Long> recent = new ArrayDeque<>();
  private volatile Optional<Throwable> fatal = Optional.empty();

  /**
   * @param sessionTimeout after how long the group gives up a thread that failed; until then the
   *     one in its place does nothing, and so cannot fail
   * @param pause waits a moment before the next login
   */
  ThreadFailures(Duration sessionTimeout, LongSupplier nanoClock, Runnable pause) {
    this.withinNanos = sessionTimeout.plus(UNTIL_AT_WORK).multipliedBy(BORNE).toNanos();
    this.nanoClock = nanoClock;
    this.pause = pause;
  }

  /** The failure that ended the app; empty where none did. */
  Optional<Throwable> fatal() {
    return fatal;
  }

  /** How Kafka refused what a thread wanted; empty when that was not why it failed. */
  static Optional<AuthorizationException> refusal(Throwable failure) {
    return cause(AuthorizationException.class, failure);
  }

  private static <T> Optional<T> cause(Class<T> type, Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable failure) {
    Optional<AuthenticationException> login = cause(AuthenticationException.class, failure);
    if (login.isPresent()) {
      LOG.warn("Kafka refuses the login, which is tried again: {}", login.get().getMessage());
      pause.run();
      return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
    return judged(failure);
  }

  private synchronized StreamThreadExceptionResponse judged(Throwable failure) {
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
