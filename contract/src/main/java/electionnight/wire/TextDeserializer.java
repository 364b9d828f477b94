package electionnight.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/** Reads a value that is written as a JSON string, and nothing else. */
final class TextDeserializer<T> extends StdScalarDeserializer<T> {
  private static final long serialVersionUID = 1;

  private final transient Function<String, T> parse;
  private final String expected;

  TextDeserializer(Class<T> type, Function<String, T> parse, String expected) {
    super(type);
    this.parse = parse;
    this.expected = expected;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      throw new UnexpectedValueException(parser, expected);
    }
    try {
      return parse.apply(parser.getText());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UnexpectedValueException(parser, expected);
    }
  }
}
