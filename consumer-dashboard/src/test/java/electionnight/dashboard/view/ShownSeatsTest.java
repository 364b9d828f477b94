package electionnight.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import electionnight.dashboard.testing.Folding;
import electionnight.domain.Contest;
import electionnight.domain.Input;
import electionnight.domain.RecordBook;
import electionnight.domain.Rules;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.SeatState;
import electionnight.testing.Amended;
import electionnight.testing.FoldedNight;
import electionnight.testing.GeneratedNight;
import electionnight.testing.SmallNight;
import electionnight.wire.MessageType;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of all that was published of a seat, the dashboard shows what the fold goes by. */
class ShownSeatsTest {
  private static final Instant AT = Instant.parse("2024-07-04T21:00:00Z");
  private static final SeatId A = new SeatId("A");

  private final FoldedNight folded = new FoldedNight();
  private final NightFold fold = Folding.fold();
  private final Seat seat = SmallNight.seat("A", "Con 9000, Lab 4000");
  private int inputsRead;
  private int updatesRead;

  @BeforeEach
  void givenANightWithASeat() {
    hear(SmallNight.election(Contest.GENERAL_ELECTION, 3));
    hear(seat);
  }

  @Test
  void anAmendmentThatTheFoldRejectedIsNotShown() {
    hear(SmallNight.declaration("A", 1, "Con 5000, Lab 4000"));
    NightView before = fold.view().orElseThrow();

    hear(amended("Somewhere else", 700));

    assertThat(folded.rejected()).as("rejected by the fold").hasSize(1);
    assertThat(shown()).as("what is shown of A").isEqualTo(seat);
    assertThat(fold.view().orElseThrow().version())
        .as("version of the documents")
        .isEqualTo(before.version());
  }

  @Test
  void howeverOftenItIsRejectedItIsNotShown() {
    hear(SmallNight.declaration("A", 1, "Con 5000, Lab 4000"));

    for (int electorate = 1; electorate <= 100; electorate++) {
      hear(amended("Somewhere else", electorate));
    }

    assertThat(shown()).as("what is shown of A").isEqualTo(seat);
  }

  @Test
  void anAmendmentOfADeclaredSeatIsShownWhenTheFoldHasUsedIt() {
    hear(SmallNight.declaration("A", 1, "Con 5000, Lab 4000"));
    Seat renamed = amended("Its proper name", 70_001);

    folded.apply(renamed);
    readInputs();
    Seat meanwhile = shown();
    long version = fold.view().orElseThrow().referenceVersion();
    readUpdates();

    assertThat(meanwhile).as("shown while the fold has not spoken").isEqualTo(seat);
    assertThat(shown()).as("shown after its update").isEqualTo(renamed);
    assertThat(fold.view().orElseThrow().referenceVersion())
        .as("version of what is known before the count")
        .isGreaterThan(version);
  }

  @Test
  void anAmendmentBeforeAnythingWasSaidIsShownAtOnceAndKeptAfterwards() {
    Seat renamed = amended("Its proper name", 70_001);

    hear(renamed);
    Seat before = shown();
    hear(SmallNight.declaration("A", 1, "Con 5000, Lab 4000"));

    assertThat(before).as("shown before anything was said").isEqualTo(renamed);
    assertThat(shown()).as("shown after the declaration").isEqualTo(renamed);
  }

  @Test
  void whatCannotBeTrueOfASeatIsNotShownBeforeAnythingWasSaidEither() {
    hear(heldBy("Nobody", seat));
    hear(heldBy("Nobody", SmallNight.seat("B", "Con 9000, Lab 4000")));

    assertThat(folded.rejected()).as("rejected by the fold").hasSize(2);
    assertThat(fold.view().orElseThrow().seats())
        .as("the seats that are shown")
        .isEqualTo(Map.of(A, seat));
  }

  @Test
  void anAmendmentOfASeatThatWasHeldAndReleasedBeforeItsFirstWordIsShown() {
    Seat renamed = amended("Its proper name", 70_001);
    hear(SmallNight.hold("A", "To be sure"));
    hear(SmallNight.release("A", "It is sure"));

    hear(renamed);

    assertThat(folded.updates()).as("updates: none of the amendment").hasSize(2);
    assertThat(shown()).as("what is shown of A").isEqualTo(renamed);
  }

  /** Its own first word named its record, and another seat's correction changes nothing of that. */
  @Test
  void anotherSeatsChangeThatClearsASeatLeavesItAsItWas() {
    Seat other = SmallNight.seat("B", "Con 9000, Lab 4000");
    hear(SmallNight.election(Contest.GENERAL_ELECTION, 3, RecordBook.EMPTY, Rules.STANDARD));
    hear(other);
    hear(SmallNight.declaration("B", 1, "Con 5123, Lab 4321"));
    hear(SmallNight.declaration("A", 2, "Con 5123, Lab 4321"));
    hear(amended("Somewhere else", 700));

    hear(SmallNight.correction("B", 3, 2, "A digit was swapped", "Con 5132, Lab 4321"));

    assertThat(folded.updates().get(folded.updates().size() - 1).seats())
        .as("seats of the last update")
        .hasSize(2);
    assertThat(shown()).as("what is shown of A").isEqualTo(seat);
  }

  static LongStream seeds() {
    return LongStream.range(0, 30);
  }

  /** The two topics are read in any order of each other, and the seats twice. */
  @ParameterizedTest
  @MethodSource("seeds")
  void inTheEndEachSeatIsShownAsTheFoldHasIt(long seed) {
    FoldedNight whole = rejectingNight(seed);
    NightFold reader = Folding.fold();
    for (Runnable record : mixed(seed, inputs(reader, whole), updates(reader, whole))) {
      record.run();
    }

    assertThat(reader.view().orElseThrow().seats())
        .as("seats shown, seed %d", seed)
        .isEqualTo(known(whole));
    inputs(reader, whole).forEach(Runnable::run);
    assertThat(reader.view().orElseThrow().seats())
        .as("seats shown once they were read again, seed %d", seed)
        .isEqualTo(known(whole));
  }

  private static Map<SeatId, Seat> known(FoldedNight night) {
    Map<SeatId, Seat> known = new TreeMap<>();
    for (SeatState state : night.seats().values()) {
      known.put(state.seat().seat(), state.seat());
    }
    return known;
  }

  /** Every seat is amended now and then, some beyond what was already declared. */
  private static FoldedNight rejectingNight(long seed) {
    GeneratedNight generated = GeneratedNight.of(seed).queried();
    Random random = new Random(seed);
    List<Seat> amendments = new ArrayList<>();
    for (Seat seat : generated.seats()) {
      for (int i = random.nextInt(4); i > 0; i--) {
        amendments.add(amended(seat, "Renamed " + i, random.nextBoolean() ? 1 : seat.electorate()));
      }
      if (random.nextInt(4) == 0) {
        amendments.add(heldBy("Nobody", seat));
      }
    }
    return FoldedNight.asFirstKnown(generated)
        .applyAll(
            GeneratedNight.shuffled(
                seed, generated.story(seed), GeneratedNight.inAnyOrder(amendments, seed)));
  }

  private static List<Runnable> inputs(NightFold reader, FoldedNight night) {
    List<Runnable> records = new ArrayList<>();
    night
        .log()
        .forEach((record, input) -> records.add(() -> Folding.put(reader, record, input, AT)));
    return records;
  }

  private static List<Runnable> updates(NightFold reader, FoldedNight night) {
    List<Runnable> records = new ArrayList<>();
    night.updates().forEach(update -> records.add(() -> Folding.apply(reader, update, AT)));
    return records;
  }

  private static List<Runnable> mixed(long seed, List<Runnable> one, List<Runnable> other) {
    List<Deque<Runnable>> topics = List.of(new ArrayDeque<>(one), new ArrayDeque<>(other));
    List<Integer> turns = new ArrayList<>(Collections.nCopies(one.size(), 0));
    turns.addAll(Collections.nCopies(other.size(), 1));
    Collections.shuffle(turns, new Random(seed));
    return turns.stream().map(turn -> topics.get(turn).remove()).toList();
  }

  /** The fold hears it, and the dashboard reads what comes of it. */
  private void hear(Input input) {
    folded.apply(input);
    readInputs();
    readUpdates();
  }

  private void readInputs() {
    List<Runnable> records = inputs(fold, folded);
    records.subList(inputsRead, records.size()).forEach(Runnable::run);
    inputsRead = records.size();
  }

  private void readUpdates() {
    List<Runnable> records = updates(fold, folded);
    records.subList(updatesRead, records.size()).forEach(Runnable::run);
    updatesRead = records.size();
  }

  private Seat shown() {
    return fold.view().orElseThrow().seats().get(A);
  }

  private Seat amended(String name, int electorate) {
    return amended(seat, name, electorate);
  }

  private static Seat amended(Seat seat, String name, int electorate) {
    return Amended.of(
        MessageType.SEAT, seat, tree -> tree.put("name", name).put("electorate", electorate));
  }

  private static Seat heldBy(String party, Seat seat) {
    return Amended.of(
        MessageType.SEAT,
        seat,
        tree -> {
          ObjectNode baseline = tree.putObject("baseline").put("basis", "LAST_GENERAL");
          baseline.putArray("votes").addObject().put("party", party).put("votes", 9_000);
        });
  }
}
