package electionnight.producer.night;

import static electionnight.producer.night.Mistake.byVotes;
import static electionnight.producer.night.Mistake.keyed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import electionnight.domain.CandidateVotes;
import electionnight.domain.Declaration;
import electionnight.domain.QueriedReplay;
import electionnight.domain.Query;
import electionnight.domain.Query.Code;
import electionnight.domain.QueryRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The queries over two whole nights in their real order, each true result believed at once: all
 * that docs/queries.md says of them.
 */
class QueriedNightsTest {
  private static final int BEARABLE = 10;
  private static final RecordedNight NIGHT_OF_2019 = BundledNights.open("general-election-2019");
  private static final RecordedNight NIGHT_OF_2024 = BundledNights.open("general-election-2024");

  @Test
  void theTrueResultsOf2019ThatAreQueriedAreThese() {
    assertThat(queried(NIGHT_OF_2019, word -> word))
        .containsExactly("Uxbridge and South Ruislip LOST_DIGITS", "Blaenau Gwent SHARE")
        .hasSizeLessThanOrEqualTo(BEARABLE);
  }

  @Test
  void theTrueResultsOf2024ThatAreQueriedAreThese() {
    assertThat(queried(NIGHT_OF_2024, word -> word))
        .containsExactly(
            "St Neots and Mid Cambridgeshire TURNOUT",
            "Nottingham South TURNOUT",
            "Liverpool Wavertree TURNOUT",
            "Kensington and Bayswater TURNOUT",
            "Leeds Central and Headingley TURNOUT",
            "Cities of London and Westminster TURNOUT",
            "Bradford West SHARE")
        .hasSizeLessThanOrEqualTo(BEARABLE);
  }

  @Test
  void someMoreOfThemAreQueriedIfNoSourceNamesAWinner() {
    assertThat(queried(NIGHT_OF_2019, Mistake::withoutWinner))
        .containsExactlyElementsOf(queried(NIGHT_OF_2019, word -> word));
    assertThat(queried(NIGHT_OF_2024, Mistake::withoutWinner))
        .filteredOn(seat -> !queried(NIGHT_OF_2024, word -> word).contains(seat))
        .containsExactly(
            "Clacton SHARE",
            "Chichester SHARE",
            "Bristol Central SHARE",
            "North Shropshire SHARE",
            "Inverness, Skye and West Ross-shire SHARE");
  }

  static List<Arguments> otherThresholds() {
    return List.of(
        arguments("fewestSeats 5", rules(5, 3, 3, 45, 22, 5, 10), 2, 7),
        arguments("fewestSeats 20", rules(20, 3, 3, 45, 22, 5, 10), 2, 7),
        arguments("turnoutDeviations 2.75", rules(10, 2.75, 3, 45, 22, 5, 10), 4, 10),
        arguments("turnoutSpread 2", rules(10, 3, 2, 45, 22, 5, 10), 9, 13),
        arguments("sharePoints 40", rules(10, 3, 3, 40, 22, 5, 10), 2, 11),
        arguments("swapPoints 18", rules(10, 3, 3, 45, 18, 5, 10), 2, 8),
        arguments("lostDigitsFactor 4", rules(10, 3, 3, 45, 22, 4, 10), 2, 10),
        arguments("fewestVotes 20", rules(10, 3, 3, 45, 22, 5, 20), 2, 8));
  }

  private static QueryRules rules(
      int seats,
      double deviations,
      double spread,
      double share,
      double swap,
      double factor,
      int votes) {
    return new QueryRules(seats, deviations, spread, share, swap, factor, 3, votes, 0, 2, 10, 7);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("otherThresholds")
  void otherThresholdsFireAsOftenAsDocumented(
      String name, QueryRules rules, int of2019, int of2024) {
    assertThat(queried(rules, NIGHT_OF_2019, word -> word)).as("2019").hasSize(of2019);
    assertThat(queried(rules, NIGHT_OF_2024, word -> word)).as("2024").hasSize(of2024);
  }

  @ParameterizedTest
  @EnumSource(names = {"WARD_LEFT_OUT", "WARD_OF_THE_WINNER_LEFT_OUT"})
  void putneyWithAWardLeftOutIsQueried(Mistake mistake) {
    atItsPlace(
        word -> nameOf(word).equals("Putney"),
        (replay, word) -> {
          assertThat(replay.ask(word)).isEmpty();
          assertThat(mistake.in(word, replay.seat(word)).toList())
              .singleElement()
              .satisfies(
                  wrong ->
                      assertThat(replay.ask(wrong)).extracting(Query::code).contains(Code.TURNOUT));
        });
  }

  @ParameterizedTest
  @CsvSource({
    "1833, Emma Wall, 1, LOST_DIGITS",
    "7801, Martin Baker, 7, LOST_DIGITS",
    "20150, Greg Smith, 2942, TURNOUT"
  })
  void lostDigitsAreQueried(int votes, String candidate, int keyed, Code code) {
    atItsPlace(
        word -> row(word, candidate, votes).isPresent(),
        (replay, word) -> {
          assertThat(replay.ask(word)).isEmpty();
          assertThat(replay.ask(keyed(word, row(word, candidate, votes).orElseThrow(), keyed)))
              .extracting(Query::code)
              .contains(code);
        });
  }

  @Test
  void theFiguresOfTheSeatBeforeAreQueriedInEverySeat() {
    QueriedReplay replay = replay(NIGHT_OF_2024);
    Optional<Declaration> before = Optional.empty();
    for (Declaration word : NIGHT_OF_2024.declarations()) {
      before.ifPresent(
          other ->
              assertThat(replay.ask(withFiguresOf(other, word)))
                  .as("%s with the figures of %s", nameOf(word), nameOf(other))
                  .filteredOn(query -> query.code() == Code.SAME_FIGURES)
                  .extracting(Query::seats)
                  .containsExactly(List.of(other.seat())));
      replay.believe(word);
      before = Optional.of(word);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LAST_DIGIT_LOST, 91, 87",
    "LAST_TWO_DIGITS_LOST, 92, 89",
    "FIRST_DIGIT_LOST, 89, 77",
    "ALL_BUT_THE_FIRST_DIGIT_LOST, 100, 100",
    "FIRST_AND_SECOND_EXCHANGED, 65, 42",
    "SECOND_AND_THIRD_EXCHANGED, 58, 23",
    "ONE_ROW_FURTHER_DOWN, 93, 61",
    "WARD_LEFT_OUT, 40, 42"
  })
  void mistakesMadeInEverySeatAreCaughtAsOftenAsDocumented(
      Mistake mistake, long percentOf2019, long percentOf2024) {
    assertThat(percentCaught(NIGHT_OF_2019, mistake)).as("2019").isEqualTo(percentOf2019);
    assertThat(percentCaught(NIGHT_OF_2024, mistake)).as("2024").isEqualTo(percentOf2024);
  }

  private static List<String> queried(RecordedNight night, UnaryOperator<Declaration> told) {
    return queried(QueryRules.STANDARD, night, told);
  }

  private static List<String> queried(
      QueryRules rules, RecordedNight night, UnaryOperator<Declaration> told) {
    QueriedReplay replay = new QueriedReplay(rules, night.election(), night.seats());
    List<String> queried = new ArrayList<>();
    for (Declaration word : night.declarations()) {
      List<Query> queries = replay.ask(told.apply(word));
      if (!queries.isEmpty()) {
        queried.add(
            replay.seat(word).name()
                + " "
                + queries.stream()
                    .map(query -> query.code().name())
                    .distinct()
                    .collect(Collectors.joining(" ")));
      }
      replay.believe(word);
    }
    return queried;
  }

  private static long percentCaught(RecordedNight night, Mistake mistake) {
    QueriedReplay replay = replay(night);
    int made = 0;
    int caught = 0;
    for (Declaration word : night.declarations()) {
      for (Declaration wrong : mistake.in(word, replay.seat(word)).toList()) {
        made++;
        caught += replay.ask(wrong).isEmpty() ? 0 : 1;
      }
      replay.believe(word);
    }
    return Math.round(100.0 * caught / made);
  }

  /** Replays 2024 up to the one declaration meant. */
  private static void atItsPlace(
      Predicate<Declaration> meant, BiConsumer<QueriedReplay, Declaration> then) {
    QueriedReplay replay = replay(NIGHT_OF_2024);
    List<Declaration> found = NIGHT_OF_2024.declarations().stream().filter(meant).toList();
    assertThat(found).hasSize(1);
    NIGHT_OF_2024.declarations().stream()
        .takeWhile(word -> !word.equals(found.get(0)))
        .forEach(replay::believe);
    then.accept(replay, found.get(0));
  }

  private static Declaration withFiguresOf(Declaration other, Declaration word) {
    List<CandidateVotes> own = byVotes(word);
    List<CandidateVotes> copied = byVotes(other);
    return keyed(
        word,
        row -> {
          int place = own.indexOf(row);
          return place < 2 ? copied.get(place).votes() : Math.min(10, row.votes());
        });
  }

  private static Optional<CandidateVotes> row(Declaration word, String candidate, int votes) {
    return word.votes().stream()
        .filter(row -> row.candidate().equals(candidate) && row.votes() == votes)
        .findFirst();
  }

  private static String nameOf(Declaration word) {
    return NIGHT_OF_2024.seats().stream()
        .filter(seat -> seat.seat().equals(word.seat()))
        .findFirst()
        .orElseThrow()
        .name();
  }

  private static QueriedReplay replay(RecordedNight night) {
    return new QueriedReplay(QueryRules.STANDARD, night.election(), night.seats());
  }
}
