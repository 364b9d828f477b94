package electionnight.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class LauncherTest {
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void aWrongValueIsBlamedOnTheVariableItCameFrom() {
    environment.put("ELECTION_NIGHT_PORT", "tcp://10.96.0.7:80");

    Run run = run();

    assertThat(run.told)
        .isEqualTo(
            "ELECTION_NIGHT_PORT in the environment: Invalid value for option '--port':"
                + " 'tcp://10.96.0.7:80' is not an int. Try 'listening --help'.");
    assertThat(run.exitCode).isEqualTo(Launcher.USAGE);
  }

  @Test
  void anOptionThatIsGivenIsTakenInstead() {
    environment.put("ELECTION_NIGHT_PORT", "tcp://10.96.0.7:80");

    assertThat(run("--port", "7").port).isEqualTo(7);
    assertThat(run("--port", "seven").told)
        .isEqualTo(
            "Invalid value for option '--port': 'seven' is not an int."
                + " Try 'listening --help'.");
  }

  @Test
  void aVariableThatIsNamedAsHelpOrTheVersionIsNoOption() {
    environment.put("ELECTION_NIGHT_PORT", "7");
    environment.put("ELECTION_NIGHT_VERSION", "1.4.2");
    environment.put("ELECTION_NIGHT_HELP", "true");

    Run run = run();

    assertThat(run.told).isEmpty();
    assertThat(run.exitCode).isEqualTo(Launcher.OK);
    assertThat(run.port).isEqualTo(7);
  }

  private Run run(String... arguments) {
    PrintStream usual = System.err;
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Listening command = new Listening();
    try (PrintStream toErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      System.setErr(toErr);
      int exitCode =
          Launcher.run(command, CommandLine.defaultFactory(), environment::get, arguments);
      return new Run(exitCode, err.toString(StandardCharsets.UTF_8).strip(), command.port);
    } finally {
      System.setErr(usual);
    }
  }

  private record Run(int exitCode, String told, int port) {}

  @Command(name = "listening", mixinStandardHelpOptions = true)
  private static final class Listening implements Callable<Integer> {
    @Option(names = "--port", paramLabel = "PORT")
    private int port;

    @Override
    public Integer call() {
      return Launcher.OK;
    }
  }
}
