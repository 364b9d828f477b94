package electionnight.producer;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Words that somebody will read. */
final class NotBlank implements ITypeConverter<String> {
  @Override
  public String convert(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException("it is blank, and others are to read it");
    }
    return text.strip();
  }
}
