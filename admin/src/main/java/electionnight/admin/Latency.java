package electionnight.admin;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.IntStream;

/** How long it takes until what was published has arrived somewhere, measured alike everywhere. */
public final class Latency {
  /** Where its histogram is cut: around what is fresh, and around what people notice. */
  private static final Duration[] BOUNDS =
      IntStream.of(5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000, 60_000)
          .mapToObj(Duration::ofMillis)
          .toArray(Duration[]::new);

  private Latency() {}

  /**
   * A histogram of it.
   *
   * @param description from where to where, for people
   */
  public static Timer.Builder timer(String name, String description) {
    return Timer.builder(name).description(description).serviceLevelObjectives(BOUNDS);
  }
}
