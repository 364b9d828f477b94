package electionnight.testing;

import electionnight.domain.AlertSwitch;
import electionnight.domain.Baseline;
import electionnight.domain.Basis;
import electionnight.domain.Candidate;
import electionnight.domain.CandidateVotes;
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
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.Sitting;
import electionnight.domain.Status;
import java.math.BigDecimal;
import java.time.Duration;
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

/** Invents a {@link GeneratedNight}. Whatever it says is sound in every order of arrival. */
final class NightGenerator {
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
  private static final int MOST_VOTES = 8_000;

  private final long seed;
  private final Random random;
  private final Contest contest;
  private final ElectionId id;
  private final boolean landslide;
  private final List<List<Integer>> figures = new ArrayList<>();

  NightGenerator(long seed, Contest contest) {
    this.seed = seed;
    this.contest = contest;
    this.random = new Random(seed);
    this.landslide = random.nextInt(3) == 0;
    this.id = new ElectionId("generated-" + Long.toUnsignedString(seed));
  }

  GeneratedNight night(int count) {
    List<Seat> firstKnown = new ArrayList<>();
    List<Seat> seats = new ArrayList<>();
    List<Declaration> words = new ArrayList<>();
    List<Hold> holds = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      List<Candidate> nominated = nominated();
      Seat seat = seat(number, nominated);
      Seat before = once(5) ? earlier(seat) : seat;
      seats.add(seat);
      firstKnown.add(before);
      words.addAll(
          life(before, seat, nominated, CLOSE.plusSeconds(60L * random.nextInt(1 + count))));
      if (once(12)) {
        holds.add(hold(seat.seat(), true));
        if (once(2)) {
          holds.add(hold(seat.seat(), false));
        }
      }
    }
    words.sort(
        Comparator.comparing(Declaration::declaredAt)
            .thenComparing(Declaration::seat)
            .thenComparing(Declaration::revision));
    return new GeneratedNight(
        seed,
        election(count),
        List.copyOf(firstKnown),
        List.copyOf(seats),
        List.copyOf(words),
        List.copyOf(holds),
        switches());
  }

  /** One time in so many. */
  private boolean once(int in) {
    return random.nextInt(in) == 0;
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
        PARTIES.stream().map(NightGenerator::party).toList(),
        recordBook(),
        Optional.of(SmallNight.RULES),
        "");
  }

  private static Party party(PartyCode code) {
    boolean person = code.equals(PartyCode.INDEPENDENT) || code.isSpeaker();
    String collective =
        code.isSpeaker() ? "the Speaker" : person ? "an independent" : "the " + code + " party";
    return new Party(code, code.value(), collective, person, "#808080");
  }

  private RecordBook recordBook() {
    LocalDate old = LocalDate.of(1935, 2, 6);
    return new RecordBook(
        List.of(
            scope(Measure.MAJORITY_OVERTURNED, Optional.empty(), "9000"),
            scope(Measure.MAJORITY_OVERTURNED, Optional.of(LocalDate.of(1945, 7, 26)), "4000"),
            scope(Measure.SWING, Optional.empty(), "20")),
        List.of(
            entry(Measure.MAJORITY_OVERTURNED, "Oldest", old, "14000"),
            entry(Measure.MAJORITY_OVERTURNED, "Old", old, "12000"),
            entry(Measure.MAJORITY_OVERTURNED, "New", LocalDate.of(2021, 6, 17), "9000"),
            entry(Measure.MAJORITY_OVERTURNED, "Newer", LocalDate.of(2022, 6, 23), "5000"),
            entry(Measure.SWING, "Swung", LocalDate.of(1983, 2, 24), "44.2"),
            entry(Measure.SWING, "Swayed", LocalDate.of(1994, 12, 15), "29.2")));
  }

  private RecordScope scope(Measure measure, Optional<LocalDate> since, String from) {
    return new RecordScope(contest, measure, since, new BigDecimal(from), "a book", DAY);
  }

  private RecordEntry entry(Measure measure, String name, LocalDate day, String value) {
    return new RecordEntry(contest, measure, name, day, new BigDecimal(value), "a book", DAY);
  }

  private Seat seat(int number, List<Candidate> nominated) {
    Optional<Baseline> baseline = once(8) ? Optional.empty() : Optional.of(baseline());
    return new Seat(
        id,
        new SeatId("S%03d".formatted(number)),
        "Seat " + number,
        "Region " + number % 7,
        number % 7 == 0 ? "Scotland" : "England",
        once(8) ? 0 : 60_000 + random.nextInt(30_000),
        Optional.empty(),
        once(5) ? List.of() : nominated,
        baseline,
        once(3) ? Optional.empty() : Optional.of(sitting(baseline)),
        once(3) ? OptionalInt.empty() : OptionalInt.of(1900 + random.nextInt(124)));
  }

  /** What was known before: less, or something else. */
  private Seat earlier(Seat seat) {
    Optional<Baseline> otherBaseline =
        switch (random.nextInt(4)) {
          case 0 -> Optional.empty();
          case 1 -> seat.baseline();
          case 2 -> seat.baseline().map(this::withAnotherCandidate);
          default -> Optional.of(baseline());
        };
    return new Seat(
        id,
        seat.seat(),
        seat.name(),
        seat.region(),
        seat.nation(),
        once(2) ? 0 : seat.electorate(),
        seat.hex(),
        once(2) ? List.of() : seat.candidates(),
        otherBaseline,
        once(2) ? Optional.empty() : Optional.of(sitting(otherBaseline)),
        once(2) ? OptionalInt.empty() : OptionalInt.of(1900 + random.nextInt(124)));
  }

  private Baseline baseline() {
    List<PartyVotes> votes = new ArrayList<>();
    int rows = once(25) ? 1 : 2 + random.nextInt(5);
    for (int i = 0; i < rows; i++) {
      votes.add(new PartyVotes(anyParty(), random.nextInt(i == 0 ? 20_000 : 8_000)));
    }
    return new Baseline(Basis.NOTIONAL, votes);
  }

  /** Of whom the result takes shares, and nobody the seat. */
  private Baseline withAnotherCandidate(Baseline baseline) {
    List<PartyVotes> votes = new ArrayList<>(baseline.votes());
    int fewest = votes.get(votes.size() - 1).votes();
    votes.add(new PartyVotes(anyParty(), random.nextInt(1 + fewest)));
    return new Baseline(baseline.basis(), votes);
  }

  private Sitting sitting(Optional<Baseline> baseline) {
    return baseline.isPresent() && !once(4)
        ? new Sitting(baseline.get().winner(), "", "")
        : new Sitting(anyParty(), "won a by-election", "a book");
  }

  private List<Candidate> nominated() {
    int count = once(25) ? 1 : 2 + random.nextInt(6);
    List<Candidate> nominated = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      nominated.add(new Candidate("Candidate " + i, anyParty()));
    }
    return nominated;
  }

  private PartyCode anyParty() {
    return PARTIES.get(Math.min(random.nextInt(PARTIES.size()), random.nextInt(PARTIES.size())));
  }

  /** All that is said of a seat, in rising revisions; now and then nothing. */
  private List<Declaration> life(Seat before, Seat seat, List<Candidate> nominated, Instant at) {
    List<Declaration> life = new ArrayList<>();
    Instant declaredAt =
        once(40) ? CLOSE.minusSeconds(3600) : once(40) ? CLOSE.plus(Duration.ofDays(8)) : at;
    Declaration declared = counted(seat, 1, Status.DECLARED, nominated, declaredAt);
    if (once(3)) {
      life.add(rush(before, seat, declared, nominated, at.minusSeconds(600)));
    }
    if (once(8)) {
      life.add(word(seat, life.size() + 1, Status.RECOUNT, at.minusSeconds(300)));
    }
    if (once(15)) {
      return life;
    }
    life.add(revised(declared, life.size() + 1, Optional.empty()));
    while (once(3)) {
      int revision = life.size() + 1;
      Instant told = once(6) ? at.plusSeconds(60L * random.nextInt(30)) : at;
      switch (random.nextInt(6)) {
        case 0 -> life.add(word(seat, revision, Status.WITHDRAWN, told));
        case 1 -> life.add(word(seat, revision, Status.RECOUNT, told));
        case 2 -> life.add(revised(declared, revision, Optional.of("Read out again")));
        case 3 -> life.add(counted(seat, revision, Status.DECLARED, nominated, told));
        default -> life.add(counted(seat, revision, Status.CORRECTED, nominated, told));
      }
    }
    return life;
  }

  /** Names whom it means by no more than is needed, whatever is known of the ballot by then. */
  private Declaration rush(
      Seat before, Seat seat, Declaration declared, List<Candidate> nominated, Instant at) {
    Candidate winner = once(6) ? nominated.get(0) : leading(declared);
    boolean ballotKnown = !before.candidates().isEmpty() && !seat.candidates().isEmpty();
    boolean onlyOfTheParty =
        nominated.stream().filter(other -> other.party().equals(winner.party())).count() == 1;
    boolean byName = ballotKnown && once(2) || !onlyOfTheParty;
    return declaration(
        seat.seat(),
        1,
        Status.RUSH,
        at,
        Optional.empty(),
        byName ? Optional.of(winner.candidate()) : Optional.empty(),
        byName && ballotKnown ? Optional.empty() : Optional.of(winner.party()),
        List.of(),
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  private static Candidate leading(Declaration declared) {
    return declared.votes().stream()
        .max(
            Comparator.comparingInt(CandidateVotes::votes)
                .thenComparing(
                    row -> declared.winner().filter(row.candidate()::equals).isPresent()))
        .map(row -> new Candidate(row.candidate(), row.party()))
        .orElseThrow();
  }

  private Declaration word(Seat seat, int revision, Status status, Instant at) {
    return declaration(
        seat.seat(),
        revision,
        status,
        at,
        Optional.of("Bundles were mixed up, time " + revision),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  /** The same figures once more, under another revision. */
  private Declaration revised(Declaration word, int revision, Optional<String> reason) {
    return declaration(
        word.seat(),
        revision,
        reason.isPresent() ? Status.CORRECTED : Status.DECLARED,
        word.declaredAt(),
        reason,
        word.winner(),
        word.party(),
        word.votes(),
        word.invalidVotes(),
        word.verifiedBallots());
  }

  private Declaration counted(
      Seat seat, int revision, Status status, List<Candidate> nominated, Instant at) {
    List<Integer> counted = figures(nominated.size());
    boolean tie = counted.size() > 1 && counted.get(0).equals(counted.get(1));
    List<Candidate> order = new ArrayList<>(nominated);
    Collections.shuffle(order, random);
    // Else no party ever reached the majority line.
    if (landslide && !once(4)) {
      order.sort(Comparator.comparing(candidate -> !candidate.party().equals(PARTIES.get(0))));
    }
    List<CandidateVotes> votes = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      votes.add(new CandidateVotes(order.get(i).candidate(), order.get(i).party(), counted.get(i)));
    }
    Candidate winner = order.get(tie && once(2) ? 1 : 0);
    Collections.shuffle(votes, random);
    int valid = counted.stream().mapToInt(Integer::intValue).sum();
    OptionalInt invalid =
        random.nextBoolean() ? OptionalInt.of(random.nextInt(300)) : OptionalInt.empty();
    return declaration(
        seat.seat(),
        revision,
        status,
        at,
        status == Status.CORRECTED
            ? Optional.of("Papers were found, time " + revision)
            : Optional.empty(),
        tie || once(4) ? Optional.of(winner.candidate()) : Optional.empty(),
        once(6) ? Optional.of(winner.party()) : Optional.empty(),
        votes,
        invalid,
        once(3)
            ? OptionalInt.of(valid + invalid.orElse(0) + (once(5) ? 1_000 : 0))
            : OptionalInt.empty());
  }

  /** Votes, the most first: now and then a tie, or the first and second of another seat. */
  private List<Integer> figures(int candidates) {
    List<Integer> votes = new ArrayList<>();
    for (int i = 0; i < candidates; i++) {
      votes.add(once(60) ? 1 + random.nextInt(9) : 10 + random.nextInt(MOST_VOTES));
    }
    votes.sort(Comparator.reverseOrder());
    if (candidates > 1 && once(10)) {
      votes.set(0, votes.get(1));
    } else if (candidates > 1 && !figures.isEmpty() && once(12)) {
      List<Integer> others = figures.get(random.nextInt(figures.size()));
      votes.replaceAll(vote -> Math.min(vote, others.get(1) - 1));
      votes.replaceAll(vote -> Math.max(vote, 0));
      votes.set(0, others.get(0));
      votes.set(1, others.get(1));
    } else if (candidates > 1 && once(12)) {
      votes.set(0, votes.get(1) + 1 + random.nextInt(99));
    } else if (candidates > 1 && votes.get(0).equals(votes.get(1))) {
      votes.set(0, votes.get(0) + 1);
    }
    if (candidates > 1) {
      figures.add(List.of(votes.get(0), votes.get(1)));
    }
    return votes;
  }

  private Declaration declaration(
      SeatId seat,
      int revision,
      Status status,
      Instant at,
      Optional<String> reason,
      Optional<String> winner,
      Optional<PartyCode> party,
      List<CandidateVotes> votes,
      OptionalInt invalid,
      OptionalInt verified) {
    return new Declaration(
        id,
        seat,
        revision,
        status,
        at,
        "a rehearsal",
        reason,
        winner,
        party,
        votes,
        invalid,
        verified,
        once(2) ? Optional.of(true) : Optional.empty());
  }

  private Hold hold(SeatId seat, boolean held) {
    return new Hold(id, seat, held, "the night editor", held ? "A call" : "Called back", CLOSE);
  }

  private List<AlertSwitch> switches() {
    List<AlertSwitch> switches = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      Instant at = CLOSE.plusSeconds(3600L * (i + 1));
      switches.add(new AlertSwitch(id, true, "the night editor", "A test slipped out", at));
      switches.add(new AlertSwitch(id, false, "the night editor", "Checked", at.plusSeconds(600)));
    }
    return switches;
  }
}
