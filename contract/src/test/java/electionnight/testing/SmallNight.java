package electionnight.testing;

import electionnight.domain.Baseline;
import electionnight.domain.Basis;
import electionnight.domain.CandidateVotes;
import electionnight.domain.Contest;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
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

  /** The same with a record book. */
  public static Election election(Contest contest, int seats, List<RecordEntry> recordBook) {
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
        book(recordBook),
        Optional.of(RULES),
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
        TEN.plusSeconds(60L * minutesAfterTen),
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
