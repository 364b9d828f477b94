package electionnight.producer.intake;

import java.time.Duration;

/**
 * What the intake bears.
 *
 * @param acknowledgedWithin how long Kafka may take, before a sender is told to send again
 * @param knownWithin how long a stranger's connection is kept
 * @param bodyBytes how many bytes of bodies may be there at once
 */
record IntakeLimits(Duration acknowledgedWithin, Duration knownWithin, long bodyBytes) {
  private static final long MOST_BODY_BYTES = 32L * 1024 * 1024;

  /** Of a body's bytes: what is read from it takes several times as many. */
  private static final int PART_OF_HEAP = 16;

  /** Those of an intake that runs in this process. */
  static IntakeLimits usual() {
    return new IntakeLimits(
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        bodyBytes(Runtime.getRuntime().maxMemory()));
  }

  /**
   * How many bytes of bodies a heap bears.
   *
   * @param heap its most bytes
   */
  static long bodyBytes(long heap) {
    return Math.min(MOST_BODY_BYTES, heap / PART_OF_HEAP);
  }
}
