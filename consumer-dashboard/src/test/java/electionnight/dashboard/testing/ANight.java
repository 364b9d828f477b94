package electionnight.dashboard.testing;

import electionnight.domain.Alert;
import electionnight.domain.Announced;
import electionnight.domain.Baseline;
import electionnight.domain.Basis;
import electionnight.domain.CandidateVotes;
import electionnight.domain.Cause;
import electionnight.domain.Checking;
import electionnight.domain.Contest;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.domain.Hex;
import electionnight.domain.Hold;
import electionnight.domain.Mode;
import electionnight.domain.Night;
import electionnight.domain.Party;
import electionnight.domain.PartyCode;
import electionnight.domain.PartyVotes;
import electionnight.domain.Query;
import electionnight.domain.Receipt;
import electionnight.domain.RecordBook;
import electionnight.domain.Result;
import electionnight.domain.Rules;
import electionnight.domain.Scoreboard;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.SeatReport;
import electionnight.domain.Status;
import electionnight.domain.Update;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Builds the messages of a small night. */
public final class ANight {
  private static final PartyCode CON = new PartyCode("Con");
  private static final PartyCode LAB = new PartyCode("Lab");
  private static final Instant CLOSE_OF_POLL = Instant.parse("2023-10-19T21:00:00Z");
  private static final Cause ELECTION = electionRecord(0);

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
            Optional.of(CLOSE_OF_POLL),
            3,
            Mode.TEST,
            List.of(
                new Party(CON, "Conservative", "the Conservatives", false, "#0087DC"),
                new Party(LAB, "Labour", "Labour", false, "#E4003B")),
            RecordBook.EMPTY,
            Optional.empty(),
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
                List.of(new PartyVotes(CON, 21_000), new PartyVotes(LAB, 20_000)))),
        Optional.empty(),
        OptionalInt.empty());
  }

  /** Labour gains a seat; the later the revision, the later it was declared. */
  public Update update(long revision, Seat seat, Alert... alerts) {
    return update(revision, List.of(declared(revision, seat)), alerts);
  }

  /** What these seats report takes the night to a revision. */
  public Update update(long revision, List<SeatReport> seats, Alert... alerts) {
    return new Update(
        id(), revision, receipt(revision, ELECTION), seats, scoreboard(revision), List.of(alerts));
  }

  /** The same, by the terms of another record of the election. */
  public Update updateBy(Cause election, long revision) {
    Update update = update(revision);
    return new Update(
        id(),
        revision,
        receipt(revision, election),
        update.seats(),
        update.scoreboard(),
        update.alerts());
  }

  /** A seat of which something is public. */
  public SeatReport report(
      Seat seat,
      Optional<Result> result,
      Optional<Announced> announced,
      Optional<Checking> checking,
      Optional<Hold> held) {
    return new SeatReport(
        seat.seat(), seat.name(), result, announced, checking, held, Optional.empty());
  }

  /** Labour gained it. */
  public SeatReport declared(long revision, Seat seat) {
    return decided(seat, result(revision, seat));
  }

  /** A candidate of Labour gained it from one of the Conservatives. */
  public SeatReport declared(long revision, Seat seat, String winner, String second) {
    return decided(
        seat,
        result(
            revision,
            seat,
            List.of(
                new CandidateVotes(winner, LAB, 20_000), new CandidateVotes(second, CON, 19_000))));
  }

  private SeatReport decided(Seat seat, Result result) {
    return report(seat, Optional.of(result), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** It has a result that is being checked and not counted. */
  public SeatReport checked(Seat seat, String... queries) {
    return report(
        seat, Optional.empty(), Optional.empty(), Optional.of(checking(queries)), Optional.empty());
  }

  /** What was said last of it is no result. */
  public SeatReport announced(Seat seat, Status status, String reason) {
    return report(
        seat,
        Optional.empty(),
        Optional.of(
            new Announced(status, 2, CLOSE_OF_POLL, "returning officer", Optional.of(reason))),
        Optional.empty(),
        Optional.empty());
  }

  /** Someone holds it, with a result that was said of it. */
  public SeatReport held(Seat seat, String by, String reason) {
    return report(
        seat,
        Optional.empty(),
        Optional.empty(),
        Optional.of(checking()),
        Optional.of(new Hold(id(), seat.seat(), true, by, reason, CLOSE_OF_POLL)));
  }

  private static Checking checking(String... queries) {
    return new Checking(
        1,
        Status.DECLARED,
        CLOSE_OF_POLL,
        "an agency",
        Stream.of(queries)
            .map(words -> new Query(Query.Code.SAME_FIGURES, words, List.of()))
            .toList());
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
        election.mode(),
        seat.seat(),
        seat.name(),
        CLOSE_OF_POLL,
        headline,
        new Alert.Facts(
            Optional.of(LAB),
            Optional.of(CON),
            OptionalInt.of(1_000),
            OptionalInt.of(1_000),
            Optional.empty(),
            Optional.of(Basis.LAST_GENERAL),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            List.of()),
        Optional.empty(),
        Optional.empty(),
        receipt(revision, ELECTION));
  }

  /** The same alert under another id. */
  public static Alert identified(String id, Alert alert) {
    return new Alert(
        id,
        alert.kind(),
        alert.state(),
        alert.revision(),
        alert.election(),
        alert.mode(),
        alert.seat(),
        alert.name(),
        alert.at(),
        alert.headline(),
        alert.facts(),
        alert.reason(),
        alert.was(),
        alert.receipt());
  }

  /** The same terms under another name. */
  public static Election named(String name, Election election) {
    return with(name, election.mode(), election.attribution(), election);
  }

  /** The same night in another mode. */
  public ANight in(Mode mode) {
    return new ANight(with(election.name(), mode, election.attribution(), election));
  }

  /** The same night with the terms on which its figures are published. */
  public ANight attributedTo(String attribution) {
    return new ANight(with(election.name(), election.mode(), attribution, election));
  }

  private static Election with(String name, Mode mode, String attribution, Election election) {
    return new Election(
        election.election(),
        name,
        election.contest(),
        election.date(),
        election.zone(),
        election.basis(),
        election.previous(),
        election.closeOfPoll(),
        election.seats(),
        mode,
        election.parties(),
        election.recordBook(),
        election.rules(),
        attribution);
  }

  /** A record of the election. */
  public static Cause electionRecord(long offset) {
    return new Cause("seats", 0, offset, "e".repeat(64));
  }

  private static Receipt receipt(long revision, Cause election) {
    Cause cause = new Cause("declarations", 0, revision, "d".repeat(64));
    return new Receipt(
        cause,
        Optional.of("returning officer"),
        OptionalInt.of(1),
        Optional.of(cause),
        Optional.empty(),
        election,
        Rules.VERSION);
  }

  private static Result result(long revision, Seat seat) {
    return result(
        revision,
        seat,
        List.of(new CandidateVotes("A", LAB, 20_000), new CandidateVotes("B", CON, 19_000)));
  }

  private static Result result(long revision, Seat seat, List<CandidateVotes> votes) {
    Declaration declaration =
        new Declaration(
            seat.election(),
            seat.seat(),
            1,
            Status.DECLARED,
            CLOSE_OF_POLL.plusSeconds(revision),
            "returning officer",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            votes,
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty());
    return Result.of(seat, declaration).orElseThrow();
  }

  private Scoreboard scoreboard(long revision) {
    Scoreboard open = Night.open(election, ELECTION).scoreboard();
    return new Scoreboard(
        open.election(),
        revision,
        open.mode(),
        open.basis(),
        open.seats(),
        (int) Math.min(revision, open.seats()),
        open.rushed(),
        open.checking(),
        open.changed(),
        open.sittingKnown(),
        open.sittingChanged(),
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
        open.narrowestMajorities(),
        open.alertsStopped());
  }
}
