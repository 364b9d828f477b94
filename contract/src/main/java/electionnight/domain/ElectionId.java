package electionnight.domain;

import java.util.regex.Pattern;

/**
 * Names one night: a general election, or the by-elections of one day. It is the key of every input
 * record, so that a night is folded in order by one task.
 *
 * @param value 1 to 64 lower-case letters, digits and hyphens, such as {@code
 *     general-election-2024}
 */
public record ElectionId(String value) implements Comparable<ElectionId> {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

  public ElectionId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "an election id is 1 to 64 lower-case letters, digits and hyphens");
    }
  }

  @Override
  public int compareTo(ElectionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
