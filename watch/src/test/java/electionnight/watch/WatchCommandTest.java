package electionnight.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import electionnight.testing.SmallNight;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a user starts it. */
@Timeout(120)
final class WatchCommandTest {
  @TempDir private Path folder;

  private final ThreeSeats night =
      new ThreeSeats().then(SmallNight.declaration("A", 1, "Lab 500, Con 400"));

  @Test
  void aSignalEndsItWithTheTotalsAndExitCode0() throws IOException, InterruptedException {
    try (FakeDashboard dashboard = new FakeDashboard(night.election())) {
      dashboard.thenIsSilent(night.snapshot(0), night.update(1));
      Process process = start(dashboard.url() + "/?night=small-night");
      await().until(() -> out().contains("DECLARED") || !process.isAlive());

      // Not SIGINT, which whatever is started in the background of a script ignores.
      process.destroy();

      assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ended").isTrue();
      assertThat(process.exitValue()).as(err()).isZero();
      assertThat(out().lines())
          .endsWith(
              "Lab 1 +1", "Majority at 2: Lab needs 1 more", "1 of 3 declared, 0 being checked");
      assertThat(err()).isEmpty();
    }
  }

  @Test
  void aServerThatIsAwayIsOneSentence() throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    assertEndsWith(
        1,
        "No dashboard answers at http://localhost:"
            + port
            + "; start one, or name another address.",
        "http://localhost:" + port);
  }

  @Test
  void aNightThatIsNotThereIsOneSentence() throws IOException, InterruptedException {
    try (FakeDashboard dashboard = new FakeDashboard(night.election())) {
      assertEndsWith(
          1, "There is no night of that name.\uFFFD[2J.", dashboard.url(), "--night", "atlantis");
    }
  }

  @Test
  void aServerThatIsNoDashboardIsOneSentence() throws IOException, InterruptedException {
    try (FakeDashboard dashboard = new FakeDashboard(night.election())) {
      String url = dashboard.url() + "/elsewhere";

      assertEndsWith(1, url + " answers with the HTTP status 404.", url);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost:8080", "ftp://localhost", "http://", "http://localhost/?night=A%0A"})
  void aWrongAddressIsAWrongOption(String url) throws IOException, InterruptedException {
    Process process = start(url);

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ended").isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(err().lines()).hasSize(1).first().asString().contains(url, "expected");
  }

  private void assertEndsWith(int code, String sentence, String... arguments)
      throws IOException, InterruptedException {
    Process process = start(arguments);

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("ended").isTrue();
    assertThat(process.exitValue()).as(err()).isEqualTo(code);
    assertThat(err().strip()).isEqualTo(sentence);
    assertThat(out()).isEmpty();
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(
        List.of(
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Dsun.stderr.encoding=UTF-8"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(WatchMain.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start();
  }

  private String out() throws IOException {
    return Files.readString(folder.resolve("out"), StandardCharsets.UTF_8);
  }

  private String err() throws IOException {
    return Files.readString(folder.resolve("err"), StandardCharsets.UTF_8);
  }
}
