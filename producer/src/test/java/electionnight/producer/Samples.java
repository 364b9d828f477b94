package electionnight.producer;

import electionnight.domain.AlertSwitch;
import electionnight.domain.Basis;
import electionnight.domain.Candidate;
import electionnight.domain.CandidateVotes;
import electionnight.domain.Confirmation;
import electionnight.domain.Contest;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.domain.Hold;
import electionnight.domain.Input;
import electionnight.domain.Mode;
import electionnight.domain.Party;
import electionnight.domain.PartyCode;
import electionnight.domain.RecordBook;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The by-elections of 19 October 2023, as far as these tests need them. */
public final class Samples {
  public static final ElectionId ID = new ElectionId("by-elections-2023-10-19");
  public static final PartyCode LAB = new PartyCode("Lab");
  public static final PartyCode CON = new PartyCode("Con");
  public static final Election ELECTION =
      new Election(
          ID,
          "By-elections of 19 October 2023",
          Contest.BY_ELECTION,
          LocalDate.of(2023, 10, 19),
          ZoneId.of("Europe/London"),
          Basis.LAST_GENERAL,
          "the general election of 12 December 2019",
          Optional.of(Instant.parse("2023-10-19T21:00:00Z")),
          2,
          Mode.REPLAY,
          List.of(
              new Party(LAB, "Labour", "Labour", false, "#E4003B"),
              new Party(CON, "Conservative", "the Conservatives", false, "#0087DC")),
          RecordBook.EMPTY,
          Optional.empty(),
          "");
  public static final Seat TAMWORTH =
      seat("E14000986", "Tamworth", "Sarah Edwards", "Andrew Cooper");
  public static final Seat MID_BEDFORDSHIRE =
      seat("E14000813", "Mid Bedfordshire", "Alistair Strathern", "Festus Akinbusoye");

  private static final Instant DECIDED = Instant.parse("2023-10-20T02:00:00Z");
  public static final Confirmation CONFIRMATION =
      new Confirmation(
          ID, MID_BEDFORDSHIRE.seat(), 1, "Night desk", Optional.of("rung back"), DECIDED);
  public static final Hold HOLD =
      new Hold(ID, MID_BEDFORDSHIRE.seat(), true, "Night desk", "wrong call", DECIDED);
  public static final AlertSwitch ALERT_SWITCH =
      new AlertSwitch(ID, true, "Night desk", "feed under review", DECIDED);

  private Samples() {}

  /** One input of each kind. */
  public static List<Input> inputs() {
    return List.of(ELECTION, TAMWORTH, tamworth(DECIDED), CONFIRMATION, HOLD, ALERT_SWITCH);
  }

  public static Declaration tamworth(Instant at) {
    return declaration(TAMWORTH, at, 11_719, 10_403);
  }

  public static Declaration midBedfordshire(Instant at) {
    return declaration(MID_BEDFORDSHIRE, at, 13_872, 12_680);
  }

  private static Seat seat(String id, String name, String labour, String conservative) {
    return new Seat(
        ID,
        new SeatId(id),
        name,
        "",
        "England",
        0,
        Optional.empty(),
        List.of(new Candidate(labour, LAB), new Candidate(conservative, CON)),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }

  private static Declaration declaration(Seat seat, Instant at, int labour, int conservative) {
    return new Declaration(
        ID,
        seat.seat(),
        1,
        Status.DECLARED,
        at,
        "test",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(
            new CandidateVotes(seat.candidates().get(0).candidate(), LAB, labour),
            new CandidateVotes(seat.candidates().get(1).candidate(), CON, conservative)),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }
}
