package electionnight.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import electionnight.cli.Launcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

final class ProducerCommandTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--topic-prefix a                   | Name a source",
        "--night a --lines b                | --night and --lines cannot go together",
        "--night a --lines b --watch c      | --night and --lines and --watch cannot go together",
        "--lines b --speed 2                | --speed, --from, --longest-wait, --test and the settings",
        "--lines b --test                   | of the rules are for --night",
        "--lines b --alerts all             | of the rules are for --night",
        "--lines b --intake-token-file t  | --intake-token-file is for --intake-port",
      })
  void whatDoesNotGoTogetherIsSaidInOneSentence(String arguments, String sentence) {
    ProducerCommand command = new ProducerCommand();
    new CommandLine(command).parseArgs(arguments.strip().split(" +"));

    assertThatThrownBy(command::call)
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--intake-port 65536 | '65536' is not a whole number from 0 to 65535",
        "--intake-port -1    | '-1' is not a whole number from 0 to 65535",
        "--night by-elections-2023-10-19 --queries off --query-threshold fewestSeats=9 |"
            + " --query-threshold is for queries, and they are off"
      })
  void whatIsOutOfBoundsIsAWrongOption(String arguments, String sentence) {
    CommandRun run = CommandRun.of(new ProducerCommand(), arguments.strip().split(" +"));

    assertThat(run.err().lines().toList()).singleElement().asString().contains(sentence);
    assertThat(run.exitCode()).isEqualTo(Launcher.USAGE);
  }

  @Test
  void helpNamesEverySource() {
    assertThat(new CommandLine(new ProducerCommand()).getUsageMessage())
        .contains("--night", "--lines", "--watch", "--intake-port", "confirm", "stop-alerts");
  }
}
