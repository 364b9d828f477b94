package electionnight.producer.importer;

import electionnight.domain.SeatId;
import electionnight.producer.night.CsvRow;
import electionnight.producer.night.CsvTable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The notional results of a general election on new boundaries, as the House of Commons Library
 * publishes them: one file without header, a row per seat and column of the original table.
 */
final class NotionalResults {
  private static final String NAME = "name";
  private static final String SEAT = "ONS code";
  private static final String VALID_VOTES = "valid votes";
  private static final String MAJORITY = "majority";
  private static final String COLUMN = "column code";
  private static final String VOTES = "votes";
  private static final String ABBREVIATION = "abbreviation";
  private static final String PARTY = "party";
  private static final String MNIS_ID = "id";
  private static final List<String> COLUMNS =
      List.of(
          NAME,
          "other name",
          SEAT,
          "sequence",
          "region",
          "country",
          "type",
          "turnout",
          "electorate",
          VALID_VOTES,
          MAJORITY,
          COLUMN,
          VOTES,
          ABBREVIATION,
          PARTY,
          MNIS_ID);

  /** All others together, and the largest of them: sums of rows that stand in the file as well. */
  private static final Set<String> SUMS = Set.of("TOTOTHV", "MAXOTHV");

  private static final String SPEAKER = "Commons Speaker";
  private static final String NOT_APPLICABLE = "NA";

  private NotionalResults() {}

  static Map<SeatId, PreviousSeat> read(Path file, Findings findings) {
    CsvTable table = CsvTable.read(file);
    Map<SeatId, List<CsvRow>> bySeat =
        table.rows(COLUMNS, table.first().contains("ONS ID")).stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.value(SEAT, SeatId::new, "a constituency's code"),
                    LinkedHashMap::new,
                    Collectors.toList()));
    Map<SeatId, PreviousSeat> seats = new LinkedHashMap<>();
    bySeat.forEach((seat, rows) -> seats.put(seat, seat(rows)));
    long sums =
        bySeat.values().stream().flatMap(List::stream).filter(NotionalResults::isSum).count();
    if (sums > 0) {
      findings.oddity(
          file.toString(),
          Words.count((int) sums, "row") + " of codes TOTOTHV, MAXOTHV are sums and left out");
    }
    return seats;
  }

  private static PreviousSeat seat(List<CsvRow> rows) {
    CsvRow first = rows.get(0);
    return new PreviousSeat(
        first.where(),
        first.required(NAME, "a constituency's name"),
        rows.stream()
            .filter(row -> !isSum(row))
            .map(row -> new PreviousSeat.Votes(row.where(), affiliation(row), row.count(VOTES)))
            .toList(),
        OptionalInt.of(first.count(VALID_VOTES)),
        OptionalInt.of(first.count(MAJORITY)));
  }

  private static boolean isSum(CsvRow row) {
    return SUMS.contains(row.text(COLUMN));
  }

  private static Affiliation affiliation(CsvRow row) {
    if (row.text(COLUMN).equals(SPEAKER)) {
      return Affiliation.SPEAKER;
    }
    String id = row.text(MNIS_ID);
    return new Affiliation(
        Published.code(row.text(ABBREVIATION)),
        row.text(PARTY),
        id.equals(NOT_APPLICABLE) ? "" : id,
        "");
  }
}
