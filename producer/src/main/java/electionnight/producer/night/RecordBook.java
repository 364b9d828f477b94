package electionnight.producer.night;

import electionnight.domain.Contest;
import electionnight.domain.RecordEntry;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The records of all nights, one table of the product; each row names its source. */
final class RecordBook {
  private static final String RESOURCE = "/record-book.csv";

  private RecordBook() {}

  /**
   * The records of one kind of contest as they stood before a polling day, highest first, so that a
   * past night is not measured against itself or what came after it.
   */
  static List<RecordEntry> before(Contest contest, LocalDate pollingDay) {
    return entries().stream()
        .filter(entry -> entry.contest() == contest && entry.date().isBefore(pollingDay))
        .sorted(
            Comparator.comparingInt(RecordEntry::value)
                .reversed()
                .thenComparing(RecordEntry::date)
                .thenComparing(RecordEntry::name))
        .toList();
  }

  private static List<RecordEntry> entries() {
    return CsvTable.resource(RESOURCE)
        .rows(List.of("contest", "measure", "name", "date", "value", "source", "as_of"))
        .stream()
        .map(
            row ->
                new RecordEntry(
                    row.value("contest", Contest::valueOf, "a kind of contest"),
                    row.value("measure", RecordEntry.Measure::valueOf, "a measure"),
                    row.required("name", "a seat's name"),
                    row.value("date", LocalDate::parse, "a date such as 2023-10-19"),
                    row.count("value"),
                    row.required("source", "who says so"),
                    row.value("as_of", LocalDate::parse, "a date such as 2023-10-19")))
        .toList();
  }
}
