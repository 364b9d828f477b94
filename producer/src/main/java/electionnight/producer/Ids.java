package electionnight.producer;

import electionnight.domain.ElectionId;
import electionnight.domain.SeatId;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the ids of nights and seats are read from a command line. */
final class Ids {
  private Ids() {}

  private static <T> T read(String text, Function<String, T> id) {
    try {
      return id.apply(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'" + text + "', and " + e.getMessage());
    }
  }

  static final class OfElection implements ITypeConverter<ElectionId> {
    @Override
    public ElectionId convert(String text) {
      return read(text, ElectionId::new);
    }
  }

  static final class OfSeat implements ITypeConverter<SeatId> {
    @Override
    public SeatId convert(String text) {
      return read(text, SeatId::new);
    }
  }
}
