package electionnight.domain;

/**
 * Percentages, computed from whole votes and rounded once, at the end, to four decimals: exact
 * enough for any print, and short on the wire.
 */
final class Percent {
  private static final double DECIMALS = 1e4;

  private Percent() {}

  /** {@code part} in percent of {@code whole}; 0 of nothing. */
  static double of(long part, long whole) {
    return rounded(exact(part, whole));
  }

  /** The change from one share to another, in percentage points, not rounded. */
  static double difference(long part, long whole, long partBefore, long wholeBefore) {
    return exact(part, whole) - exact(partBefore, wholeBefore);
  }

  static double rounded(double percent) {
    return Math.round(percent * DECIMALS) / DECIMALS;
  }

  private static double exact(long part, long whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }
}
