package electionnight.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        "--partitions 1                     | Name a source",
        "--night a --lines b                | --night and --lines cannot go together",
        "--night a --lines b --watch c      | --night and --lines and --watch cannot go together",
        "--lines b --speed 2                | --speed, --from, --longest-wait, --test and the settings",
        "--lines b --test                   | of the rules are for --night",
        "--lines b --alerts all             | of the rules are for --night",
        "--lines b --partitions 0           | --partitions is 1 or more",
        "--lines b --intake-token-file t  | --intake-token-file is for --intake-port",
      })
  void whatDoesNotGoTogetherIsSaidInOneSentence(String arguments, String sentence) {
    ProducerCommand command = new ProducerCommand();
    new CommandLine(command).parseArgs(arguments.strip().split(" +"));

    assertThatThrownBy(command::call)
        .isInstanceOf(ParameterException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void helpNamesEverySource() {
    assertThat(new CommandLine(new ProducerCommand()).getUsageMessage())
        .contains("--night", "--lines", "--watch", "--intake-port", "confirm", "stop-alerts");
  }
}
