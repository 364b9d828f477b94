package electionnight.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import electionnight.testing.FoldedNight;
import electionnight.testing.SmallNight;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** By-elections as psephologists list them: what a figure's place is, and where none is known. */
class RecordBookTest {
  private static final LocalDate DAY = LocalDate.of(2024, 7, 1);
  private static final LocalDate SINCE_1945 = LocalDate.of(1945, 7, 26);
  private static final Election BY_ELECTION = SmallNight.election(Contest.BY_ELECTION, 1);
  private static final RecordBook BOOK =
      new RecordBook(
          List.of(
              scope(Measure.MAJORITY_OVERTURNED, Optional.empty(), "22949"),
              scope(Measure.MAJORITY_OVERTURNED, Optional.of(SINCE_1945), "16223"),
              scope(Measure.SWING, Optional.of(SINCE_1945), "28.5")),
          List.of(
              overturned("Mid Bedfordshire", "2023-10-19", "24664"),
              overturned("Tiverton and Honiton", "2022-06-23", "24239"),
              overturned("Liverpool Wavertree", "1935-02-06", "23927"),
              overturned("Richmond Park", "2016-12-01", "23015"),
              overturned("North Shropshire", "2021-12-16", "22949"),
              overturned("Chesham and Amersham", "2021-06-17", "16223"),
              swing("Bermondsey", "1983-02-24", "44.2"),
              swing("Dudley West", "1994-12-15", "29.2")));

  @Test
  void aPlaceInTheBookIsAmendedWhenALaterSeatOfTheNightIsBigger() {
    FoldedNight night = new FoldedNight();
    night.apply(SmallNight.election(Contest.BY_ELECTION, 2, BOOK, SmallNight.RULES));
    night.apply(SmallNight.seat("A", "Con 30000, Lab 5000"));
    night.apply(SmallNight.seat("B", "Con 31000, Lab 5000"));

    night.apply(SmallNight.declaration("A", 1, "Lab 5000, Con 4000"));
    night.apply(SmallNight.declaration("B", 2, "Lab 5000, Con 4000"));

    assertThat(night.standingAlerts())
        .filteredOn(alert -> alert.kind() == Alert.Kind.BIGGEST_MAJORITY_OVERTURNED)
        .extracting(Alert::state, alert -> alert.headline().split(": ")[1])
        .containsExactly(
            tuple(Alert.State.AMENDED, "the second-biggest at a by-election"),
            tuple(Alert.State.ISSUED, "the biggest at a by-election"));
  }

  @Test
  void aFigureAboveAllIsTheBiggestOfAllTime() {
    RecordRank rank = overturning(24_665).orElseThrow();

    assertThat(place(rank)).isEqualTo("the biggest at a by-election");
    assertThat(rank.beaten().map(RecordEntry::name)).contains("Mid Bedfordshire");
    assertThat(rank.unbeaten()).isEmpty();
  }

  @Test
  void aFigureThatTheBookHasIsJoint() {
    RecordRank rank = overturning(24_239).orElseThrow();

    assertThat(place(rank)).isEqualTo("the joint second-biggest at a by-election");
    assertThat(rank.beaten().map(RecordEntry::name)).contains("Liverpool Wavertree");
    assertThat(rank.unbeaten().map(RecordEntry::name)).contains("Mid Bedfordshire");
  }

  @Test
  void theEraThatGivesTheBestPlaceIsNamed() {
    assertThat(overturning(23_900).map(RecordBookTest::place))
        .contains("the third-biggest at a by-election since 1945");
  }

  @Test
  void nothingIsSaidBelowWhatTheBookIsCompleteFrom() {
    assertThat(overturning(22_948).map(RecordBookTest::place))
        .contains("the fifth-biggest at a by-election since 1945");
    assertThat(overturning(16_223).map(RecordBookTest::place))
        .contains("the joint fifth-biggest at a by-election since 1945");
    assertThat(overturning(16_222)).isEmpty();
  }

  @Test
  void biggerOnesOfTheSameNightCountAsRowsOfTheBook() {
    assertThat(
            BOOK.rank(BY_ELECTION, Measure.MAJORITY_OVERTURNED, BigDecimal.valueOf(24_650), 1)
                .map(RecordBookTest::place))
        .contains("the third-biggest at a by-election");
    assertThat(BOOK.rank(BY_ELECTION, Measure.MAJORITY_OVERTURNED, BigDecimal.valueOf(17_000), 6))
        .as("the eleventh place")
        .isEmpty();
  }

  @Test
  void aSwingIsComparedAtThePrecisionOfTheBook() {
    assertThat(swinging("44.1501").map(rank -> Headline.place(rank, "largest")))
        .contains("the joint largest at a by-election since 1945");
    assertThat(swinging("44.1499").map(rank -> Headline.place(rank, "largest")))
        .contains("the second-largest at a by-election since 1945");
  }

  @Test
  void recordsOfByElectionsSayNothingOfAGeneralElection() {
    assertThat(
            BOOK.rank(
                SmallNight.election(Contest.GENERAL_ELECTION, 650),
                Measure.MAJORITY_OVERTURNED,
                BigDecimal.valueOf(30_000),
                0))
        .isEmpty();
  }

  private static Optional<RecordRank> overturning(int votes) {
    return BOOK.rank(BY_ELECTION, Measure.MAJORITY_OVERTURNED, BigDecimal.valueOf(votes), 0);
  }

  private static Optional<RecordRank> swinging(String points) {
    return BOOK.rank(BY_ELECTION, Measure.SWING, new BigDecimal(points), 0);
  }

  private static String place(RecordRank rank) {
    return Headline.place(rank, "biggest");
  }

  private static RecordScope scope(Measure measure, Optional<LocalDate> since, String from) {
    return new RecordScope(
        Contest.BY_ELECTION, measure, since, new BigDecimal(from), "a test", DAY);
  }

  private static RecordEntry overturned(String name, String date, String votes) {
    return entry(Measure.MAJORITY_OVERTURNED, name, date, votes);
  }

  private static RecordEntry swing(String name, String date, String points) {
    return entry(Measure.SWING, name, date, points);
  }

  private static RecordEntry entry(Measure measure, String name, String date, String value) {
    return new RecordEntry(
        Contest.BY_ELECTION,
        measure,
        name,
        LocalDate.parse(date),
        new BigDecimal(value),
        "a test",
        DAY);
  }
}
