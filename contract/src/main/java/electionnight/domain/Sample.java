package electionnight.domain;

import java.util.Arrays;

/** Figures of one kind, one of each seat counted. Immutable; the same figures in any order. */
final class Sample {
  /** Makes of a median absolute deviation what the standard deviation of a normal one would be. */
  private static final double TO_STANDARD_DEVIATION = 1.4826;

  private static final Sample EMPTY = new Sample(new double[0]);

  private final double[] sorted;

  private Sample(double[] sorted) {
    this.sorted = sorted;
  }

  static Sample empty() {
    return EMPTY;
  }

  Sample plus(double figure) {
    int found = Arrays.binarySearch(sorted, figure);
    int place = found < 0 ? -found - 1 : found;
    double[] more = new double[sorted.length + 1];
    System.arraycopy(sorted, 0, more, 0, place);
    more[place] = figure;
    System.arraycopy(sorted, place, more, place + 1, sorted.length - place);
    return new Sample(more);
  }

  /** Without a figure that was added before. */
  Sample minus(double figure) {
    int place = Arrays.binarySearch(sorted, figure);
    if (place < 0) {
      throw new IllegalArgumentException("the sample has no " + figure);
    }
    double[] fewer = new double[sorted.length - 1];
    System.arraycopy(sorted, 0, fewer, 0, place);
    System.arraycopy(sorted, place + 1, fewer, place, fewer.length - place);
    return new Sample(fewer);
  }

  int size() {
    return sorted.length;
  }

  /** The median; there must be a figure. */
  double median() {
    return median(sorted);
  }

  /** The robust standard deviation: 1.4826 times the median distance from the median. */
  double deviation() {
    double median = median();
    double[] distances = Arrays.stream(sorted).map(figure -> Math.abs(figure - median)).toArray();
    Arrays.sort(distances);
    return TO_STANDARD_DEVIATION * median(distances);
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sample sample && Arrays.equals(sorted, sample.sorted);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sorted);
  }

  @Override
  public String toString() {
    return Arrays.toString(sorted);
  }
}
