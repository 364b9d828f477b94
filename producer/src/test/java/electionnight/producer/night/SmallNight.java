package electionnight.producer.night;

import electionnight.domain.Baseline;
import electionnight.domain.Basis;
import electionnight.domain.Candidate;
import electionnight.domain.CandidateVotes;
import electionnight.domain.Contest;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.domain.Hex;
import electionnight.domain.Mode;
import electionnight.domain.Party;
import electionnight.domain.PartyCode;
import electionnight.domain.PartyVotes;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
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
    return new RecordedNight(election(), List.of(alpha(), beta()), declarations());
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
        2,
        Mode.REPLAY,
        List.of(
            new Party(RED, "Red", "the Reds", false, "#FF0000"),
            new Party(BLUE, "Blue, \"true\"", "a blue", true, "#0000FF")),
        List.of(),
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
                    new PartyVotes(BLUE, 30), new PartyVotes(RED, 20), new PartyVotes(RED, 7)))));
  }

  private static Seat beta() {
    return new Seat(ID, BETA, "Béta", "", "", 0, Optional.empty(), List.of(), Optional.empty());
  }

  private static List<Declaration> declarations() {
    return List.of(
        new Declaration(
            ID,
            BETA,
            1,
            Status.DECLARED,
            Instant.parse("2021-05-06T22:59:00Z"),
            "the count",
            Optional.empty(),
            Optional.empty(),
            List.of(new CandidateVotes("Cid", BLUE, 5)),
            OptionalInt.empty()),
        new Declaration(
            ID,
            ALPHA,
            1,
            Status.DECLARED,
            Instant.parse("2021-05-06T23:00:00Z"),
            "the count",
            Optional.empty(),
            Optional.of("Ann"),
            List.of(new CandidateVotes("Ann", RED, 41), new CandidateVotes("Ben", BLUE, 14)),
            OptionalInt.of(0)),
        new Declaration(
            ID,
            ALPHA,
            2,
            Status.CORRECTED,
            Instant.parse("2021-05-06T23:00:00Z"),
            "the count",
            Optional.of("a digit was swapped"),
            Optional.of("Ann"),
            List.of(new CandidateVotes("Ann", RED, 14), new CandidateVotes("Ben", BLUE, 14)),
            OptionalInt.of(3)));
  }
}
