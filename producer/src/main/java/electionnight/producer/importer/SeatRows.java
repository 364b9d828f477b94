package electionnight.producer.importer;

import electionnight.domain.SeatId;
import electionnight.producer.night.CsvRow;
import electionnight.producer.night.CsvTable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A CSV with a row per seat, by its column {@code seat}. */
final class SeatRows {
  private SeatRows() {}

  /** The rows in the order of the file. */
  static Map<SeatId, CsvRow> read(Path file, List<String> columns) {
    Map<SeatId, CsvRow> rows = new LinkedHashMap<>();
    for (CsvRow row : CsvTable.read(file).rows(columns)) {
      SeatId seat = row.value("seat", SeatId::new, "a constituency's code such as E14000813");
      if (rows.put(seat, row) != null) {
        throw row.problem("seat", "each constituency once");
      }
    }
    return rows;
  }
}
