package electionnight.producer.importer;

import electionnight.cli.UserError;
import electionnight.domain.SeatId;
import electionnight.producer.night.CsvRow;
import electionnight.producer.night.CsvTable;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A clock file: a CSV with a column of seats ({@code ons_id} or {@code seat}) and one of times in
 * UTC ({@code first_published_utc}, else {@code declared_at}).
 *
 * @param file where it was read from
 * @param column the column that was taken
 * @param times by seat; a seat whose cell is empty has none
 */
record DeclarationTimes(Path file, String column, Map<SeatId, Instant> times) {
  /** When a volunteer live feed first showed a seat. */
  static final String FIRST_PUBLISHED = "first_published_utc";

  static DeclarationTimes read(Path file) {
    CsvTable table = CsvTable.read(file);
    String seat = column(table, "a column of seats", List.of("ons_id", "seat"));
    String time = column(table, "a column of times", List.of(FIRST_PUBLISHED, "declared_at"));
    Map<SeatId, Instant> times = new LinkedHashMap<>();
    for (CsvRow row : table.rows(List.of(seat, time))) {
      SeatId id = row.value(seat, SeatId::new, "a constituency's code such as E14000813");
      row.optional(time, Instant::parse, "a time in UTC such as 2024-07-04T22:18:35Z")
          .ifPresent(
              at -> {
                if (times.putIfAbsent(id, at) != null) {
                  throw row.problem(seat, "each constituency once");
                }
              });
    }
    return new DeclarationTimes(file, time, times);
  }

  private static String column(CsvTable table, String what, List<String> names) {
    return names.stream()
        .filter(table.first()::contains)
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    table.file()
                        + ", line 1: the header lacks "
                        + what
                        + ", "
                        + String.join(" or ", names)
                        + "."));
  }
}
