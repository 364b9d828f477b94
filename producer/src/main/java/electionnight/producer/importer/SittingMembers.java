package electionnight.producer.importer;

import electionnight.domain.Baseline;
import electionnight.domain.PartyCode;
import electionnight.domain.SeatId;
import electionnight.domain.Sitting;
import electionnight.producer.night.CsvRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parties of the members before, as far as they are known: a CSV with the columns {@code seat},
 * {@code party}, {@code why} and {@code source}. Of a seat that is not listed nothing is assumed,
 * because members change their party between elections and few lists have them all.
 *
 * @param file where it was read from
 * @param rows by seat
 */
record SittingMembers(Path file, Map<SeatId, CsvRow> rows) {

  static SittingMembers read(Path file) {
    return new SittingMembers(file, SeatRows.read(file, List.of("seat", "party", "why", "source")));
  }

  /**
   * The party of a seat's member; empty where it is not listed.
   *
   * @param baseline the result that the seat is compared with
   */
  Optional<Sitting> of(SeatId seat, Optional<Baseline> baseline) {
    return Optional.ofNullable(rows.get(seat)).map(row -> sitting(row, baseline));
  }

  private static Sitting sitting(CsvRow row, Optional<Baseline> baseline) {
    PartyCode party = party(row);
    if (!baseline.map(Baseline::winner).equals(Optional.of(party))) {
      row.required("why", "why it is not the party that won the seat before");
    }
    return new Sitting(party, row.text("why"), row.required("source", "who says so"));
  }

  private static PartyCode party(CsvRow row) {
    return row.value("party", PartyCode::new, "a party code such as Lab");
  }

  /**
   * Refuses a party that the night does not have.
   *
   * @param known every party that stands or stood before
   */
  void refuseOthers(Set<PartyCode> known) {
    rows.values().stream()
        .filter(row -> !known.contains(party(row)))
        .findFirst()
        .ifPresent(
            row -> {
              throw row.problem("party", "a party that stands or stood before");
            });
  }
}
