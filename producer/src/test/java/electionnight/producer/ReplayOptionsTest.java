package electionnight.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import electionnight.cli.UserError;
import electionnight.domain.Alert.Kind;
import electionnight.domain.Declaration;
import electionnight.domain.Mode;
import electionnight.domain.QueryRules;
import electionnight.domain.Rules;
import electionnight.producer.night.RecordedNight;
import electionnight.producer.source.Pace;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

final class ReplayOptionsTest {
  private static final Instant AT = Instant.parse("2023-10-20T01:30:00Z");
  private static final RecordedNight NIGHT =
      new RecordedNight(
          Samples.ELECTION,
          List.of(Samples.TAMWORTH, Samples.MID_BEDFORDSHIRE),
          List.of(Samples.tamworth(AT), Samples.midBedfordshire(AT)));

  @Test
  void withoutOptionsTheNightHasTheUsualSpeed() {
    assertThat(pace()).isEqualTo(new Pace(7, Optional.empty(), Duration.ofSeconds(10)));
  }

  @Test
  void optionsSayOtherwise() {
    assertThat(pace("--speed", "0.5", "--longest-wait", "2.5"))
        .isEqualTo(new Pace(0.5, Optional.empty(), Duration.ofMillis(2500)));
    assertThat(pace("--speed", "MAX").speed()).isEqualTo(Pace.MAX);
  }

  @ParameterizedTest
  @CsvSource({
    "22:30, 2023-10-19T21:30:00Z",
    "12:00, 2023-10-19T11:00:00Z",
    "02:30, 2023-10-20T01:30:00Z",
    "11:59, 2023-10-20T10:59:00Z",
    "2023-10-21T09:00, 2023-10-21T08:00:00Z",
    "2023-10-20T01:30:00Z, 2023-10-20T01:30:00Z",
    "2023-10-20T02:30:00+01:00, 2023-10-20T01:30:00Z",
  })
  void aLocalTimeIsTheFirstFromNoonOfPollingDay(String text, String instant) {
    assertThat(pace("--from", text).from()).hasValue(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"25:00", "late", "", "2023-10-20", "2023-13-01T00:00", "T"})
  void whatIsNoTimeIsAUsersMistake(String text) {
    assertThatThrownBy(() -> pace("--from", text))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("--from '" + text + "' is not a time such as 02:30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "NaN", "fast", ""})
  void whatIsNoSpeedIsAUsersMistake(String text) {
    assertThatThrownBy(() -> pace("--speed", text))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("'" + text + "' is not a number over 0, or max");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "NaN", "Infinity", "long"})
  void whatIsNoWaitIsAUsersMistake(String text) {
    assertThatThrownBy(() -> pace("--longest-wait", text))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining("'" + text + "' is not a number of seconds");
  }

  @Test
  void withoutOptionsTheNightIsLeftAsItIs() {
    assertThat(night()).isEqualTo(NIGHT);
  }

  @Test
  void aRehearsalSaysSoOfTheNightAndOfEachDeclaration() {
    RecordedNight rehearsed = night("--test");

    assertThat(rehearsed.election().mode()).isEqualTo(Mode.TEST);
    assertThat(rehearsed.election().rules()).isEmpty();
    assertThat(rehearsed.declarations())
        .hasSameSizeAs(NIGHT.declarations())
        .extracting(Declaration::test)
        .containsOnly(Optional.of(true));
    assertThat(rehearsed)
        .usingRecursiveComparison()
        .ignoringFields("election.mode", "declarations.test")
        .isEqualTo(NIGHT);
  }

  @Test
  void eachOptionChangesItsRuleAndNoOther() {
    Rules usual = Rules.STANDARD;

    assertThat(rules("--queries", "on")).isEqualTo(usual);
    assertThat(rules("--alerts", "ALL")).isEqualTo(usual);
    assertThat(rules("--queries", "off"))
        .isEqualTo(new Rules(usual.alerts(), 100, 10, 50, Optional.empty()));
    assertThat(rules("--alerts", "correction, SEAT_GAIN"))
        .isEqualTo(
            new Rules(List.of(Kind.SEAT_GAIN, Kind.CORRECTION), 100, 10, 50, usual.queries()));
    assertThat(rules("--narrowest-majority-under", "0"))
        .isEqualTo(new Rules(usual.alerts(), 0, 10, 50, usual.queries()));
    assertThat(rules("--largest-swing-from", "12.5"))
        .isEqualTo(new Rules(usual.alerts(), 100, 12.5, 50, usual.queries()));
    assertThat(rules("--first-since-years", "90"))
        .isEqualTo(new Rules(usual.alerts(), 100, 10, 90, usual.queries()));
  }

  @Test
  void theRulesThatANightBringsStandWhereNoOptionSaysOtherwise() {
    RecordedNight own = night("--queries", "off", "--alerts", "TIE_BY_LOT");

    assertThat(options("--first-since-years", "10").night(own).election().rules())
        .hasValue(new Rules(List.of(Kind.TIE_BY_LOT), 100, 10, 10, Optional.empty()));
    assertThat(options().night(own)).isEqualTo(own);
  }

  @TestFactory
  Stream<DynamicTest> everyThresholdOfTheQueriesCanBeSet() {
    return Arrays.stream(QueryRules.class.getRecordComponents())
        .map(
            threshold ->
                DynamicTest.dynamicTest(
                    threshold.getName(),
                    () -> {
                      QueryRules set = thresholds(threshold.getName() + "=17");

                      for (RecordComponent any : QueryRules.class.getRecordComponents()) {
                        Number expected =
                            any.getName().equals(threshold.getName())
                                ? 17
                                : (Number) any.getAccessor().invoke(QueryRules.STANDARD);
                        assertThat(((Number) any.getAccessor().invoke(set)).doubleValue())
                            .as(any.getName())
                            .isEqualTo(expected.doubleValue());
                      }
                    }));
  }

  @Test
  void thresholdsAreSetTogetherOrOneByOne() {
    QueryRules both = thresholds("turnoutDeviations=2.5,minutesAhead=3");

    assertThat(both.turnoutDeviations()).isEqualTo(2.5);
    assertThat(both.minutesAhead()).isEqualTo(3);
    assertThat(
            rules("--query-threshold", "turnoutDeviations=2.5", "--query-threshold=minutesAhead=3")
                .queries())
        .hasValue(both);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "turnout=3 | 'turnout=3' does not name one of fewestSeats, turnoutDeviations, turnoutSpread,",
        "=3 | '=3' does not name one of fewestSeats,",
        "turnoutDeviations | does not say how much, as turnoutDeviations=3.0 does",
        "turnoutDeviations= | does not say how much, as turnoutDeviations=3.0 does",
        "turnoutDeviations=many | does not say how much, as turnoutDeviations=3.0 does",
        "turnoutDeviations=NaN | does not say how much, as turnoutDeviations=3.0 does",
        "turnoutDeviations=1e999 | does not say how much, as turnoutDeviations=3.0 does",
        "turnoutDeviations=true | does not say how much, as turnoutDeviations=3.0 does",
        "turnoutDeviations=null | does not say how much, as turnoutDeviations=3.0 does",
        "fewestSeats=2.5 | does not say how much, as fewestSeats=10 does",
        "fewestSeats=99999999999 | does not say how much, as fewestSeats=10 does",
        "turnoutDeviations=-1 | cannot be, because turnoutDeviations, turnoutSpread,"
      })
  void whatIsNoThresholdIsAUsersMistake(String text, String sentence) {
    assertThatThrownBy(() -> rules("--query-threshold", text))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--queries                  | maybe    | 'maybe' is neither on nor off",
        "--alerts                   | SCANDAL  | 'SCANDAL' is no kind of alert; give all, or some of",
        "--alerts                   | all,     | 'all' is no kind of alert",
        "--narrowest-majority-under | -1       | '-1' is not a whole number of 0 or more",
        "--largest-swing-from       | Infinity | 'Infinity' is not a number of 0 or more",
        "--largest-swing-from       | -0.5     | '-0.5' is not a number of 0 or more",
        "--first-since-years        | 1.5      | '1.5' is not a whole number of 0 or more"
      })
  void whatIsNoRuleIsAUsersMistake(String option, String value, String sentence) {
    assertThatThrownBy(() -> rules(option, value))
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void thresholdsOfQueriesThatAreOffAreAContradiction() {
    assertThatThrownBy(() -> rules("--queries", "off", "--query-threshold", "fewestSeats=5"))
        .isInstanceOf(ParameterException.class)
        .hasMessage("--query-threshold is for queries, and they are off");
  }

  private static QueryRules thresholds(String text) {
    return rules("--query-threshold", text).queries().orElseThrow();
  }

  private static Rules rules(String... arguments) {
    return night(arguments).election().rules().orElseThrow();
  }

  private static RecordedNight night(String... arguments) {
    return options(arguments).night(NIGHT);
  }

  private static Pace pace(String... arguments) {
    return options(arguments).pace(Samples.ELECTION, 7);
  }

  private static ReplayOptions options(String... arguments) {
    return CommandLine.populateCommand(new Replay(), arguments).options;
  }

  @Command(name = "replay")
  private static final class Replay {
    @Mixin private ReplayOptions options;
  }
}
