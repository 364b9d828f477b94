package electionnight.cli;

import electionnight.domain.ElectionId;
import electionnight.domain.SeatId;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How the ids of nights and seats are read from a command line. */
public final class Ids {
  private Ids() {}

  private static <T> T read(String text, Function<String, T> id) {
    try {
      return id.apply(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'" + text + "', and " + e.getMessage());
    }
  }

  /** Reads the id of a night. */
  public static final class OfElection implements ITypeConverter<ElectionId> {
    @Override
    public ElectionId convert(String text) {
      return read(text, ElectionId::new);
    }
  }

  /** Reads the id of a seat. */
  public static final class OfSeat implements ITypeConverter<SeatId> {
    @Override
    public SeatId convert(String text) {
      return read(text, SeatId::new);
    }
  }
}
