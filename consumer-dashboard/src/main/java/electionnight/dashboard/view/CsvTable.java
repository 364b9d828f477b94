package electionnight.dashboard.view;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A CSV file as RFC 4180 has it, that a spreadsheet opens without harm: no text in it is taken for
 * a formula. It starts with a byte order mark, since Excel reads a file without one in the code
 * page of its machine and makes mojibake of Ynys Môn.
 */
final class CsvTable {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * OWASP's list of what may begin a formula, full width included, and the same behind what is not
   * seen, which some spreadsheets skip.
   */
  private static final Pattern FORMULA =
      Pattern.compile("(?s)[\\t\\r\\n].*|[\\s\\p{Z}\\p{C}]*[=+@\\-＝＋＠－].*");

  private final StringWriter file = new StringWriter();
  private final CsvWriter writer;
  private final List<String> row = new ArrayList<>();

  CsvTable(String... columns) {
    file.write(BYTE_ORDER_MARK);
    writer = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(file);
    writer.writeRecord(columns);
  }

  /** A cell of text. */
  CsvTable text(String value) {
    String printable = ForeignText.printable(value);
    return cell(FORMULA.matcher(printable).matches() ? "'" + printable : printable);
  }

  CsvTable number(long value) {
    return cell(Long.toString(value));
  }

  CsvTable number(double value) {
    return cell(BigDecimal.valueOf(value).toPlainString());
  }

  CsvTable number(OptionalInt value) {
    return value.isPresent() ? number(value.getAsInt()) : cell("");
  }

  CsvTable number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : cell("");
  }

  private CsvTable cell(String value) {
    row.add(value);
    return this;
  }

  void endRow() {
    writer.writeRecord(row);
    row.clear();
  }

  /** The whole file in UTF-8. */
  byte[] bytes() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return file.toString().getBytes(StandardCharsets.UTF_8);
  }
}
