package electionnight.producer.night;

import electionnight.domain.Contest;
import electionnight.domain.Measure;
import electionnight.domain.RecordBook;
import electionnight.domain.RecordEntry;
import electionnight.domain.RecordScope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The records of all nights, two tables of the product; each row names its source and its day. */
final class RecordBooks {
  private static final String ENTRIES = "/record-book.csv";
  private static final String SCOPES = "/record-scopes.csv";
  private static final Pattern FIGURE = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,3})?");
  private static final String A_DATE = "a date such as 2023-10-19";

  private static final Comparator<RecordEntry> LARGEST_FIRST =
      Comparator.comparing(RecordEntry::measure)
          .thenComparing(RecordEntry::value, Comparator.reverseOrder())
          .thenComparing(RecordEntry::date)
          .thenComparing(RecordEntry::name);

  private RecordBooks() {}

  /**
   * The records of one kind of contest as they stood before a polling day, so that a past night is
   * not measured against itself or what came after it.
   */
  static RecordBook before(Contest contest, LocalDate pollingDay) {
    RecordBook all = read(CsvTable.resource(ENTRIES), CsvTable.resource(SCOPES));
    return new RecordBook(
        all.scopes().stream()
            .filter(scope -> scope.contest() == contest)
            .filter(scope -> scope.since().filter(day -> !day.isBefore(pollingDay)).isEmpty())
            .toList(),
        all.entries().stream()
            .filter(entry -> entry.contest() == contest && entry.date().isBefore(pollingDay))
            .sorted(LARGEST_FIRST)
            .toList());
  }

  /**
   * Reads a book.
   *
   * @throws electionnight.cli.UserError naming file, line and column of what is malformed, a row
   *     without its source or its day included
   */
  static RecordBook read(CsvTable entries, CsvTable scopes) {
    return new RecordBook(
        scopes
            .rows(List.of("contest", "measure", "since", "complete_from", "source", "as_of"))
            .stream()
            .map(RecordBooks::scope)
            .toList(),
        entries
            .rows(List.of("contest", "measure", "name", "date", "value", "source", "as_of"))
            .stream()
            .map(RecordBooks::entry)
            .toList());
  }

  private static RecordScope scope(CsvRow row) {
    return new RecordScope(
        contest(row),
        measure(row),
        row.optional("since", LocalDate::parse, A_DATE + " or nothing"),
        figure(row, "complete_from"),
        source(row),
        asOf(row));
  }

  private static RecordEntry entry(CsvRow row) {
    return new RecordEntry(
        contest(row),
        measure(row),
        row.required("name", "a seat's name"),
        row.value("date", LocalDate::parse, A_DATE),
        figure(row, "value"),
        source(row),
        asOf(row));
  }

  private static Contest contest(CsvRow row) {
    return row.value("contest", Contest::valueOf, "GENERAL_ELECTION or BY_ELECTION");
  }

  private static Measure measure(CsvRow row) {
    return row.value("measure", Measure::valueOf, "MAJORITY_OVERTURNED or SWING");
  }

  private static BigDecimal figure(CsvRow row, String column) {
    return row.value(column, RecordBooks::parseFigure, "a figure such as 24664 or 44.2");
  }

  private static BigDecimal parseFigure(String text) {
    if (!FIGURE.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return new BigDecimal(text);
  }

  private static String source(CsvRow row) {
    return row.required("source", "who says so");
  }

  private static LocalDate asOf(CsvRow row) {
    return row.value("as_of", LocalDate::parse, "the day the source was true, such as 2023-10-19,");
  }
}
