package electionnight.audit;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.cli.Launcher;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A wrong option is one sentence and exit code 2, before any cluster is asked. */
class AuditCommandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | Say what: verify, explain or rejected. Try 'audit --help'.",
        "rejected | Say what: list, show or resend. Try 'audit rejected --help'.",
        "rejected show x | 'x' is no place in the log such as rejected-0@17. Try 'audit rejected"
            + " show --help'.",
        "rejected resend | Name places, or say --all. Try 'audit rejected resend --help'.",
        "rejected resend rejected-0@1 --all | Name places, or say --all. Try 'audit rejected"
            + " resend --help'.",
        "rejected resend rejected-0@1 --reason FAULT | --election and --reason are for --all. Try"
            + " 'audit rejected resend --help'."
      })
  void wrongOptionsAreOneSentence(String arguments, String sentence) {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int exitCode;
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      exitCode =
          Launcher.run(
              new AuditCommand(), arguments.isEmpty() ? new String[0] : arguments.split(" "));
    } finally {
      System.setErr(before);
    }

    assertThat(said.toString(StandardCharsets.UTF_8).strip()).isEqualTo(sentence);
    assertThat(exitCode).isEqualTo(Launcher.USAGE);
  }

  @Test
  void whatOthersSentPlaysNoTricksOnATerminal() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    Lines.print(new PrintStream(printed, true, StandardCharsets.UTF_8), "a\u001b[2Jb\nc");

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualTo("a\uFFFD[2Jb\uFFFDc" + System.lineSeparator());
  }
}
