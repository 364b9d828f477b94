package electionnight.dashboard.tail;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * Notices that a cluster has stopped to answer, and that it answers again. A consumer keeps trying
 * by itself and says nothing of it; but a broker answers its fetches at least twice a second, even
 * when there is nothing new.
 */
final class FetchWatch {
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);

  private final DoubleSupplier answers;
  private final LongSupplier nanos;
  private double answered;
  private long answeredAt;
  private boolean away;

  /** What has changed since the last look. */
  enum Change {
    NONE,
    AWAY,
    BACK
  }

  /**
   * @param answers how many fetches have been answered so far
   * @param nanos a clock such as {@link System#nanoTime}
   */
  FetchWatch(DoubleSupplier answers, LongSupplier nanos) {
    this.answers = answers;
    this.nanos = nanos;
    this.answered = answers.getAsDouble();
    this.answeredAt = nanos.getAsLong();
  }

  static FetchWatch of(Consumer<?, ?> consumer) {
    return new FetchWatch(() -> answeredFetches(consumer), System::nanoTime);
  }

  Change look() {
    double now = answers.getAsDouble();
    boolean silent = now == answered;
    if (!silent) {
      answered = now;
      answeredAt = nanos.getAsLong();
    }
    if (away && !silent) {
      away = false;
      return Change.BACK;
    }
    if (!away && nanos.getAsLong() - answeredAt > LONGEST_SILENCE.toNanos()) {
      away = true;
      return Change.AWAY;
    }
    return Change.NONE;
  }

  private static double answeredFetches(Consumer<?, ?> consumer) {
    return consumer.metrics().values().stream()
        .filter(metric -> metric.metricName().name().equals("fetch-total"))
        .map(metric -> metric.metricValue())
        .filter(Number.class::isInstance)
        .mapToDouble(value -> ((Number) value).doubleValue())
        .sum();
  }
}
