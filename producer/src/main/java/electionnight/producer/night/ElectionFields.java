package electionnight.producer.night;

import electionnight.cli.UserError;
import electionnight.domain.Basis;
import electionnight.domain.Contest;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.domain.Mode;
import electionnight.domain.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The rows of {@code election.csv}, one field each. */
final class ElectionFields {
  private final String file;
  private final Map<String, CsvRow> rows;

  private ElectionFields(String file, Map<String, CsvRow> rows) {
    this.file = file;
    this.rows = rows;
  }

  static ElectionFields of(String file, List<CsvRow> rows) {
    Map<String, CsvRow> byField = new HashMap<>();
    for (CsvRow row : rows) {
      if (byField.put(row.required("field", "a field's name"), row) != null) {
        throw row.problem("field", "each field once");
      }
    }
    return new ElectionFields(file, byField);
  }

  ElectionId id() {
    return value("id", ElectionId::new, "an id such as general-election-2024");
  }

  Basis basis() {
    return value("basis", ElectionFields::basis, "LAST_GENERAL or NOTIONAL");
  }

  private static Basis basis(String name) {
    Basis basis = Basis.valueOf(name);
    if (!basis.isOfNights()) {
      throw new IllegalArgumentException(name);
    }
    return basis;
  }

  Election election(List<Party> parties, int seats, String attribution) {
    CsvRow count = row("seats");
    if (seats == 0 || count.count("value") != seats) {
      throw count.problem("value", "the number of seats in seats.csv, " + seats + ",");
    }
    Contest contest = value("contest", Contest::valueOf, "GENERAL_ELECTION or BY_ELECTION");
    LocalDate date = value("date", LocalDate::parse, "a date such as 2024-07-04");
    return new Election(
        id(),
        value("name", Function.identity(), "the night's name"),
        contest,
        date,
        value("zone", ZoneId::of, "a time zone such as Europe/London"),
        basis(),
        value("previous", Function.identity(), "the name of the election compared with"),
        closeOfPoll(),
        seats,
        Mode.REPLAY,
        parties,
        RecordBooks.before(contest, date),
        // The rules are of whoever plays the night, not of the night.
        Optional.empty(),
        attribution);
  }

  private Optional<Instant> closeOfPoll() {
    // Nights of an earlier version have no such row.
    return Optional.ofNullable(rows.get("close_of_poll"))
        .flatMap(
            row ->
                row.optional(
                    "value", Instant::parse, "a time such as 2024-07-04T21:00:00Z or nothing"));
  }

  private <T> T value(String field, Function<String, T> parse, String expected) {
    return row(field).value("value", parse, expected);
  }

  private CsvRow row(String field) {
    CsvRow row = rows.get(field);
    if (row == null) {
      throw new UserError(file + ": there is no row for the field '" + field + "'.");
    }
    return row;
  }
}
