package electionnight.dashboard.testing;

import electionnight.domain.Alert;
import electionnight.domain.Baseline;
import electionnight.domain.Basis;
import electionnight.domain.CandidateVotes;
import electionnight.domain.Cause;
import electionnight.domain.Contest;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.domain.Hex;
import electionnight.domain.Mode;
import electionnight.domain.Night;
import electionnight.domain.Party;
import electionnight.domain.PartyCode;
import electionnight.domain.PartyVotes;
import electionnight.domain.Result;
import electionnight.domain.Scoreboard;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.Status;
import electionnight.domain.Update;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Builds the messages of a small night. */
public final class ANight {
  private static final PartyCode CON = new PartyCode("Con");
  private static final PartyCode LAB = new PartyCode("Lab");
  private static final Instant CLOSE_OF_POLL = Instant.parse("2023-10-19T21:00:00Z");

  private final Election election;

  private ANight(Election election) {
    this.election = election;
  }

  public static ANight of(String id) {
    return of(id, LocalDate.parse("2023-10-19"));
  }

  public static ANight of(String id, LocalDate date) {
    return new ANight(
        new Election(
            new ElectionId(id),
            "By-elections of " + date,
            Contest.BY_ELECTION,
            date,
            ZoneId.of("Europe/London"),
            Basis.LAST_GENERAL,
            "the general election of 12 December 2019",
            3,
            Mode.TEST,
            List.of(
                new Party(CON, "Conservative", "the Conservatives", false, "#0087DC"),
                new Party(LAB, "Labour", "Labour", false, "#E4003B")),
            List.of(),
            ""));
  }

  public ElectionId id() {
    return election.election();
  }

  public Election election() {
    return election;
  }

  /** A seat held by the Conservatives with a majority of 1,000. */
  public Seat seat(String seat, String name) {
    return new Seat(
        id(),
        new SeatId(seat),
        name,
        "East of England",
        "England",
        80_000,
        Optional.of(new Hex(3, 4)),
        List.of(),
        Optional.of(
            new Baseline(
                Basis.LAST_GENERAL,
                List.of(new PartyVotes(CON, 21_000), new PartyVotes(LAB, 20_000)))));
  }

  /** Labour gains a seat; the later the revision, the later it was declared. */
  public Update update(long revision, Seat seat, Alert... alerts) {
    return new Update(
        id(),
        revision,
        cause(revision),
        result(revision, seat),
        scoreboard(revision),
        List.of(alerts));
  }

  public Update update(long revision) {
    return update(revision, seat("S" + revision % 3, "Seat " + revision % 3));
  }

  /** An alert about a seat. */
  public Alert alert(Seat seat, int revision, String headline) {
    return new Alert(
        id() + ":SEAT_GAIN:" + seat.seat(),
        Alert.Kind.SEAT_GAIN,
        revision == 1 ? Alert.State.ISSUED : Alert.State.AMENDED,
        revision,
        id(),
        Mode.TEST,
        seat.seat(),
        seat.name(),
        CLOSE_OF_POLL,
        headline,
        new Alert.Facts(
            LAB,
            Optional.of(CON),
            OptionalInt.of(1_000),
            OptionalInt.of(1_000),
            Optional.of(Basis.LAST_GENERAL),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty()),
        Optional.empty(),
        Optional.empty(),
        cause(revision));
  }

  private static Cause cause(long revision) {
    return new Cause("declarations", 0, revision);
  }

  private static Result result(long revision, Seat seat) {
    return Result.of(
        seat,
        new Declaration(
            seat.election(),
            seat.seat(),
            1,
            Status.DECLARED,
            CLOSE_OF_POLL.plusSeconds(revision),
            "returning officer",
            Optional.empty(),
            Optional.empty(),
            List.of(new CandidateVotes("A", LAB, 20_000), new CandidateVotes("B", CON, 19_000)),
            OptionalInt.empty()));
  }

  private Scoreboard scoreboard(long revision) {
    Scoreboard open = Night.open(election).scoreboard();
    return new Scoreboard(
        open.election(),
        revision,
        open.mode(),
        open.seats(),
        (int) Math.min(revision, open.seats()),
        open.changed(),
        open.electorate(),
        open.validVotes(),
        open.invalidVotes(),
        open.turnout(),
        open.latest(),
        open.majorityLine(),
        open.parties(),
        open.flips(),
        open.biggestOverturned(),
        open.biggestMajoritiesOverturned(),
        open.narrowestMajorities());
  }
}
