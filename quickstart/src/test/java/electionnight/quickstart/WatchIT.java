package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The ticker reads what the dashboard really sends. */
class WatchIT {
  @Test
  void theTickerFollowsARealNightToItsEnd() throws InterruptedException {
    try (Program night =
        Program.start("--night", "by-elections-2023-10-19", "--speed", "1000", "--port", "0")) {
      String url = night.awaitLine("(http://localhost:[0-9]+)");
      try (Program ticker = Program.start("watch", url, "--exit-when-declared")) {

        assertThat(ticker.awaitExit()).as(ticker.err().toString()).isZero();
        assertThat(ticker.err()).isEmpty();
        assertThat(ticker.out())
            .noneMatch(line -> line.contains("SKIPPED"))
            .anyMatch(
                line ->
                    line.startsWith("REPLAY ALERT ")
                        && line.contains("Labour gain Mid Bedfordshire from the Conservatives"))
            .endsWith("Lab 2 +2", "2 of 2 declared, 0 being checked");
      }
    }
  }
}
