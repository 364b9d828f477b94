package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.producer.night.NightFolder;
import electionnight.producer.night.Nights;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets wrong is told in one sentence with an exit code, and never by a stack trace. */
class UserMistakesIT {
  @TempDir private Path folder;

  @Test
  void aPortThatIsTaken() throws IOException, InterruptedException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());

      assertEndsWith(1, "Port " + port + " is in use", "--port", port);
    }
  }

  @Test
  void aNightThatIsNotThere() throws InterruptedException {
    assertEndsWith(
        1, "There is no night 'general-election-1832'", "--night", "general-election-1832");
  }

  @Test
  void aMalformedNight() throws IOException, InterruptedException {
    NightFolder.write(Nights.open("by-elections-2023-10-19"), folder);
    Path votes = folder.resolve("votes.csv");
    Files.writeString(votes, Files.readString(votes).replace(",13872", ",13 872"));

    assertEndsWith(1, "votes.csv", "--night", folder.toString());
    assertEndsWith(1, "'13 872'", "--night", folder.toString());
  }

  @Test
  void anUnreadableCsv() throws IOException, InterruptedException {
    NightFolder.write(Nights.open("by-elections-2023-10-19"), folder);
    Files.write(folder.resolve("seats.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, '"'});

    assertEndsWith(1, "seats.csv", "--night", folder.toString());
  }

  @Test
  void anOptionThatIsNone() throws InterruptedException {
    assertEndsWith(2, "--sped", "--sped", "max");
  }

  @Test
  void aSpeedThatIsNone() throws InterruptedException {
    assertEndsWith(2, "'fast'", "--speed", "fast");
  }

  @Test
  void aClusterThatIsAway() throws InterruptedException {
    assertEndsWith(
        1, "No Kafka broker answers at localhost:1", "--bootstrap-servers", "localhost:1");
  }

  @Test
  void aDataFolderThatIsAFile() throws IOException, InterruptedException {
    Path file = Files.createFile(folder.resolve("file"));

    assertEndsWith(1, "cannot be made", "--data", file.toString());
  }

  @Test
  void aDataFolderThatAnotherRunUses() throws InterruptedException {
    try (Program first = Program.start("--port", "0", "--data", folder.toString())) {
      first.awaitLine("(http://localhost)");

      assertEndsWith(1, "is in use by another run", "--data", folder.toString());
      assertThat(first.err()).as("the first run").noneMatch(line -> line.contains("ERROR"));
    }
  }

  private static void assertEndsWith(int exitCode, String sentence, String... arguments)
      throws InterruptedException {
    try (Program program = Program.start(arguments)) {
      int ended = program.awaitExit();

      List<String> said = program.err();
      assertThat(ended).as("exit code; standard error: %s", said).isEqualTo(exitCode);
      assertThat(said).as("the last line").last().asString().contains(sentence).endsWith(".");
      assertThat(said).noneMatch(line -> line.startsWith("\tat ") || line.contains("Exception"));
      assertThat(program.out()).as("standard output").isEmpty();
    }
  }
}
