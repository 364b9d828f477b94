package electionnight.domain;

import java.util.regex.Pattern;

/**
 * Names one seat of an election by its official code: in the United Kingdom the code of the Office
 * for National Statistics, such as {@code E14000813} for Mid Bedfordshire.
 *
 * @param value 1 to 32 letters, digits, hyphens and underscores
 */
public record SeatId(String value) implements Comparable<SeatId> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");

  public SeatId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a seat id is 1 to 32 letters, digits, hyphens and underscores");
    }
  }

  @Override
  public int compareTo(SeatId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
