package electionnight.domain;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Folded.Ignored.Why;
import electionnight.domain.Reason.Code;
import electionnight.testing.FoldedNight;
import electionnight.testing.GeneratedNight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every night, whatever is declared and in whatever order it arrives. */
class FoldLawsTest {

  static Stream<GeneratedNight> nights() {
    return Stream.concat(
        LongStream.range(0, 40).mapToObj(GeneratedNight::of),
        Stream.of(
            GeneratedNight.of(1, Contest.GENERAL_ELECTION, 1),
            GeneratedNight.of(2, Contest.BY_ELECTION, 1)));
  }

  static Stream<GeneratedNight> nightsAndAWholeElection() {
    return Stream.concat(
        nights(), Stream.of(GeneratedNight.of(650, Contest.GENERAL_ELECTION, 650)));
  }

  @ParameterizedTest
  @MethodSource("nightsAndAWholeElection")
  void anyOrderOfTheSameDeclarationsEachSentThreeTimesEndsTheSame(GeneratedNight generated) {
    FoldedNight inOrder = FoldedNight.of(generated).applyAll(generated.declarations());

    List<Declaration> thrice = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      thrice.addAll(generated.declarations());
    }
    FoldedNight shuffled = FoldedNight.of(generated).applyAll(shuffled(thrice, generated.seed()));

    assertThat(inOrder.rejected()).isEmpty();
    assertThat(shuffled.rejected()).isEmpty();
    assertThat(shuffled.scoreboard()).isEqualTo(inOrder.scoreboard());
    assertThat(statements(shuffled)).isEqualTo(statements(inOrder));
    assertThat(shuffled.ignored())
        .hasSize(2 * generated.seats().size())
        .allMatch(ignored -> ignored.why() == Why.DUPLICATE);
  }

  @ParameterizedTest
  @MethodSource("nights")
  void theHighestRevisionWinsWhateverTheOrderOfArrival(GeneratedNight generated) {
    Map<SeatId, Declaration> last = new TreeMap<>();
    generated
        .words()
        .forEach(
            word -> last.merge(word.seat(), word, (a, b) -> a.revision() > b.revision() ? a : b));
    FoldedNight lastOnly = FoldedNight.of(generated).applyAll(List.copyOf(last.values()));

    FoldedNight shuffled =
        FoldedNight.of(generated).applyAll(shuffled(generated.words(), generated.seed()));

    assertThat(shuffled.rejected()).isEmpty();
    assertThat(withoutRevision(shuffled.scoreboard()))
        .isEqualTo(withoutRevision(lastOnly.scoreboard()));
    assertThat(statements(shuffled)).isEqualTo(statements(lastOnly));
  }

  @ParameterizedTest
  @MethodSource("nightsAndAWholeElection")
  void atEveryRevisionTheFoldEqualsAPlainRecount(GeneratedNight generated) {
    FoldedNight night = FoldedNight.of(generated);

    for (Declaration word : shuffled(generated.words(), generated.seed())) {
      night.apply(word);

      Recount recount = new Recount(generated.election(), night.seats().values());
      assertThat(night.scoreboard())
          .as("scoreboard of %s at revision %d", generated, night.night().revision())
          .isEqualTo(recount.scoreboard(night.night().revision()));
      assertThat(night.standingAlerts())
          .as("standing alerts of %s at revision %d", generated, night.night().revision())
          .extracting(Alert::id)
          .containsExactlyInAnyOrderElementsOf(recount.alerts());
    }
    assertThat(night.night().totals().declared()).isEqualTo(generated.seats().size());
  }

  @ParameterizedTest
  @MethodSource("nights")
  void updatesAreContiguousAndWhoeverReadsThemHoldsTheNight(GeneratedNight generated) {
    FoldedNight night =
        FoldedNight.of(generated).applyAll(shuffled(generated.words(), generated.seed()));

    assertThat(night.updates())
        .extracting(Update::revision)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, night.night().revision()).boxed().toList());
    assertThat(night.updates())
        .allSatisfy(
            update -> assertThat(update.scoreboard().revision()).isEqualTo(update.revision()));
    List<Alert> remembered =
        Stream.concat(
                night.night().alerts().stream(),
                night.seats().values().stream().flatMap(seat -> seat.alerts().stream()))
            .sorted(Comparator.comparing(Alert::id))
            .toList();
    assertThat(remembered).isEqualTo(List.copyOf(night.alerts().values()));
    night.alerts().keySet().forEach(id -> assertRevisionsRise(night, id));
  }

  @ParameterizedTest
  @MethodSource("nights")
  void baselinesThatComeLateEndInTheSameFigures(GeneratedNight generated) {
    FoldedNight inTime = FoldedNight.of(generated).applyAll(generated.declarations());
    FoldedNight late = new FoldedNight();
    late.apply(generated.election());
    generated.seats().forEach(seat -> late.apply(withoutBaseline(seat)));
    late.applyAll(generated.declarations());
    assertThat(late.scoreboard().changed()).isZero();

    generated.seats().forEach(late::apply);

    assertThat(withoutRevision(late.scoreboard())).isEqualTo(withoutRevision(inTime.scoreboard()));
    assertThat(statements(late)).isEqualTo(statements(inTime));
  }

  @ParameterizedTest
  @MethodSource("nights")
  void whatWasSaidBeforeChangesNothing(GeneratedNight generated) {
    FoldedNight night = FoldedNight.of(generated).applyAll(generated.words());
    Night before = night.night();

    night.apply(generated.election());
    generated.seats().forEach(night::apply);
    night.applyAll(generated.words());

    assertThat(night.night()).isEqualTo(before);
    assertThat(night.rejected()).isEmpty();
    Map<SeatId, Integer> last = new TreeMap<>();
    generated.words().forEach(word -> last.merge(word.seat(), word.revision(), Math::max));
    assertThat(night.ignored())
        .extracting(Folded.Ignored::why)
        .filteredOn(why -> why == Why.SUPERSEDED)
        .hasSize(
            (int)
                generated.words().stream()
                    .filter(word -> word.revision() < last.get(word.seat()))
                    .count());
  }

  @ParameterizedTest
  @MethodSource("nights")
  void aRevisionCannotSayTwoThings(GeneratedNight generated) {
    FoldedNight night = FoldedNight.of(generated).applyAll(generated.declarations());
    Night before = night.night();
    Declaration said = generated.declarations().get(0);
    List<CandidateVotes> other =
        said.votes().stream()
            .map(row -> new CandidateVotes(row.candidate(), row.party(), row.votes() + 1))
            .toList();

    Folded folded = night.apply(withVotes(said, other));

    assertThat(folded)
        .isInstanceOfSatisfying(
            Folded.Rejected.class,
            rejected ->
                assertThat(rejected.reasons())
                    .extracting(Reason::code)
                    .containsExactly(Code.REVISION_CONFLICT));
    assertThat(night.night()).isEqualTo(before);
  }

  @ParameterizedTest
  @MethodSource("nights")
  void everyHeadlineHasTheFiguresOfItsFacts(GeneratedNight generated) {
    FoldedNight night =
        FoldedNight.of(generated).applyAll(shuffled(generated.words(), generated.seed()));

    for (Update update : night.updates()) {
      for (Alert alert : update.alerts()) {
        Alert.Facts facts = alert.facts();
        assertThat(alert.headline()).contains(alert.name());
        switch (alert.kind()) {
          case SEAT_GAIN -> {
            assertThat(facts.from()).isPresent();
            facts
                .majority()
                .ifPresent(
                    votes -> assertThat(alert.headline()).endsWith("majority " + grouped(votes)));
          }
          case BIGGEST_MAJORITY_OVERTURNED ->
              assertThat(alert.headline())
                  .contains("overturning " + grouped(facts.overturned().orElseThrow()) + ": ")
                  .endsWith(
                      facts.record().isPresent()
                          ? "biggest at a " + generated.election().contest().noun()
                          : "the biggest majority overturned so far tonight");
          case MAJORITY_REACHED ->
              assertThat(alert.headline())
                  .endsWith(
                      facts.seats().orElseThrow()
                          + " of "
                          + generated.election().seats()
                          + " seats");
          default -> {}
        }
      }
    }
  }

  private static void assertRevisionsRise(FoldedNight night, String id) {
    List<Alert> life =
        night.updates().stream()
            .flatMap(update -> update.alerts().stream())
            .filter(alert -> alert.id().equals(id))
            .toList();
    assertThat(life.get(0).state()).isEqualTo(Alert.State.ISSUED);
    for (int i = 0; i < life.size(); i++) {
      Alert alert = life.get(i);
      assertThat(alert.revision()).as("revision of %s", alert).isEqualTo(i + 1);
      assertThat(alert.reason().isPresent()).as("a reason in %s", alert).isEqualTo(i > 0);
      assertThat(alert.was())
          .as("what %s was", alert)
          .isEqualTo(
              alert.state() == Alert.State.ISSUED
                  ? Optional.empty()
                  : Optional.of(life.get(i - 1).facts()));
    }
  }

  private static String grouped(int votes) {
    return votes < 1000 ? "" + votes : votes / 1000 + ",%03d".formatted(votes % 1000);
  }

  private static List<Declaration> shuffled(List<Declaration> words, long seed) {
    List<Declaration> shuffled = new ArrayList<>(words);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  private static Seat withoutBaseline(Seat seat) {
    return new Seat(
        seat.election(),
        seat.seat(),
        seat.name(),
        seat.region(),
        seat.nation(),
        seat.electorate(),
        seat.hex(),
        seat.candidates(),
        Optional.empty(),
        seat.sitting(),
        seat.heldSince());
  }

  private static Declaration withVotes(Declaration said, List<CandidateVotes> votes) {
    return new Declaration(
        said.election(),
        said.seat(),
        said.revision(),
        said.status(),
        said.declaredAt(),
        said.source(),
        said.reason(),
        said.winner(),
        said.party(),
        votes,
        said.invalidVotes(),
        said.verifiedBallots(),
        said.test());
  }

  /** The scoreboard but for how many changes it took. */
  private static Scoreboard withoutRevision(Scoreboard board) {
    return new Scoreboard(
        board.election(),
        0,
        board.mode(),
        board.basis(),
        board.seats(),
        board.declared(),
        board.rushed(),
        board.checking(),
        board.changed(),
        board.sittingKnown(),
        board.sittingChanged(),
        board.electorate(),
        board.validVotes(),
        board.invalidVotes(),
        board.turnout(),
        board.latest(),
        board.majorityLine(),
        board.parties(),
        board.flips(),
        board.biggestOverturned(),
        board.biggestMajoritiesOverturned(),
        board.narrowestMajorities(),
        board.alertsStopped());
  }

  /** What the standing alerts state, whatever brought them about. */
  private static List<List<Object>> statements(FoldedNight night) {
    return night.standingAlerts().stream()
        .map(
            alert ->
                List.<Object>of(
                    alert.id(), alert.name(), alert.at(), alert.headline(), alert.facts()))
        .toList();
  }
}
