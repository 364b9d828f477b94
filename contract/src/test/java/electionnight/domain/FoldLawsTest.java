package electionnight.domain;

import static electionnight.testing.GeneratedNight.inAnyOrder;
import static electionnight.testing.GeneratedNight.shuffled;
import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Folded.Ignored.Why;
import electionnight.domain.Reason.Code;
import electionnight.testing.FoldedNight;
import electionnight.testing.GeneratedNight;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every night, whatever is said and in whatever order it arrives. */
class FoldLawsTest {

  static Stream<GeneratedNight> nights() {
    return Stream.concat(
        LongStream.range(0, 60).mapToObj(GeneratedNight::of),
        Stream.of(
            GeneratedNight.of(1, Contest.GENERAL_ELECTION, 1),
            GeneratedNight.of(2, Contest.BY_ELECTION, 1)));
  }

  static Stream<GeneratedNight> nightsAndAWholeElection() {
    return Stream.concat(
        nights(), Stream.of(GeneratedNight.of(650, Contest.GENERAL_ELECTION, 650)));
  }

  /** A recount takes as long as the night is; a whole election is not counted at every revision. */
  static boolean isRecounted(GeneratedNight generated, long revision) {
    return generated.seats().size() < 100 || revision % 8 == 0;
  }

  @Test
  void theNightsHaveAllThatTheLawsSpeakOf() {
    Set<String> alerts = new TreeSet<>();
    Set<Query.Code> queries = EnumSet.noneOf(Query.Code.class);
    Set<Status> last = EnumSet.noneOf(Status.class);
    nights()
        .forEach(
            generated -> {
              lived(generated)
                  .updates()
                  .forEach(
                      update ->
                          update.alerts().forEach(it -> alerts.add(it.kind() + " " + it.state())));
              lived(generated.queried()).updates().stream()
                  .flatMap(update -> update.seats().stream())
                  .flatMap(seat -> seat.checking().stream())
                  .forEach(checking -> checking.queries().forEach(it -> queries.add(it.code())));
              generated.lastWords().forEach(word -> last.add(word.status()));
            });

    Set<String> expected = new TreeSet<>();
    for (Alert.Kind kind : Alert.Kind.values()) {
      for (Alert.State state : Alert.State.values()) {
        expected.add(kind + " " + state);
      }
    }
    // What was corrected stays so.
    expected.remove("CORRECTION WITHDRAWN");
    assertThat(alerts).isEqualTo(expected);
    assertThat(queries).containsExactlyInAnyOrder(Query.Code.values());
    assertThat(last).containsExactlyInAnyOrder(Status.values());
  }

  @ParameterizedTest
  @MethodSource("nightsAndAWholeElection")
  void anyOrderOfTheSameWordsEachSaidThreeTimesEndsTheSame(GeneratedNight generated) {
    FoldedNight inOrder =
        FoldedNight.of(generated).applyAll(generated.words()).applyAll(generated.holds());
    List<Declaration> thrice = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      thrice.addAll(generated.words());
    }

    FoldedNight shuffled =
        FoldedNight.asFirstKnown(generated)
            .applyAll(
                shuffled(
                    generated.seed(),
                    inAnyOrder(thrice, generated.seed()),
                    generated.amendedSeats(),
                    generated.holds(),
                    generated.switches()));

    assertThat(inOrder.rejected()).isEmpty();
    assertThat(shuffled.rejected()).isEmpty();
    assertThat(FinalState.of(shuffled)).isEqualTo(FinalState.of(inOrder));
  }

  @ParameterizedTest
  @MethodSource("nightsAndAWholeElection")
  void theNightEndsLikeAFreshOneThatHearsOnlyTheLastWords(GeneratedNight generated) {
    FoldedNight fresh =
        FoldedNight.of(generated).applyAll(generated.holds()).applyAll(generated.lastWords());

    FoldedNight lived = lived(generated);

    assertThat(lived.rejected()).isEmpty();
    assertThat(FinalState.of(lived)).isEqualTo(FinalState.of(fresh));
  }

  @ParameterizedTest
  @MethodSource("nightsAndAWholeElection")
  void atEveryRevisionTheFoldEqualsAPlainRecount(GeneratedNight generated) {
    FoldedNight night = FoldedNight.asFirstKnown(generated);
    Said said = Said.of(generated.firstKnown());

    for (Input input : generated.story(generated.seed())) {
      said.hear(input);
      if (night.apply(input) instanceof Folded.Ignored
          || !isRecounted(generated, night.night().revision())) {
        continue;
      }

      Recount recount = new Recount(generated.election(), said);
      assertThat(night.scoreboard())
          .as("scoreboard of %s at revision %d", generated, night.night().revision())
          .isEqualTo(recount.scoreboard(night.night().revision()));
      if (said.stopped().isEmpty()) {
        assertThat(night.standingAlerts())
            .as("standing alerts of %s at revision %d", generated, night.night().revision())
            .filteredOn(alert -> !alert.kind().isNotice())
            .extracting(Alert::id)
            .containsExactlyInAnyOrderElementsOf(recount.alerts());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("nights")
  void updatesAreContiguousAndWhoeverReadsThemHoldsTheNight(GeneratedNight generated) {
    FoldedNight night = lived(generated);

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
            .toList();
    assertThat(remembered).containsExactlyInAnyOrderElementsOf(night.alerts().values());
    Map<SeatId, SeatReport> touched = new TreeMap<>();
    night.seats().values().stream()
        .filter(state -> state.isTouched() || night.reports().containsKey(state.seat().seat()))
        .forEach(state -> touched.put(state.seat().seat(), state.report()));
    assertThat(night.reports()).isEqualTo(touched);
  }

  @ParameterizedTest
  @MethodSource("nights")
  void theEvidenceKeptUpToDateIsThatOfAllSeats(GeneratedNight generated) {
    FoldedNight night = lived(generated.queried());

    assertThat(night.evidence()).isEqualTo(Evidence.of(List.copyOf(night.seats().values())));
  }

  @ParameterizedTest
  @MethodSource("nights")
  void whatIsKnownOfSeatsMayComeAfterTheirWords(GeneratedNight generated) {
    FoldedNight inTime = FoldedNight.of(generated).applyAll(generated.words());
    FoldedNight late = FoldedNight.asFirstKnown(generated).applyAll(generated.words());

    late.applyAll(generated.amendedSeats());

    assertThat(late.rejected()).isEmpty();
    assertThat(FinalState.of(late)).isEqualTo(FinalState.of(inTime));
  }

  @ParameterizedTest
  @MethodSource("nights")
  void whatWasSaidBeforeChangesNothing(GeneratedNight generated) {
    FoldedNight night = lived(generated);
    Night before = night.night();
    int ignored = night.ignored().size();

    night.apply(generated.election());
    night.applyAll(generated.seats());
    night.applyAll(generated.words());

    assertThat(night.night()).isEqualTo(before);
    assertThat(night.rejected()).isEmpty();
    List<Declaration> last = generated.lastWords();
    assertThat(night.ignored().subList(ignored, night.ignored().size()))
        .extracting(Folded.Ignored::why)
        .filteredOn(why -> why == Why.SUPERSEDED)
        .hasSize(generated.words().size() - last.size());
  }

  @ParameterizedTest
  @MethodSource("nights")
  void aRevisionCannotSayTwoThings(GeneratedNight generated) {
    FoldedNight night = lived(generated);
    Night before = night.night();

    for (Declaration said : generated.lastWords()) {
      Folded folded = night.apply(contradicted(said));

      assertThat(folded)
          .as("what became of %s", contradicted(said))
          .isInstanceOfSatisfying(
              Folded.Rejected.class,
              rejected ->
                  assertThat(rejected.reasons())
                      .extracting(Reason::code)
                      .containsExactly(Code.REVISION_CONFLICT));
    }
    assertThat(night.night()).isEqualTo(before);
  }

  /** The same revision with a vote more for each, or withdrawn where it has no votes. */
  private static Declaration contradicted(Declaration said) {
    boolean votes = said.status().hasVotes();
    return new Declaration(
        said.election(),
        said.seat(),
        said.revision(),
        votes
            ? said.status()
            : said.status() == Status.WITHDRAWN ? Status.RECOUNT : Status.WITHDRAWN,
        said.declaredAt(),
        said.source(),
        said.reason().or(() -> Optional.of("A mistake")),
        votes ? said.winner() : Optional.empty(),
        votes ? said.party() : Optional.empty(),
        said.votes().stream()
            .map(row -> new CandidateVotes(row.candidate(), row.party(), row.votes() + 1))
            .toList(),
        said.invalidVotes(),
        said.verifiedBallots(),
        said.test());
  }

  private static FoldedNight lived(GeneratedNight generated) {
    return FoldedNight.asFirstKnown(generated).applyAll(generated.story(generated.seed()));
  }
}
