package electionnight.producer.night;

import electionnight.domain.PartyCode;
import electionnight.domain.SeatId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The codes that one table of a night defines and its other tables speak of. */
final class NightCodes {
  private final Set<PartyCode> parties = new HashSet<>();
  private final Set<SeatId> seats = new HashSet<>();

  /** The party that a row defines. */
  PartyCode newParty(CsvRow row) {
    PartyCode code = partyCode(row, "party");
    if (!parties.add(code)) {
      throw row.problem("party", "each party once");
    }
    return code;
  }

  /** The seat that a row defines. */
  SeatId newSeat(CsvRow row) {
    SeatId seat = seatId(row);
    if (!seats.add(seat)) {
      throw row.problem("seat", "each seat once");
    }
    return seat;
  }

  PartyCode party(CsvRow row) {
    return party(row, "party");
  }

  /** The party in a cell that may be empty. */
  Optional<PartyCode> optionalParty(CsvRow row, String column) {
    return row.text(column).isEmpty() ? Optional.empty() : Optional.of(party(row, column));
  }

  private PartyCode party(CsvRow row, String column) {
    PartyCode code = partyCode(row, column);
    if (!parties.contains(code)) {
      throw row.problem(column, "a party of parties.csv");
    }
    return code;
  }

  SeatId seat(CsvRow row) {
    SeatId seat = seatId(row);
    if (!seats.contains(seat)) {
      throw row.problem("seat", "a seat of seats.csv");
    }
    return seat;
  }

  int revision(CsvRow row) {
    int number = row.count("revision");
    if (number == 0) {
      throw row.problem("revision", "1 or more");
    }
    return number;
  }

  private static PartyCode partyCode(CsvRow row, String column) {
    return row.value(column, PartyCode::new, "a party code such as Lab");
  }

  private static SeatId seatId(CsvRow row) {
    return row.value("seat", SeatId::new, "a seat's code such as E14000813");
  }
}
