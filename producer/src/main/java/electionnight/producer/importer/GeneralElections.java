package electionnight.producer.importer;

import electionnight.producer.night.CsvTable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The polling days of the United Kingdom's general elections, as far as the product needs them. */
final class GeneralElections {
  private GeneralElections() {}

  /** The last one before a day; empty where the table does not go back so far. */
  static Optional<LocalDate> before(LocalDate day) {
    return CsvTable.resource("/importer/general-elections.csv")
        .rows(List.of("polling_day"))
        .stream()
        .map(row -> row.value("polling_day", LocalDate::parse, "a date such as 2019-12-12"))
        .filter(polling -> polling.isBefore(day))
        .max(Comparator.naturalOrder());
  }
}
