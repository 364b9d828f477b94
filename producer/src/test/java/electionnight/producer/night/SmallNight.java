package electionnight.producer.night;

import electionnight.domain.Baseline;
import electionnight.domain.Basis;
import electionnight.domain.Candidate;
import electionnight.domain.CandidateVotes;
import electionnight.domain.Confirmation;
import electionnight.domain.Contest;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.domain.Hex;
import electionnight.domain.Mode;
import electionnight.domain.Party;
import electionnight.domain.PartyCode;
import electionnight.domain.PartyVotes;
import electionnight.domain.RecordBook;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.Sitting;
import electionnight.domain.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A night of two seats that has everything a night may have, and lacks all it may lack. */
final class SmallNight {
  private static final ElectionId ID = new ElectionId("small-night");
  private static final SeatId ALPHA = new SeatId("A1");
  private static final SeatId BETA = new SeatId("B2");
  private static final PartyCode RED = new PartyCode("Red");
  private static final PartyCode BLUE = new PartyCode("Blue");

  private SmallNight() {}

  static RecordedNight create() {
    return new RecordedNight(
        election(), List.of(alpha(), beta()), declarations(), List.of(confirmation()));
  }

  private static Confirmation confirmation() {
    return new Confirmation(
        ID,
        ALPHA,
        2,
        "the desk",
        Optional.of("asked, \"twice\""),
        Instant.parse("2021-05-06T23:10:00Z"));
  }

  private static Election election() {
    return new Election(
        ID,
        "A small night",
        Contest.GENERAL_ELECTION,
        LocalDate.parse("2021-05-06"),
        ZoneId.of("Europe/London"),
        Basis.LAST_GENERAL,
        "the election before",
        Optional.of(Instant.parse("2021-05-06T21:00:00Z")),
        2,
        Mode.REPLAY,
        List.of(
            new Party(RED, "Red", "the Reds", false, "#FF0000"),
            new Party(BLUE, "Blue, \"true\"", "a blue", true, "#0000FF")),
        RecordBook.EMPTY,
        Optional.empty(),
        "First line.\nSecond line.");
  }

  private static Seat alpha() {
    return new Seat(
        ID,
        ALPHA,
        "Alpha, \"The\"",
        "North",
        "Nation",
        100,
        Optional.of(new Hex(-1, 2)),
        List.of(new Candidate("Ann", RED), new Candidate("Ben", BLUE)),
        Optional.of(
            new Baseline(
                Basis.LAST_GENERAL,
                List.of(
                    new PartyVotes(BLUE, 30), new PartyVotes(RED, 20), new PartyVotes(RED, 7)))),
        Optional.of(new Sitting(BLUE, "", "")),
        OptionalInt.of(1931));
  }

  private static Seat beta() {
    return new Seat(
        ID,
        BETA,
        "Béta",
        "",
        "",
        0,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.of(new Sitting(RED, "won a by-election, narrowly", "the county's records")),
        OptionalInt.empty());
  }

  private static List<Declaration> declarations() {
    return List.of(
        word(BETA, 1, Status.DECLARED, "2021-05-06T22:59:00Z")
            .votes(new CandidateVotes("Cid", BLUE, 5))
            .said(),
        word(ALPHA, 1, Status.DECLARED, "2021-05-06T23:00:00Z")
            .winner("Ann")
            .votes(new CandidateVotes("Ann", RED, 41), new CandidateVotes("Ben", BLUE, 14))
            .invalidVotes(0)
            .said(),
        word(ALPHA, 2, Status.CORRECTED, "2021-05-06T23:00:00Z")
            .reason("a digit was swapped")
            .winner("Ann")
            .votes(new CandidateVotes("Ann", RED, 14), new CandidateVotes("Ben", BLUE, 14))
            .invalidVotes(3)
            .verifiedBallots(31)
            .said(),
        word(ALPHA, 3, Status.WITHDRAWN, "2021-05-06T23:10:00Z")
            .reason("a box, \"lost\", was found")
            .said(),
        word(ALPHA, 4, Status.RECOUNT, "2021-05-06T23:20:00Z").verifiedBallots(40).said(),
        word(ALPHA, 5, Status.RUSH, "2021-05-06T23:30:00Z").winner("Ben").party(BLUE).said(),
        word(BETA, 2, Status.RUSH, "2021-05-06T23:40:00Z").party(RED).said());
  }

  private static Word word(SeatId seat, int revision, Status status, String at) {
    return new Word(seat, revision, status, Instant.parse(at));
  }

  /** What is said of a seat; all that is not told is not known. */
  private static final class Word {
    private final SeatId seat;
    private final int revision;
    private final Status status;
    private final Instant at;
    private Optional<String> reason = Optional.empty();
    private Optional<String> winner = Optional.empty();
    private Optional<PartyCode> party = Optional.empty();
    private List<CandidateVotes> votes = List.of();
    private OptionalInt invalidVotes = OptionalInt.empty();
    private OptionalInt verifiedBallots = OptionalInt.empty();

    Word(SeatId seat, int revision, Status status, Instant at) {
      this.seat = seat;
      this.revision = revision;
      this.status = status;
      this.at = at;
    }

    Word reason(String text) {
      reason = Optional.of(text);
      return this;
    }

    Word winner(String candidate) {
      winner = Optional.of(candidate);
      return this;
    }

    Word party(PartyCode code) {
      party = Optional.of(code);
      return this;
    }

    Word votes(CandidateVotes... rows) {
      votes = List.of(rows);
      return this;
    }

    Word invalidVotes(int papers) {
      invalidVotes = OptionalInt.of(papers);
      return this;
    }

    Word verifiedBallots(int papers) {
      verifiedBallots = OptionalInt.of(papers);
      return this;
    }

    Declaration said() {
      return new Declaration(
          ID,
          seat,
          revision,
          status,
          at,
          "the count",
          reason,
          winner,
          party,
          votes,
          invalidVotes,
          verifiedBallots,
          Optional.empty());
    }
  }
}
