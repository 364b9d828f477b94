package electionnight.dashboard.view;

/** What others wrote, made fit for formats that cannot hold every character. */
final class ForeignText {
  private static final int REPLACEMENT = 0xFFFD;

  private ForeignText() {}

  /**
   * The same text with a replacement character (U+FFFD) for each that XML 1.0 forbids: control
   * characters, halves of a pair, and what is no character. What shows a name in its own direction
   * stays.
   */
  static String printable(String text) {
    return mapped(text, false);
  }

  /** The same on one line, so that it cannot pass for another line of ours. */
  static String oneLine(String text) {
    return mapped(text, true);
  }

  private static String mapped(String text, boolean oneLine) {
    StringBuilder mapped = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> oneLine && breaksLine(c) ? ' ' : c)
        .map(c -> isAllowed(c) ? c : REPLACEMENT)
        .forEach(mapped::appendCodePoint);
    return mapped.toString();
  }

  private static boolean breaksLine(int c) {
    return c >= '\t' && c <= '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  /** The production Char of XML 1.0. */
  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
