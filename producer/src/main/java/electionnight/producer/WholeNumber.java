package electionnight.producer;

import picocli.CommandLine.TypeConversionException;

/** How whole numbers within bounds are read from a command line. */
final class WholeNumber {
  private WholeNumber() {}

  static int from(int least, String text) {
    return within(least, Integer.MAX_VALUE, text, "of " + least + " or more");
  }

  static int between(int least, int most, String text) {
    return within(least, most, text, "from " + least + " to " + most);
  }

  private static int within(int least, int most, String text, String bounds) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, with those that are out of bounds.
    }
    throw new TypeConversionException("'" + text + "' is not a whole number " + bounds);
  }
}
