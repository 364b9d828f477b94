package electionnight.domain;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Alert.Facts;
import electionnight.domain.Alert.Kind;
import electionnight.domain.Alert.State;
import electionnight.domain.Correction.Change;
import electionnight.testing.FoldedNight;
import electionnight.testing.GeneratedNight;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the alerts of every night. */
class AlertLawsTest {
  private static final Rules FEW =
      new Rules(
          List.of(Kind.SEAT_GAIN, Kind.LARGEST_SWING, Kind.CORRECTION),
          10,
          30,
          90,
          Optional.empty());

  static Stream<GeneratedNight> nights() {
    return FoldLawsTest.nightsAndAWholeElection();
  }

  @ParameterizedTest
  @MethodSource("nights")
  void aWithdrawnAlertIsNeverTheOnlyNoticeOfAChange(GeneratedNight generated) {
    for (Update update : lived(generated).updates()) {
      if (update.alerts().stream().anyMatch(alert -> alert.state() == State.WITHDRAWN)) {
        assertThat(update.alerts())
            .as("alerts of revision %d of %s", update.revision(), generated)
            .extracting(Alert::state)
            .containsAnyOf(State.ISSUED, State.AMENDED);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("nights")
  void noFigureOfAResultChangesSilently(GeneratedNight generated) {
    FoldedNight night =
        FoldedNight.asFirstKnown(generated)
            .applyAll(generated.storyWithoutSwitches(generated.seed()));
    Map<SeatId, Map<String, Object>> published = new TreeMap<>();
    for (Update update : night.updates()) {
      for (SeatReport report : update.seats()) {
        Map<String, Object> now = report.result().map(AlertLawsTest::figures).orElse(Map.of());
        Map<String, Object> was =
            Optional.ofNullable(published.put(report.seat(), now)).orElse(Map.of());
        boolean corrected =
            was.entrySet().stream()
                .anyMatch(figure -> !figure.getValue().equals(now.get(figure.getKey())));
        boolean said =
            update.alerts().stream()
                .anyMatch(
                    alert -> alert.kind() == Kind.CORRECTION && alert.seat().equals(report.seat()));
        if (corrected) {
          assertThat(said).as("a correction when %s becomes %s", was, now).isTrue();
        } else if (!was.isEmpty() && !isOfTheYear(report)) {
          assertThat(said).as("a correction when %s stays %s", was, now).isFalse();
        }
      }
    }
  }

  /** The year since when a seat was held is published in alerts alone. */
  private static boolean isOfTheYear(SeatReport report) {
    return report.correction().stream()
        .flatMap(correction -> correction.changes().stream())
        .anyMatch(change -> change.figure().equals("held since"));
  }

  /** All that is published of a result; what a rush does not tell is absent. */
  private static Map<String, Object> figures(Result result) {
    Map<String, Object> figures = new TreeMap<>();
    figures.put("party", result.party());
    if (!result.winner().isEmpty()) {
      figures.put("winner", result.winner());
    }
    result.outcome().ifPresent(outcome -> figures.put("outcome", outcome));
    result.sitting().ifPresent(outcome -> figures.put("sitting", outcome));
    result.majority().ifPresent(majority -> figures.put("majority", majority.votes()));
    result.overturned().ifPresent(votes -> figures.put("overturned", votes));
    result.swing().ifPresent(swing -> figures.put("swing", swing));
    result.invalidVotes().ifPresent(papers -> figures.put("rejected", papers));
    if (result.electorate() > 0) {
      figures.put("electorate", result.electorate());
    }
    if (result.status().hasVotes()) {
      figures.put("declared at", result.declaredAt());
      result.candidates().forEach(row -> figures.put("votes of " + row.candidate(), row.votes()));
    }
    return figures;
  }

  @ParameterizedTest
  @MethodSource("nights")
  void anAlertsRevisionsRiseByOneAndSayWhyAndWhatItWas(GeneratedNight generated) {
    Map<String, Alert> last = new TreeMap<>();

    for (Update update : lived(generated).updates()) {
      for (Alert alert : update.alerts()) {
        Optional<Alert> before = Optional.ofNullable(last.put(alert.id(), alert));
        boolean stood = before.filter(known -> known.state() != State.WITHDRAWN).isPresent();
        assertThat(alert.revision())
            .as("revision of %s", alert)
            .isEqualTo(before.map(known -> known.revision() + 1).orElse(1));
        assertThat(alert.state() == State.ISSUED).as("%s is issued", alert).isEqualTo(!stood);
        assertThat(alert.was())
            .as("what %s was", alert)
            .isEqualTo(stood ? before.map(Alert::facts) : Optional.empty());
        if (before.isPresent()) {
          assertThat(alert.reason()).as("why %s", alert).isPresent();
          assertThat(alert.reason().get()).isNotBlank();
        }
        if (alert.state() == State.AMENDED) {
          assertThat(statement(alert)).isNotEqualTo(statement(before.get()));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("nights")
  void aRevisionThatAltersNothingAlertsNobody(GeneratedNight generated) {
    FoldedNight night = lived(generated);
    FinalState before = FinalState.of(night);
    for (Declaration last : generated.lastWords()) {
      if (last.status().hasVotes()) {
        int updates = night.updates().size();

        night.apply(readOutAgain(last));

        assertThat(night.updates()).hasSize(updates + 1);
        assertThat(night.updates().get(updates).alerts())
            .as("alerts when %s is read out again", last)
            .isEmpty();
      }
    }
    assertThat(FinalState.of(night).scoreboard()).isEqualTo(before.scoreboard());
    assertThat(FinalState.of(night).alerts()).isEqualTo(before.alerts());
  }

  @ParameterizedTest
  @MethodSource("nights")
  void stoppingAndResumingAlertsEndsInTheAlertsOfANightThatNeverStopped(GeneratedNight generated) {
    FoldedNight stopped = lived(generated);
    FoldedNight never =
        FoldedNight.asFirstKnown(generated)
            .applyAll(generated.storyWithoutSwitches(generated.seed()));

    for (Update update : stopped.updates()) {
      if (update.scoreboard().alertsStopped().isPresent()) {
        assertThat(update.alerts())
            .as("alerts while they are stopped, at revision %d", update.revision())
            .isEmpty();
      }
    }
    assertThat(FinalState.of(stopped)).isEqualTo(FinalState.of(never));
  }

  @ParameterizedTest
  @MethodSource("nights")
  void rulesThatAreAmendedDuringTheNightEndInTheAlertsOfANightThatHadThemFromTheStart(
      GeneratedNight generated) {
    FoldedNight amended =
        FoldedNight.asFirstKnown(generated.with(FEW)).applyAll(generated.story(generated.seed()));

    amended.apply(generated.election());

    assertThat(amended.rejected()).isEmpty();
    assertThat(FinalState.of(amended)).isEqualTo(FinalState.of(lived(generated)));
  }

  @ParameterizedTest
  @MethodSource("nights")
  void whoeverReadsTheRecordsAReceiptNamesCanDeriveItsAlert(GeneratedNight generated) {
    FoldedNight night = FoldedNight.asFirstKnown(generated);
    Said said = Said.of(generated.firstKnown());

    for (Input input : generated.story(generated.seed())) {
      int updates = night.updates().size();
      night.apply(input);
      said.hear(input);
      for (Update update : night.updates().subList(updates, night.updates().size())) {
        assertProved(night, said, update.receipt(), input, Optional.empty());
        if (!update.seats().isEmpty()) {
          assertProved(
              night, said, update.receipt(), input, Optional.of(update.seats().get(0).seat()));
        }
        for (Alert alert : update.alerts()) {
          assertProved(night, said, alert.receipt(), input, Optional.of(alert.seat()));
          assertDerived(night, alert);
        }
      }
    }
  }

  /** Of the records with that content the first, because a repetition proves nothing. */
  private static void assertProved(
      FoldedNight night, Said said, Receipt receipt, Input input, Optional<SeatId> seat) {
    Map<Cause, Input> log = night.log();
    assertThat(log.get(receipt.cause())).as("cause of %s", receipt).isEqualTo(input);
    assertThat(log.get(receipt.election()))
        .as("election of %s", receipt)
        .isEqualTo(night.night().election());
    assertThat(receipt.rules()).isEqualTo(Rules.VERSION);
    if (seat.isPresent()) {
      Optional<Declaration> word = Optional.ofNullable(said.words().get(seat.get()));
      assertThat(receipt.declaration().map(log::get))
          .as("declaration of %s", receipt)
          .isEqualTo(word);
      assertThat(receipt.baseline().map(log::get))
          .as("baseline of %s", receipt)
          .contains(said.seats().get(seat.get()));
      assertThat(receipt.source()).isEqualTo(word.map(Declaration::source));
      word.ifPresent(told -> assertThat(receipt.revision()).hasValue(told.revision()));
    }
  }

  private static void assertDerived(FoldedNight night, Alert alert) {
    if (alert.state() == State.WITHDRAWN || alert.kind().isNotice()) {
      return;
    }
    Seat seat = (Seat) night.log().get(alert.receipt().baseline().orElseThrow());
    Declaration word = (Declaration) night.log().get(alert.receipt().declaration().orElseThrow());
    Result result = Result.of(seat, word).orElseThrow();
    Facts facts = alert.facts();
    assertThat(facts.party()).as("party of %s", alert).contains(result.party());
    assertThat(alert.at()).isEqualTo(word.declaredAt());
    switch (alert.kind()) {
      case SEAT_GAIN -> {
        assertThat(facts.from()).isEqualTo(result.outcome().map(Outcome::from));
        assertThat(facts.overturned()).isEqualTo(result.overturned());
      }
      case BIGGEST_MAJORITY_OVERTURNED ->
          assertThat(facts.overturned()).isEqualTo(result.overturned());
      case LARGEST_SWING -> assertThat(facts.swing()).isEqualTo(result.swing());
      case NARROWEST_MAJORITY, TIE_BY_LOT ->
          assertThat(facts.majority()).hasValue(result.majority().orElseThrow().votes());
      case REGAIN -> assertThat(facts.from()).isEqualTo(result.sitting().map(Outcome::from));
      case FIRST_SINCE -> assertThat(facts.heldSince()).isEqualTo(seat.heldSince());
      default -> assertThat(alert.kind()).isEqualTo(Kind.MAJORITY_REACHED);
    }
  }

  @ParameterizedTest
  @MethodSource("nights")
  void everyHeadlineHasTheFiguresOfItsFacts(GeneratedNight generated) {
    for (Update update : lived(generated).updates()) {
      SortedMap<SeatId, Result> results = new TreeMap<>();
      update.seats().forEach(seat -> seat.result().ifPresent(it -> results.put(seat.seat(), it)));
      for (Alert alert : update.alerts()) {
        assertThat(alert.headline()).contains(alert.name());
        // What is withdrawn states what it had stated before.
        Optional<Result> result =
            Optional.ofNullable(results.get(alert.seat()))
                .filter(it -> alert.state() != State.WITHDRAWN);
        assertHeadline(generated.election(), alert, result);
      }
    }
  }

  private static void assertHeadline(Election election, Alert alert, Optional<Result> result) {
    Facts facts = alert.facts();
    String headline = alert.headline();
    switch (alert.kind()) {
      case SEAT_GAIN -> {
        assertThat(facts.from()).isPresent();
        assertEndsWithMajority(headline, facts);
      }
      case BIGGEST_MAJORITY_OVERTURNED ->
          assertThat(headline)
              .contains("overturning " + grouped(facts.overturned().orElseThrow()) + ": ")
              .endsWith(
                  place(election, facts)
                      .map(place -> place.replace("*", "biggest"))
                      .orElse("the biggest majority overturned so far tonight"));
      case MAJORITY_REACHED -> {
        assertThat(facts.seats())
            .hasValue(election.seats() / 2 + 1)
            .isEqualTo(facts.majorityLine());
        assertThat(headline)
            .endsWith(": " + facts.seats().getAsInt() + " of " + election.seats() + " seats");
      }
      case LARGEST_SWING ->
          assertThat(headline)
              .contains(
                  "a swing of "
                      + BigDecimal.valueOf(facts.swing().orElseThrow().points())
                          .setScale(1, RoundingMode.HALF_UP)
                      + " points ")
              .endsWith(
                  place(election, facts)
                      .map(place -> place.replace("*", "largest"))
                      .orElse("the largest so far tonight"));
      case NARROWEST_MAJORITY ->
          assertThat(headline)
              .contains(
                  facts.majority().orElseThrow() == 0
                      ? " by lot, "
                      : " by " + grouped(facts.majority().getAsInt()) + ", ");
      case FIRST_SINCE ->
          assertThat(headline).endsWith("held it since " + facts.heldSince().orElseThrow());
      case REGAIN -> {
        assertThat(facts.basis()).contains(Basis.SITTING);
        assertThat(headline)
            .endsWith(election.party(facts.from().orElseThrow()).orElseThrow().collective());
      }
      case TIE_BY_LOT -> {
        assertThat(facts.majority()).hasValue(0);
        result.ifPresent(
            tied ->
                assertThat(headline)
                    .endsWith("tie at " + grouped(tied.candidates().get(0).votes())));
      }
      case RECOUNT -> {
        assertThat(headline.startsWith("After")).isEqualTo(facts.party().isPresent());
        assertEndsWithMajority(headline, facts);
      }
      case CORRECTION -> {
        Change main = facts.changes().get(0);
        assertThat(headline).contains(": " + main.figure() + " ");
        main.now().ifPresent(value -> assertThat(headline).contains(" " + value));
        main.was().ifPresent(value -> assertThat(headline).endsWith(value));
      }
    }
  }

  private static void assertEndsWithMajority(String headline, Facts facts) {
    if (facts.majority().isPresent()) {
      assertThat(headline).endsWith(", majority " + grouped(facts.majority().getAsInt()));
    } else {
      assertThat(headline).doesNotContain("majority");
    }
  }

  private static Optional<String> place(Election election, Facts facts) {
    List<String> ordinals =
        List.of(
            "",
            "second-",
            "third-",
            "fourth-",
            "fifth-",
            "sixth-",
            "seventh-",
            "eighth-",
            "ninth-",
            "tenth-");
    return facts
        .record()
        .map(
            rank ->
                "the "
                    + (rank.joint() ? "joint " : "")
                    + ordinals.get(rank.rank() - 1)
                    + "* at a "
                    + election.contest().noun()
                    + (rank.scope().since().isPresent() ? " since 1945" : ""));
  }

  private static String grouped(int votes) {
    return votes < 1000 ? "" + votes : votes / 1000 + ",%03d".formatted(votes % 1000);
  }

  private static List<Object> statement(Alert alert) {
    return List.of(alert.seat(), alert.name(), alert.at(), alert.headline(), alert.facts());
  }

  private static Declaration readOutAgain(Declaration word) {
    return new Declaration(
        word.election(),
        word.seat(),
        word.revision() + 1,
        Status.CORRECTED,
        word.declaredAt(),
        word.source(),
        Optional.of("Read out again"),
        word.winner(),
        word.party(),
        GeneratedNight.inAnyOrder(word.votes(), word.revision()),
        word.invalidVotes(),
        word.verifiedBallots(),
        word.test());
  }

  private static FoldedNight lived(GeneratedNight generated) {
    return FoldedNight.asFirstKnown(generated).applyAll(generated.story(generated.seed()));
  }
}
