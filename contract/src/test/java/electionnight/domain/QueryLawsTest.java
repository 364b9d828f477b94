package electionnight.domain;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.testing.FoldedNight;
import electionnight.testing.GeneratedNight;
import electionnight.testing.SmallNight;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every night in which results are queried before they are believed. */
class QueryLawsTest {

  static Stream<GeneratedNight> nights() {
    return FoldLawsTest.nightsAndAWholeElection();
  }

  @ParameterizedTest
  @MethodSource("nights")
  void whatIsBeingCheckedIsInNoFigureAlertOrResult(GeneratedNight generated) {
    FoldedNight night = FoldedNight.asFirstKnown(generated.queried());

    for (Input input : story(generated)) {
      int updates = night.updates().size();
      if (night.apply(input) instanceof Folded.Ignored
          || !FoldLawsTest.isRecounted(generated, night.night().revision())) {
        continue;
      }

      Recount believed = new Recount(generated.election(), Said.believedBy(night));
      assertThat(night.scoreboard())
          .as("scoreboard of %s at revision %d", generated, night.night().revision())
          .isEqualTo(believed.scoreboard(night.night().revision()));
      if (night.night().stopped().isEmpty()) {
        assertThat(night.standingAlerts())
            .as("standing alerts of %s at revision %d", generated, night.night().revision())
            .filteredOn(alert -> !alert.kind().isNotice())
            .extracting(Alert::id)
            .containsExactlyInAnyOrderElementsOf(believed.alerts());
      }
      for (Update update : night.updates().subList(updates, night.updates().size())) {
        update.seats().forEach(report -> assertNotAsAResult(night, report));
      }
    }
  }

  private static void assertNotAsAResult(FoldedNight night, SeatReport report) {
    SeatState state = night.seats().get(report.seat());
    if (state.queried().isPresent()) {
      Declaration doubted = state.queried().get().word().declaration();
      assertThat(report.checking().map(Checking::revision)).contains(doubted.revision());
      assertThat(report.checking().get().queries()).isNotEmpty();
      assertThat(report.result().map(Result::revision))
          .isNotEqualTo(Optional.of(doubted.revision()));
      assertThat(night.scoreboard().checking()).contains(report.seat());
    }
  }

  @ParameterizedTest
  @MethodSource("nights")
  void onceAllIsConfirmedTheNightIsAsIfNothingHadBeenQueried(GeneratedNight generated) {
    FoldedNight queried = FoldedNight.asFirstKnown(generated.queried()).applyAll(story(generated));

    confirmAll(queried);

    FoldedNight unqueried =
        FoldedNight.of(generated).applyAll(generated.holds()).applyAll(generated.lastWords());
    assertThat(queried.rejected()).isEmpty();
    FinalState expected = FinalState.of(unqueried);
    assertThat(FinalState.of(queried).scoreboard()).isEqualTo(expected.scoreboard());
    assertThat(FinalState.of(queried).alerts()).isEqualTo(expected.alerts());
  }

  private static void confirmAll(FoldedNight night) {
    List<SeatState> doubted = doubted(night);
    while (!doubted.isEmpty()) {
      SeatState first = doubted.get(0);
      night.apply(
          new Confirmation(
              night.night().election().election(),
              first.seat().seat(),
              first.queried().orElseThrow().word().declaration().revision(),
              "the night editor",
              Optional.empty(),
              Instant.EPOCH));
      assertThat(doubted(night)).hasSizeLessThan(doubted.size());
      doubted = doubted(night);
    }
  }

  private static List<SeatState> doubted(FoldedNight night) {
    return night.seats().values().stream().filter(seat -> seat.queried().isPresent()).toList();
  }

  /** The night's story, in which a second source repeats a word now and then. */
  private static List<Input> story(GeneratedNight generated) {
    List<Declaration> repeated =
        GeneratedNight.inAnyOrder(generated.words(), generated.seed()).stream()
            .filter(word -> word.declaredAt().getEpochSecond() / 60 % 4 == 0)
            .map(word -> SmallNight.from("a second source", word))
            .toList();
    return GeneratedNight.shuffled(generated.seed(), generated.story(generated.seed()), repeated);
  }
}
