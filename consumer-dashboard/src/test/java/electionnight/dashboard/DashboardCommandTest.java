package electionnight.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.cli.Launcher;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DashboardCommandTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--port=70000       | 2 | a port is 0 to 65535, not 70000",
        "--ring-capacity=0  | 2 | a ring holds 1 to 1000000 updates, not 0",
        "--ring-capacity=2000000000 | 2 | a ring holds 1 to 1000000 updates, not 2000000000",
        "--heartbeat=0      | 2 | the heartbeat is 10 ms to 1 day, not 0 s",
        "--heartbeat=99999999999999999 | 2 | the heartbeat is 10 ms to 1 day, not 99999999999999999 s",
        "--slow-client-limit=-1 | 2 | the slow client limit is 10 ms to 1 day, not -1 s",
        "--max-clients=0    | 2 | at least 1 client is let in, not 0",
        "--trusted-proxy=x  | 2 | a trusted proxy is an address or a subnet such as 10.0.0.0/8, not 'x'",
        "--allowed-origin=x | 2 | an origin is * or like https://news.example, without a path, not 'x'",
        "--frame-ancestor=x | 2 | an origin is * or like https://news.example",
        "--admin-port=x     | 2 | an admin port is a number or off, not 'x'",
        "--admin-port=70000 | 2 | an admin port is 0 to 65535 or off, not 70000",
        "--port=x           | 2 | '--port'",
        "--nonsense         | 2 | '--nonsense'"
      })
  void aWrongOptionIsOneSentence(String option, int exitCode, String part) {
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertThat(Launcher.run(new DashboardCommand(), option)).isEqualTo(exitCode);
    } finally {
      System.setErr(before);
    }
    assertThat(said.toString(StandardCharsets.UTF_8).lines().toList())
        .singleElement()
        .asString()
        .contains(part);
  }
}
