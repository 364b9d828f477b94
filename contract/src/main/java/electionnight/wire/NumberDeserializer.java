package electionnight.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;

/** Reads a number with decimals, to the last of them. */
final class NumberDeserializer<T> extends StdScalarDeserializer<T> {
  private static final long serialVersionUID = 1;

  private final transient Function<BigDecimal, T> convert;
  private final transient T absent;

  /**
   * @param convert throws an {@link IllegalArgumentException} that says what was expected
   * @param absent what stands for a null; null where none is allowed
   */
  NumberDeserializer(Class<T> type, Function<BigDecimal, T> convert, T absent) {
    super(type);
    this.convert = convert;
    this.absent = absent;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.currentToken().isNumeric()) {
      throw new UnexpectedValueException(parser, "a number");
    }
    try {
      return convert.apply(parser.getDecimalValue());
    } catch (IllegalArgumentException e) {
      throw new UnexpectedValueException(parser, e.getMessage());
    }
  }

  @Override
  public T getNullValue(DeserializationContext context) {
    return absent;
  }
}
