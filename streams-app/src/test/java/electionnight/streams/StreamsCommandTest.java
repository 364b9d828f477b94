package electionnight.streams;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.cli.Launcher;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamsCommandTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--session-timeout|0|--session-timeout is 10 to 2147483647 ms, not 0.",
        "--session-timeout|-5|--session-timeout is 10 to 2147483647 ms, not -5.",
        "--session-timeout|99999999999|--session-timeout is 10 to 2147483647 ms, not 99999999999.",
        "--commit-interval|0|--commit-interval is 1 to 2147483647 ms, not 0.",
        "--threads|0|--threads is 1 or more, not 0.",
        "--standby-replicas|-1|--standby-replicas is 0 or more, not -1.",
      })
  void aNumberThatCannotBeIsASentenceBeforeKafkaIsAsked(
      String option, String value, String sentence) {
    PrintStream usual = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode;
    try (PrintStream toErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      System.setErr(toErr);
      exitCode =
          Launcher.run(new StreamsCommand(), "--bootstrap-servers", "localhost:1", option, value);
    } finally {
      System.setErr(usual);
    }

    assertThat(err.toString(StandardCharsets.UTF_8)).as("standard error").hasLineCount(1);
    assertThat(err.toString(StandardCharsets.UTF_8).strip())
        .as("standard error")
        .isEqualTo("Wrong option: " + sentence);
    assertThat(exitCode).as("exit code").isEqualTo(Launcher.USAGE);
  }
}
