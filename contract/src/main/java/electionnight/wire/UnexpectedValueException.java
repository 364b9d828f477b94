package electionnight.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** Says in our own words what a field should have held; never leaves this package. */
final class UnexpectedValueException extends MismatchedInputException {
  private static final long serialVersionUID = 1;

  private final String expected;

  UnexpectedValueException(JsonParser parser, String expected) {
    super(parser, "expected " + expected);
    this.expected = expected;
  }

  String expected() {
    return expected;
  }
}
