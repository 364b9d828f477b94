package electionnight.producer.importer;

import electionnight.cli.UserError;
import electionnight.domain.Basis;
import electionnight.domain.SeatId;
import electionnight.producer.night.CsvRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The election that seats are compared with.
 *
 * @param basis {@code LAST_GENERAL} for actual results, {@code NOTIONAL} for an estimate
 * @param pollingDay as its files tell; empty where they don't
 * @param seats by code
 */
record PreviousElection(
    Basis basis, Optional<LocalDate> pollingDay, Map<SeatId, PreviousSeat> seats) {

  /** Reads a folder of actual results, or the one file of a notional result. */
  static PreviousElection read(Path path, Findings findings) {
    if (!Files.exists(path)) {
      throw new UserError("There is no previous result " + path + ".");
    }
    return Files.isDirectory(path)
        ? actual(PublishedResults.read(path, findings), findings)
        : new PreviousElection(
            Basis.NOTIONAL, Optional.empty(), NotionalResults.read(path, findings));
  }

  private static PreviousElection actual(PublishedResults results, Findings findings) {
    if (results.areByElections()) {
      throw new UserError(
          results.folder() + " has by-elections, but the previous election is a general election.");
    }
    Map<SeatId, PreviousSeat> seats = new LinkedHashMap<>();
    Map<SeatId, List<CsvRow>> candidacies = Published.bySeat(results.candidacies());
    results
        .seats()
        .forEach(
            (seat, row) ->
                seats.put(
                    seat,
                    new PreviousSeat(
                        row.where(),
                        row.text(Published.NAME),
                        candidacies.getOrDefault(seat, List.of()).stream()
                            .map(PreviousElection::votes)
                            .toList(),
                        Published.count(row, Published.VALID_VOTES, findings),
                        Published.count(row, Published.MAJORITY, findings))));
    return new PreviousElection(Basis.LAST_GENERAL, results.pollingDay(), seats);
  }

  private static PreviousSeat.Votes votes(CsvRow row) {
    return new PreviousSeat.Votes(
        row.where(), Published.affiliation(row), row.count(Published.VOTES));
  }

  /**
   * The previous result of a seat, by its code. A notional result is of the seat's own boundaries
   * even where its code is not, so it is found by name as well; an actual one of another code is of
   * other boundaries, whatever its name.
   *
   * @param current the seat's row at the election imported
   */
  Optional<PreviousSeat> find(SeatId seat, CsvRow current, Findings findings) {
    String name = current.text(Published.NAME);
    PreviousSeat same = seats.get(seat);
    if (same != null) {
      if (!Words.key(same.name()).equals(Words.key(name))) {
        findings.oddity(same.where(), "calls " + name + " (" + seat + ") '" + same.name() + "'");
      }
      return Optional.of(same);
    }
    if (basis != Basis.NOTIONAL) {
      return Optional.empty();
    }
    Optional<PreviousSeat> found =
        seats.values().stream()
            .filter(other -> Words.key(other.name()).equals(Words.key(name)))
            .findFirst();
    found.ifPresent(
        other ->
            findings.oddity(
                other.where(), name + " has another code than " + seat + "; matched by its name"));
    return found;
  }
}
