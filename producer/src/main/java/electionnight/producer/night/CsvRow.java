package electionnight.producer.night;

import electionnight.cli.UserError;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One row of a table. Cells are stripped of white space; every complaint says where it is. */
public final class CsvRow {
  private static final int LONGEST_SHOWN = 80;
  private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");

  private final String file;
  private final long line;
  private final Map<String, Integer> columns;
  private final List<String> cells;

  CsvRow(String file, long line, Map<String, Integer> columns, List<String> cells) {
    this.file = file;
    this.line = line;
    this.columns = columns;
    this.cells = cells;
  }

  /** Where this row is, as it stands before a complaint: {@code votes.csv, line 17}. */
  public String where() {
    return file + ", line " + line;
  }

  /** Whether the table has such a column. */
  public boolean has(String column) {
    return columns.containsKey(column);
  }

  /** The cell of a column, stripped; empty where the table has no such column. */
  public String text(String column) {
    return raw(column).strip();
  }

  /** The cell of a column exactly as the file has it. */
  public String raw(String column) {
    Integer index = columns.get(column);
    return index == null ? "" : cells.get(index);
  }

  /**
   * The cell of a column, which must not be empty.
   *
   * @param expected what should stand there, with its article
   * @throws UserError when it is empty
   */
  public String required(String column, String expected) {
    String text = text(column);
    if (text.isEmpty()) {
      throw problem(column, expected);
    }
    return text;
  }

  /**
   * The value of a cell that must not be empty.
   *
   * @param parse throws IllegalArgumentException or DateTimeException for text it does not know
   * @param expected what should stand there, with its article
   * @throws UserError when it is empty or cannot be parsed
   */
  public <T> T value(String column, Function<String, T> parse, String expected) {
    String text = required(column, expected);
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw problem(column, expected);
    }
  }

  /** Like {@link #value}, but an empty cell is an absent value. */
  public <T> Optional<T> optional(String column, Function<String, T> parse, String expected) {
    return text(column).isEmpty() ? Optional.empty() : Optional.of(value(column, parse, expected));
  }

  /** A whole number of 0 or more. */
  public int count(String column) {
    return value(column, CsvRow::parseCount, "a whole number, 0 or more");
  }

  /** A whole number of 0 or more, or nothing. */
  public Optional<Integer> optionalCount(String column) {
    return optional(column, CsvRow::parseCount, "a whole number, 0 or more, or nothing");
  }

  /** A year of four digits. */
  public int year(String column) {
    return value(column, CsvRow::parseYear, "a year such as 1931");
  }

  /** The complaint that a cell does not hold what was expected; for the caller to throw. */
  public UserError problem(String column, String expected) {
    String text = text(column);
    return new UserError(
        where()
            + ", column "
            + column
            + ": "
            + (text.isEmpty() ? "it is empty" : "'" + shown(text) + "'")
            + " where "
            + expected
            + " is expected.");
  }

  /** A cell as a sentence can quote it: on one line, and not too long. */
  static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "...";
  }

  private static int parseYear(String text) {
    if (!YEAR.matcher(text).matches()) {
      throw new IllegalArgumentException("no year");
    }
    return Integer.parseInt(text);
  }

  private static int parseCount(String text) {
    int count = Integer.parseInt(text);
    if (count < 0) {
      throw new IllegalArgumentException("negative");
    }
    return count;
  }
}
