package electionnight.producer.importer;

import electionnight.domain.SeatId;
import electionnight.producer.night.CsvRow;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Since when seats were held without a break by the party that won them at the previous election: a
 * CSV with the columns {@code seat}, {@code held_since} and {@code source}.
 *
 * @param file where it was read from
 * @param years by seat
 */
record HeldSince(Path file, Map<SeatId, Integer> years) {

  static HeldSince read(Path file) {
    Map<SeatId, Integer> years = new LinkedHashMap<>();
    SeatRows.read(file, List.of("seat", "held_since", "source"))
        .forEach((seat, row) -> years.put(seat, year(row)));
    return new HeldSince(file, years);
  }

  private static int year(CsvRow row) {
    row.required("source", "who says so");
    return row.year("held_since");
  }

  OptionalInt of(SeatId seat) {
    return years.containsKey(seat) ? OptionalInt.of(years.get(seat)) : OptionalInt.empty();
  }
}
