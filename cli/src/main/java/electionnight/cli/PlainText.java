package electionnight.cli;

import java.util.regex.Pattern;

/** Text from outside as a terminal may have it. */
public final class PlainText {
  // Controls of ASCII and C1, bidi and other marks that are not seen, and what ends a line.
  private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  private PlainText() {}

  /**
   * The text with U+FFFD for each character that could steer a terminal, end the line, or turn what
   * is read. Names come from outside: none of them may.
   */
  public static String of(String text) {
    return STEERING.matcher(text).replaceAll("\uFFFD");
  }

  /**
   * The text as it fits a line, its end replaced by an ellipsis where it is longer.
   *
   * @param columns the most characters; at least 1
   */
  public static String fit(String text, int columns) {
    return text.codePointCount(0, text.length()) <= columns
        ? text
        : text.substring(0, text.offsetByCodePoints(0, columns - 1)) + "…";
  }
}
