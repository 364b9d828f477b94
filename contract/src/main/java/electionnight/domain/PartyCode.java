package electionnight.domain;

import java.util.regex.Pattern;

/**
 * The abbreviation by which the House of Commons Library publishes a party: {@code Lab}, {@code
 * Con}, {@code LD}, {@code RUK}, {@code SNP}, {@code Ind}, {@code Spk}. Labour and Co-operative
 * candidates are {@code Lab}.
 *
 * @param value 1 to 24 letters, digits, spaces and the marks {@code & ' . -}
 */
public record PartyCode(String value) implements Comparable<PartyCode> {
  // Before the constants below, whose construction needs it.
  private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} &'.-]{0,23}");

  /** The Speaker of the House of Commons, who stands without party and has a row of their own. */
  public static final PartyCode SPEAKER = new PartyCode("Spk");

  /** Candidates of no party. */
  public static final PartyCode INDEPENDENT = new PartyCode("Ind");

  public PartyCode {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a party code is 1 to 24 letters, digits, spaces and & ' . -");
    }
  }

  public boolean isSpeaker() {
    return equals(SPEAKER);
  }

  boolean isIndependent() {
    return equals(INDEPENDENT);
  }

  @Override
  public int compareTo(PartyCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
