package electionnight.producer.importer;

import electionnight.cli.UserError;
import electionnight.domain.SeatId;
import electionnight.producer.night.CsvRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One folder of the House of Commons Library's results: a general election, or by-elections.
 *
 * @param folder where they were read from
 * @param constituencies a row per seat, in the order of the file
 * @param candidacies a row per candidate
 */
record PublishedResults(Path folder, List<CsvRow> constituencies, List<CsvRow> candidacies) {
  static final ZoneId ZONE = ZoneId.of("Europe/London");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.UK);

  private static final LocalTime CLOSE_OF_POLL = LocalTime.of(22, 0);

  /** The first seat is declared from late on polling day to the next morning. */
  private static final int HOURS_BACK_TO_POLLING_DAY = 12;

  static PublishedResults read(Path folder, Findings findings) {
    if (!Files.exists(folder)) {
      throw new UserError("There is no folder " + folder + ".");
    }
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          folder + " is a file, but results are a folder of constituencies.csv, candidacies.csv.");
    }
    PublishedResults results =
        new PublishedResults(
            folder,
            Published.constituencies(folder, findings),
            Published.candidacies(folder, findings));
    if (results.constituencies.isEmpty()) {
      throw new UserError(folder.resolve("constituencies.csv") + " has no row.");
    }
    return results;
  }

  boolean areByElections() {
    return constituencies.get(0).has(Published.ELECTION_DATE);
  }

  /**
   * The by-elections of one day.
   *
   * @param day empty where the folder has those of one day only
   */
  PublishedResults ofDay(Optional<LocalDate> day) {
    var days =
        constituencies.stream()
            .map(Published::electionDate)
            .collect(Collectors.toCollection(TreeSet::new));
    if (day.isEmpty() && days.size() > 1) {
      throw new UserError(
          folder
              + " has by-elections of "
              + days.size()
              + " days from "
              + days.first()
              + " to "
              + days.last()
              + "; choose one with --date.");
    }
    LocalDate chosen = day.orElseGet(days::first);
    if (!days.contains(chosen)) {
      throw new UserError(
          folder
              + " has no by-election of "
              + chosen
              + ", only of "
              + days.stream().map(LocalDate::toString).collect(Collectors.joining(", "))
              + ".");
    }
    return new PublishedResults(folder, of(chosen, constituencies), of(chosen, candidacies));
  }

  private static List<CsvRow> of(LocalDate day, List<CsvRow> rows) {
    return rows.stream().filter(row -> Published.electionDate(row).equals(day)).toList();
  }

  /** The row of each seat. */
  Map<SeatId, CsvRow> seats() {
    Map<SeatId, CsvRow> seats = new HashMap<>();
    for (CsvRow row : constituencies) {
      if (seats.put(Published.seat(row), row) != null) {
        throw row.problem(Published.ONS_ID, "each constituency once");
      }
    }
    return seats;
  }

  /** When a seat was declared; the files tell it in local time. */
  static Optional<Instant> declared(CsvRow constituency) {
    return constituency
        .optional(
            Published.TIME,
            text -> LocalDateTime.parse(text, TIME),
            "a local time such as 13/12/2019 02:30")
        .map(local -> local.atZone(ZONE).toInstant());
  }

  /** Polling day as it follows from a clock: votes are counted in the night after it. */
  static LocalDate pollingDay(Instant firstDeclared) {
    return firstDeclared.atZone(ZONE).minusHours(HOURS_BACK_TO_POLLING_DAY).toLocalDate();
  }

  /** When the polls of a day close: at ten in the evening, by law. */
  static Instant closeOfPoll(LocalDate pollingDay) {
    return pollingDay.atTime(CLOSE_OF_POLL).atZone(ZONE).toInstant();
  }

  /** Polling day as it follows from the times in these files; empty where they have none. */
  Optional<LocalDate> pollingDay() {
    return constituencies.stream()
        .flatMap(row -> declared(row).stream())
        .min(Instant::compareTo)
        .map(PublishedResults::pollingDay);
  }
}
