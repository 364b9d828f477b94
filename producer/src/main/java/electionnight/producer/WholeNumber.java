package electionnight.producer;

import picocli.CommandLine.TypeConversionException;

/** How whole numbers with a least value are read from a command line. */
final class WholeNumber {
  private WholeNumber() {}

  static int from(int least, String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, with those that are too small.
    }
    throw new TypeConversionException(
        "'" + text + "' is not a whole number of " + least + " or more");
  }
}
