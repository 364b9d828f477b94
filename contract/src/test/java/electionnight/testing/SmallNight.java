package electionnight.testing;

import electionnight.domain.AlertSwitch;
import electionnight.domain.Baseline;
import electionnight.domain.Basis;
import electionnight.domain.Candidate;
import electionnight.domain.CandidateVotes;
import electionnight.domain.Confirmation;
import electionnight.domain.Contest;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.domain.Hold;
import electionnight.domain.Measure;
import electionnight.domain.Mode;
import electionnight.domain.Party;
import electionnight.domain.PartyCode;
import electionnight.domain.PartyVotes;
import electionnight.domain.RecordBook;
import electionnight.domain.RecordEntry;
import electionnight.domain.RecordScope;
import electionnight.domain.Rules;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.Sitting;
import electionnight.domain.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Inputs of a night written out by hand, short enough to be checked by eye. Votes read {@code "Lab
 * 100, Con 50"}; a candidate bears the name of the party, from the second of a party on with a
 * number.
 */
public final class SmallNight {
  /** The id of the night. */
  public static final ElectionId ID = new ElectionId("small-night");

  /** The standard rules, but that nothing is queried. */
  public static final Rules RULES =
      new Rules(
          Rules.STANDARD.alerts(),
          Rules.STANDARD.narrowestMajorityUnder(),
          Rules.STANDARD.largestSwingFrom(),
          Rules.STANDARD.firstSinceYears(),
          Optional.empty());

  private static final Instant TEN = Instant.parse("2024-07-04T21:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2024, 7, 4);

  private SmallNight() {}

  /** A night with the parties Lab, Con, LD, SNP, Ind and Spk, and an empty record book. */
  public static Election election(Contest contest, int seats) {
    return election(contest, seats, List.of());
  }

  /** The same with a record book of all entries from the smallest of them up. */
  public static Election election(Contest contest, int seats, List<RecordEntry> recordBook) {
    return election(contest, seats, book(recordBook), RULES);
  }

  /** The same with a record book and rules. */
  public static Election election(Contest contest, int seats, RecordBook book, Rules rules) {
    return new Election(
        ID,
        "A small night",
        contest,
        DAY,
        ZoneId.of("Europe/London"),
        Basis.LAST_GENERAL,
        "the general election before",
        Optional.of(TEN),
        seats,
        Mode.TEST,
        List.of(
            party("Lab", "Labour", false),
            party("Con", "the Conservatives", false),
            party("LD", "the Liberal Democrats", false),
            party("SNP", "the SNP", false),
            party("Ind", "an independent", true),
            party("Spk", "the Speaker", true)),
        book,
        Optional.of(rules),
        "");
  }

  /** A book that has every figure from its smallest up, and of nothing else. */
  public static RecordBook book(List<RecordEntry> entries) {
    return new RecordBook(
        entries.stream()
            .min(Comparator.comparing(RecordEntry::value))
            .map(
                least ->
                    new RecordScope(
                        least.contest(),
                        least.measure(),
                        Optional.empty(),
                        least.value(),
                        least.source(),
                        least.asOf()))
            .stream()
            .toList(),
        entries);
  }

  private static Party party(String code, String collective, boolean person) {
    return new Party(new PartyCode(code), code, collective, person, "#808080");
  }

  /** A majority overturned, as the record book has it. */
  public static RecordEntry overturned(Contest contest, String name, int votes) {
    return new RecordEntry(
        contest, Measure.MAJORITY_OVERTURNED, name, DAY, BigDecimal.valueOf(votes), "a test", DAY);
  }

  /** A seat with an electorate of 70,000, whose ballot is not known. */
  public static Seat seat(String code, String baseline) {
    return seat(code, Optional.of(new Baseline(Basis.LAST_GENERAL, partyVotes(baseline))));
  }

  /** The same without a baseline. */
  public static Seat seatWithoutBaseline(String code) {
    return seat(code, Optional.empty());
  }

  /** The same seat with the party of the member before. */
  public static Seat sitting(Seat seat, Sitting sitting) {
    return with(seat, seat.candidates(), Optional.of(sitting), seat.heldSince());
  }

  /** The same seat with the year since when it has been held. */
  public static Seat heldSince(Seat seat, int year) {
    return with(seat, seat.candidates(), seat.sitting(), OptionalInt.of(year));
  }

  /** The same seat with its ballot; votes are not looked at. */
  public static Seat nominated(Seat seat, String ballot) {
    List<Candidate> candidates =
        candidateVotes(ballot).stream()
            .map(row -> new Candidate(row.candidate(), row.party()))
            .toList();
    return with(seat, candidates, seat.sitting(), seat.heldSince());
  }

  private static Seat with(
      Seat seat, List<Candidate> candidates, Optional<Sitting> sitting, OptionalInt heldSince) {
    return new Seat(
        seat.election(),
        seat.seat(),
        seat.name(),
        seat.region(),
        seat.nation(),
        seat.electorate(),
        seat.hex(),
        candidates,
        seat.baseline(),
        sitting,
        heldSince);
  }

  private static Seat seat(String code, Optional<Baseline> baseline) {
    return new Seat(
        ID,
        new SeatId(code),
        "Seat " + code,
        "",
        "",
        70_000,
        Optional.empty(),
        List.of(),
        baseline,
        Optional.empty(),
        OptionalInt.empty());
  }

  private static List<PartyVotes> partyVotes(String votes) {
    return candidateVotes(votes).stream()
        .map(row -> new PartyVotes(row.party(), row.votes()))
        .toList();
  }

  /** Votes as a declaration has them. */
  public static List<CandidateVotes> candidateVotes(String votes) {
    List<CandidateVotes> rows = new ArrayList<>();
    for (String row : votes.split(", ")) {
      PartyCode party = new PartyCode(row.substring(0, row.lastIndexOf(' ')));
      long before = rows.stream().filter(other -> other.party().equals(party)).count();
      rows.add(
          new CandidateVotes(
              before == 0 ? party.value() : party + " " + (before + 1),
              party,
              Integer.parseInt(row.substring(row.lastIndexOf(' ') + 1))));
    }
    return rows;
  }

  /** The first word on a seat. */
  public static Declaration declaration(String seat, int minutesAfterTen, String votes) {
    return declaration(seat, minutesAfterTen, 1, Optional.empty(), Optional.empty(), votes);
  }

  /** The full word on a seat of which something was said before. */
  public static Declaration declaration(
      String seat, int minutesAfterTen, int revision, String votes) {
    return declaration(seat, minutesAfterTen, revision, Optional.empty(), Optional.empty(), votes);
  }

  /** The first word on a seat where the lot decided. */
  public static Declaration byLot(String seat, int minutesAfterTen, String winner, String votes) {
    return declaration(seat, minutesAfterTen, 1, Optional.empty(), Optional.of(winner), votes);
  }

  /** A later word on a seat. */
  public static Declaration correction(
      String seat, int minutesAfterTen, int revision, String reason, String votes) {
    return declaration(
        seat, minutesAfterTen, revision, Optional.of(reason), Optional.empty(), votes);
  }

  /** Who won a seat, by party. */
  public static Declaration rush(String seat, int minutesAfterTen, int revision, String party) {
    return word(
        seat,
        minutesAfterTen,
        revision,
        Status.RUSH,
        Optional.empty(),
        Optional.of(new PartyCode(party)));
  }

  /** That the votes of a seat are counted again. */
  public static Declaration recount(String seat, int minutesAfterTen, int revision, String reason) {
    return word(
        seat, minutesAfterTen, revision, Status.RECOUNT, Optional.of(reason), Optional.empty());
  }

  /** That a seat's result is taken back. */
  public static Declaration withdrawal(
      String seat, int minutesAfterTen, int revision, String reason) {
    return word(
        seat, minutesAfterTen, revision, Status.WITHDRAWN, Optional.of(reason), Optional.empty());
  }

  private static Declaration word(
      String seat,
      int minutesAfterTen,
      int revision,
      Status status,
      Optional<String> reason,
      Optional<PartyCode> party) {
    return new Declaration(
        ID,
        new SeatId(seat),
        revision,
        status,
        at(minutesAfterTen),
        "a test",
        reason,
        Optional.empty(),
        party,
        List.of(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }

  /** The same word from another source. */
  public static Declaration from(String source, Declaration word) {
    return new Declaration(
        word.election(),
        word.seat(),
        word.revision(),
        word.status(),
        word.declaredAt(),
        source,
        word.reason(),
        word.winner(),
        word.party(),
        word.votes(),
        word.invalidVotes(),
        word.verifiedBallots(),
        word.test());
  }

  /** That a person checked a revision. */
  public static Confirmation confirmation(String seat, int revision) {
    return new Confirmation(
        ID, new SeatId(seat), revision, "the night editor", Optional.of("Called back"), TEN);
  }

  /** A seat held. */
  public static Hold hold(String seat, String reason) {
    return new Hold(ID, new SeatId(seat), true, "the night editor", reason, TEN);
  }

  /** A seat released. */
  public static Hold release(String seat, String reason) {
    return new Hold(ID, new SeatId(seat), false, "the night editor", reason, TEN);
  }

  /** The alerts stopped. */
  public static AlertSwitch stop(int minutesAfterTen, String reason) {
    return new AlertSwitch(ID, true, "the night editor", reason, at(minutesAfterTen));
  }

  /** The alerts resumed. */
  public static AlertSwitch resume(int minutesAfterTen, String reason) {
    return new AlertSwitch(ID, false, "the night editor", reason, at(minutesAfterTen));
  }

  /** A time of the night. */
  public static Instant at(int minutesAfterTen) {
    return TEN.plusSeconds(60L * minutesAfterTen);
  }

  private static Declaration declaration(
      String seat,
      int minutesAfterTen,
      int revision,
      Optional<String> reason,
      Optional<String> winner,
      String votes) {
    return new Declaration(
        ID,
        new SeatId(seat),
        revision,
        reason.isPresent() ? Status.CORRECTED : Status.DECLARED,
        at(minutesAfterTen),
        "a test",
        reason,
        winner,
        Optional.empty(),
        candidateVotes(votes),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }
}
