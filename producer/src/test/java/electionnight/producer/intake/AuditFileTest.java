package electionnight.producer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import electionnight.cli.UserError;
import electionnight.wire.TraceParent;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AuditFileTest {
  private static final Path FULL_DISK = Path.of("/dev/full");

  @TempDir private Path folder;

  @Test
  void linesAreAddedToThoseThatAreThere() throws IOException {
    Path file = folder.resolve("audit.jsonl");

    for (int status : new int[] {202, 403}) {
      try (IntakeAudit audit = IntakeAudit.in(file)) {
        audit.tell(line(status));
        audit.tell(line(status));
      }
    }

    assertThat(Files.readAllLines(file))
        .containsExactly(line(202).json(), line(202).json(), line(403).json(), line(403).json());
  }

  @Test
  void aFullDiskStopsNothingAndIsCounted() {
    Assumptions.assumeTrue(Files.exists(FULL_DISK), "no " + FULL_DISK + " on this system");
    IntakeAudit audit = IntakeAudit.in(FULL_DISK);

    audit.tell(line(202));
    audit.tell(line(202));
    audit.close();

    assertThat(audit.lost()).isEqualTo(2);
  }

  @Test
  void aDiskThatHangsIsNotWaitedForAtTheEnd() throws Exception {
    Path pipe = folder.resolve("pipe");
    Assumptions.assumeTrue(isPipe(pipe), "no mkfifo on this system");
    FileChannel readByNobody =
        FileChannel.open(pipe, StandardOpenOption.READ, StandardOpenOption.WRITE);
    IntakeAudit audit = AuditFile.open(pipe, Duration.ofMillis(100));
    long told = 0;
    while (audit.lost() == 0) {
      audit.tell(line(202));
      told++;
    }

    audit.close();

    readByNobody.close();
    assertThat(audit.lost()).as("lost of %s", told).isBetween(10_000L, told);
  }

  private static boolean isPipe(Path path) throws InterruptedException {
    try {
      return new ProcessBuilder("mkfifo", path.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aFileThatCannotBeWrittenIsAUsersMistake() {
    assertThatThrownBy(() -> IntakeAudit.in(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot be written");
  }

  private static AuditLine line(int status) {
    return new AuditLine(
        Instant.EPOCH,
        Optional.of("desk"),
        "127.0.0.1",
        "POST /declarations",
        Optional.empty(),
        status,
        Optional.empty(),
        new TraceParent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", "01"),
        Optional.empty(),
        0);
  }
}
