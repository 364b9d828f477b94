package electionnight.testing;

import electionnight.domain.Baseline;
import electionnight.domain.Basis;
import electionnight.domain.Candidate;
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
import electionnight.domain.RecordEntry;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * A night invented from a seed, with all that is rare in a real one: seats without a baseline or an
 * electorate, the Speaker, several independents in one seat, unopposed winners, ties decided by
 * lot, seats declared in the same minute, and corrections that change who won.
 *
 * @param seed the same seed gives the same night
 * @param election the night
 * @param seats its seats
 * @param declarations the first word on each seat, in order of the times of declaration
 * @param corrections higher revisions of some of them, those of a seat in rising order
 */
public record GeneratedNight(
    long seed,
    Election election,
    List<Seat> seats,
    List<Declaration> declarations,
    List<Declaration> corrections) {

  private static final List<PartyCode> PARTIES =
      List.of(
          new PartyCode("Lab"),
          new PartyCode("Con"),
          new PartyCode("LD"),
          new PartyCode("SNP"),
          new PartyCode("Green"),
          PartyCode.INDEPENDENT,
          PartyCode.SPEAKER);
  private static final LocalDate DAY = LocalDate.of(2024, 7, 4);
  private static final Instant CLOSE = Instant.parse("2024-07-04T21:00:00Z");

  /** A general election or by-elections of 1 to 60 seats. */
  public static GeneratedNight of(long seed) {
    Random random = new Random(seed);
    Contest contest = random.nextInt(4) == 0 ? Contest.BY_ELECTION : Contest.GENERAL_ELECTION;
    return of(seed, contest, 1 + random.nextInt(60));
  }

  /**
   * A night of a given size.
   *
   * @param seats 1 to 650
   */
  public static GeneratedNight of(long seed, Contest contest, int seats) {
    return new Generator(seed, contest).night(seats);
  }

  /** Every declaration of the night, corrections included. */
  public List<Declaration> words() {
    List<Declaration> words = new ArrayList<>(declarations);
    words.addAll(corrections);
    return words;
  }

  @Override
  public String toString() {
    return election.contest().noun() + " of " + seats.size() + " seats from seed " + seed;
  }

  private static final class Generator {
    private final long seed;
    private final Random random;
    private final Contest contest;
    private final ElectionId id;

    Generator(long seed, Contest contest) {
      this.seed = seed;
      this.contest = contest;
      this.random = new Random(seed);
      this.id = new ElectionId("generated-" + Long.toUnsignedString(seed));
    }

    GeneratedNight night(int count) {
      List<Seat> seats = new ArrayList<>();
      List<Declaration> declarations = new ArrayList<>();
      List<Declaration> corrections = new ArrayList<>();
      for (int i = 1; i <= count; i++) {
        List<Candidate> nominated = nominated();
        Instant at = CLOSE.plusSeconds(60L * random.nextInt(1 + count));
        SeatId code = new SeatId("S%03d".formatted(i));
        Declaration first = declaration(code, 1, nominated, at);
        seats.add(seat(code, i, nominated));
        declarations.add(first);
        for (int revision = 2; revision <= 3 && random.nextInt(3) == 0; revision++) {
          corrections.add(declaration(code, revision, nominated, at));
        }
      }
      declarations.sort(
          Comparator.comparing(Declaration::declaredAt).thenComparing(Declaration::seat));
      return new GeneratedNight(
          seed,
          election(count),
          List.copyOf(seats),
          List.copyOf(declarations),
          List.copyOf(corrections));
    }

    private Election election(int count) {
      return new Election(
          id,
          "Rehearsal " + seed,
          contest,
          DAY,
          ZoneId.of("Europe/London"),
          Basis.NOTIONAL,
          "the last general election",
          Optional.of(CLOSE),
          count,
          Mode.TEST,
          PARTIES.stream().map(Generator::party).toList(),
          SmallNight.book(List.of(entry("Old", 9_000), entry("Older", 5_000))),
          Optional.of(SmallNight.RULES),
          "");
    }

    private RecordEntry entry(String name, int votes) {
      return new RecordEntry(
          contest,
          Measure.MAJORITY_OVERTURNED,
          name,
          DAY,
          BigDecimal.valueOf(votes),
          "a book",
          DAY);
    }

    private static Party party(PartyCode code) {
      boolean person = code.equals(PartyCode.INDEPENDENT) || code.isSpeaker();
      String collective =
          code.isSpeaker() ? "the Speaker" : person ? "an independent" : "the " + code + " party";
      return new Party(code, code.value(), collective, person, "#808080");
    }

    private Seat seat(SeatId code, int number, List<Candidate> nominated) {
      boolean ballotKnown = random.nextInt(5) > 0;
      return new Seat(
          id,
          code,
          "Seat " + number,
          "Region " + number % 7,
          "",
          random.nextInt(8) == 0 ? 0 : 60_000 + random.nextInt(30_000),
          Optional.empty(),
          ballotKnown ? nominated : List.of(),
          random.nextInt(8) == 0 ? Optional.empty() : Optional.of(baseline()),
          Optional.empty(),
          OptionalInt.empty());
    }

    private Baseline baseline() {
      List<PartyVotes> votes = new ArrayList<>();
      int rows = random.nextInt(25) == 0 ? 1 : 2 + random.nextInt(5);
      for (int i = 0; i < rows; i++) {
        votes.add(new PartyVotes(anyParty(), random.nextInt(i == 0 ? 20_000 : 8_000)));
      }
      return new Baseline(Basis.NOTIONAL, votes);
    }

    private List<Candidate> nominated() {
      int count = random.nextInt(25) == 0 ? 1 : 2 + random.nextInt(6);
      List<Candidate> nominated = new ArrayList<>();
      for (int i = 1; i <= count; i++) {
        nominated.add(new Candidate("Candidate " + i, anyParty()));
      }
      return nominated;
    }

    // Uneven, so that one party often reaches the majority line.
    private PartyCode anyParty() {
      return PARTIES.get(Math.min(random.nextInt(PARTIES.size()), random.nextInt(PARTIES.size())));
    }

    private Declaration declaration(
        SeatId code, int revision, List<Candidate> nominated, Instant at) {
      List<CandidateVotes> votes = new ArrayList<>();
      for (Candidate candidate : nominated) {
        votes.add(
            new CandidateVotes(
                candidate.candidate(), candidate.party(), 1 + random.nextInt(8_000)));
      }
      Optional<String> winner = Optional.empty();
      if (votes.size() > 1 && random.nextInt(10) == 0) {
        CandidateVotes first = votes.get(0);
        CandidateVotes last = votes.get(votes.size() - 1);
        votes.set(0, new CandidateVotes(first.candidate(), first.party(), 8_500));
        votes.set(votes.size() - 1, new CandidateVotes(last.candidate(), last.party(), 8_500));
        winner = Optional.of(random.nextBoolean() ? first.candidate() : last.candidate());
      } else if (votes.stream().mapToInt(CandidateVotes::votes).distinct().count() < votes.size()) {
        CandidateVotes first = votes.get(0);
        votes.set(0, new CandidateVotes(first.candidate(), first.party(), 8_600));
      }
      Collections.shuffle(votes, random);
      return new Declaration(
          id,
          code,
          revision,
          revision == 1 ? Status.DECLARED : Status.CORRECTED,
          at,
          "a rehearsal",
          revision == 1 ? Optional.empty() : Optional.of("Papers were found, time " + revision),
          winner,
          Optional.empty(),
          votes,
          random.nextBoolean() ? OptionalInt.of(random.nextInt(300)) : OptionalInt.empty(),
          OptionalInt.empty(),
          Optional.empty());
    }
  }
}
