package electionnight.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import electionnight.cli.UserError;
import electionnight.producer.source.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

final class ReplayOptionsTest {
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

  private static Pace pace(String... arguments) {
    return CommandLine.populateCommand(new ReplayOptions(), arguments).pace(Samples.ELECTION, 7);
  }
}
