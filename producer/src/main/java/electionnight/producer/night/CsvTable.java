package electionnight.producer.night;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import electionnight.cli.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A CSV file in memory: UTF-8, with or without a byte order mark, any line ends, empty lines
 * skipped.
 */
public final class CsvTable {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String file;
  private final List<CsvRecord> records;

  private CsvTable(String file, List<CsvRecord> records) {
    this.file = file;
    this.records = records;
  }

  /**
   * Reads a file.
   *
   * @throws UserError when it cannot be read or is not CSV in UTF-8
   */
  public static CsvTable read(Path file) {
    return parse(file.toString(), bytes(file));
  }

  /**
   * Reads a table that is shipped with the product.
   *
   * @param resource its absolute name on the class path
   */
  public static CsvTable resource(String resource) {
    return parse(resource, Resources.bytes(resource));
  }

  /**
   * Takes a file's bytes for a table.
   *
   * @param file how complaints name it
   * @throws UserError when it is not CSV in UTF-8, or has no row at all
   */
  static CsvTable parse(String file, byte[] bytes) {
    List<CsvRecord> records;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text(file, bytes))) {
      records = reader.stream().toList();
    } catch (CsvParseException e) {
      throw new UserError(file + " is not CSV: " + reason(e) + ".", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (records.isEmpty()) {
      throw new UserError(file + " is empty.");
    }
    return new CsvTable(file, records);
  }

  /** The file's name, as complaints name it. */
  public String file() {
    return file;
  }

  /** The cells of the first row, stripped. */
  public List<String> first() {
    return records.get(0).getFields().stream().map(String::strip).toList();
  }

  /**
   * The rows of a table whose first row names the columns.
   *
   * @param required columns it must have; others are welcome
   * @throws UserError when a column is missing or twice, or a row has another number of cells
   */
  public List<CsvRow> rows(List<String> required) {
    for (String column : required) {
      if (!first().contains(column)) {
        throw new UserError(
            file
                + ", line 1: the header has no column '"
                + column
                + "', but "
                + CsvRow.shown(String.join(", ", first()))
                + ".");
      }
    }
    return rows(first(), true);
  }

  /**
   * The rows under a header, with columns called otherwise than the header does; or, where the file
   * has no header, all rows.
   *
   * @param columns a name for each column, in order
   * @param header whether the first row is a header
   * @throws UserError when a row has another number of cells
   */
  public List<CsvRow> rows(List<String> columns, boolean header) {
    return rows(columns, records.stream().skip(header ? 1 : 0));
  }

  private List<CsvRow> rows(List<String> columns, Stream<CsvRecord> body) {
    Map<String, Integer> index = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (index.putIfAbsent(columns.get(i), i) != null) {
        throw new UserError(
            file + ", line 1: the column '" + CsvRow.shown(columns.get(i)) + "' is there twice.");
      }
    }
    return body.map(
            row -> {
              if (row.getFieldCount() != columns.size()) {
                throw new UserError(
                    file
                        + ", line "
                        + row.getStartingLineNumber()
                        + ": it has "
                        + row.getFieldCount()
                        + " cells where "
                        + columns.size()
                        + " are expected.");
              }
              return new CsvRow(file, row.getStartingLineNumber(), index, row.getFields());
            })
        .toList();
  }

  static byte[] bytes(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw new UserError(file + " is a folder where a file is expected.");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new UserError("There is no file " + file + ".", e);
    } catch (IOException e) {
      throw new UserError("The file " + file + " cannot be read.", e);
    }
  }

  static String text(String file, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (result.isError()) {
      long line = 1 + text.chars().filter(c -> c == '\n').count();
      throw new UserError(file + ", line " + line + ": it is not UTF-8; save the file as UTF-8.");
    }
    return text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK
        ? text.subSequence(1, text.length()).toString()
        : text.toString();
  }

  private static String reason(CsvParseException e) {
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage();
    return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
  }
}
