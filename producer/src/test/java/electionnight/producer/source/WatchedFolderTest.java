package electionnight.producer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import electionnight.cli.UserError;
import electionnight.producer.Heard;
import electionnight.producer.Log;
import electionnight.producer.Samples;
import electionnight.wire.Json;
import electionnight.wire.MessageType;
import electionnight.wire.Rejected;
import electionnight.wire.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WatchedFolderTest {
  private static final Instant AT = Instant.parse("2023-10-20T01:30:00Z");
  private static final String TAMWORTH = declaration(Samples.TAMWORTH.name());
  private static final String MID_BEDFORDSHIRE = declaration(Samples.MID_BEDFORDSHIRE.name());

  @TempDir private Path folder;
  @TempDir private Path elsewhere;
  private Log log = Log.acknowledging();
  private final Heard heard = new Heard();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Thread watching;

  @BeforeEach
  void start() {
    watching = new Thread(this::watch, "watching");
    watching.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    watching.interrupt();
    watching.join();
  }

  @Test
  void aFileRenamedInIsPublishedAndMovedToDone() throws Exception {
    putIn("b.jsonl", TAMWORTH + "\n" + MID_BEDFORDSHIRE + "\n");

    awaitDone("b.jsonl");
    assertThat(log.texts(Topic.DECLARATIONS)).containsExactly(TAMWORTH, MID_BEDFORDSHIRE);
    assertThat(folder.resolve("b.jsonl")).doesNotExist();
  }

  @Test
  void aJsonFileIsOneMessageOnHoweverManyLines() throws Exception {
    String pretty = Json.shared().readTree(TAMWORTH).toPrettyString();

    putIn("a.json", pretty);
    awaitDone("a.json");
    putIn("b.json", pretty + "{");
    awaitDone("b.json");

    assertThat(log.texts(Topic.DECLARATIONS)).containsExactly(TAMWORTH);
    assertThat(log.rejected()).extracting(Rejected::origin).containsExactly("b.json");
    assertThat(text(log.rejected().get(0).originalBytes())).isEqualTo(pretty + "{");
  }

  @Test
  void aSecondFileOfTheSameNameIsKeptBesideTheFirst() throws Exception {
    putIn("a.jsonl", TAMWORTH);
    awaitDone("a.jsonl");
    putIn("a.jsonl", MID_BEDFORDSHIRE);
    awaitDone("a.jsonl.2");

    assertThat(log.texts(Topic.DECLARATIONS)).containsExactly(TAMWORTH, MID_BEDFORDSHIRE);
    assertThat(done("a.jsonl")).hasContent(TAMWORTH);
    assertThat(done("a.jsonl.2")).hasContent(MID_BEDFORDSHIRE);
  }

  @Test
  void whatIsNotFinishedOrNotOursIsLeftAlone() throws Exception {
    List<String> others =
        List.of(".a.jsonl", "b.jsonl.part", "c.json.tmp", "d.jsonl~", "e.csv", "f.jsonl.swp");
    for (String other : others) {
      putIn(other, TAMWORTH);
    }
    putIn("empty.jsonl", "");

    putIn("z.jsonl", MID_BEDFORDSHIRE);

    awaitDone("z.jsonl");
    assertThat(log.texts(Topic.DECLARATIONS)).containsExactly(MID_BEDFORDSHIRE);
    assertThat(names(folder)).containsAll(others).contains("empty.jsonl");
  }

  @Test
  void aFileWrittenInPlaceIsTakenWhole() throws Exception {
    Path file = folder.resolve("slow.jsonl");

    Files.writeString(file, TAMWORTH + "\n");
    Files.writeString(file, TAMWORTH + "\n" + MID_BEDFORDSHIRE + "\n");

    awaitDone("slow.jsonl");
    assertThat(log.texts(Topic.DECLARATIONS)).endsWith(TAMWORTH, MID_BEDFORDSHIRE);
    assertThat(log.rejected()).isEmpty();
  }

  @Test
  void aFileNotAcknowledgedBeforeARestartIsPublishedAgain() throws Exception {
    stop();
    Log silent = Log.silent();
    log = silent;
    putIn("a.jsonl", TAMWORTH);
    start();
    Awaitility.await().until(() -> silent.records(Topic.DECLARATIONS).size() == 1);
    stop();
    assertThat(folder.resolve("a.jsonl")).as("not acknowledged, not moved").exists();

    log = Log.acknowledging();
    start();

    awaitDone("a.jsonl");
    assertThat(log.texts(Topic.DECLARATIONS)).containsExactly(TAMWORTH);
  }

  @Test
  void filesThatCameWhileNobodyWatchedAreTakenInTheOrderOfTheirNames() throws Exception {
    stop();
    putIn("2.jsonl", MID_BEDFORDSHIRE);
    putIn("1.jsonl", TAMWORTH);

    start();

    awaitDone("2.jsonl");
    assertThat(log.texts(Topic.DECLARATIONS)).containsExactly(TAMWORTH, MID_BEDFORDSHIRE);
  }

  @Test
  void aFileThatCouldNotBePutAwayIsTriedAgainAndPublishedOnce() throws Exception {
    putIn("first.jsonl", TAMWORTH);
    awaitDone("first.jsonl");
    Path set = Files.move(folder.resolve("done"), folder.resolve("aside"));
    Path notAFolder = Files.createFile(folder.resolve("done"));

    putIn("a.jsonl", MID_BEDFORDSHIRE);

    Awaitility.await("a.jsonl has failed").until(() -> failedFiles() == 1);
    Files.delete(notAFolder);
    Files.move(set, folder.resolve("done"));
    awaitDone("a.jsonl");
    Awaitility.await("no file has failed").until(() -> failedFiles() == 0);
    assertThat(log.texts(Topic.DECLARATIONS)).containsExactly(TAMWORTH, MID_BEDFORDSHIRE);
    assertThat(heard.notes)
        .satisfiesExactly(
            note -> assertThat(note).startsWith("a.jsonl cannot be taken and stays where it is"),
            note -> assertThat(note).isEqualTo("a.jsonl is taken now."));
  }

  @Test
  void aFileThatFailedAndIsGoneIsNoLongerCounted() throws Exception {
    putIn("first.jsonl", TAMWORTH);
    awaitDone("first.jsonl");
    Files.move(folder.resolve("done"), folder.resolve("aside"));
    Files.createFile(folder.resolve("done"));
    putIn("a.jsonl", MID_BEDFORDSHIRE);
    Awaitility.await("a.jsonl has failed").until(() -> failedFiles() == 1);

    Files.delete(folder.resolve("a.jsonl"));

    Awaitility.await("no file has failed").until(() -> failedFiles() == 0);
  }

  @Test
  void aFolderThatIsNotThereIsAUsersMistake() {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> watched(missing).run())
        .isInstanceOf(UserError.class)
        .hasMessage("There is no folder " + missing + " to watch.");
  }

  private WatchedFolder watched(Path watched) {
    return new WatchedFolder(log.publisher, heard, watched, new FailedFiles(meters));
  }

  private double failedFiles() {
    return meters.get("election.night.folder.failed.files").gauge().value();
  }

  private void watch() {
    try {
      watched(folder).run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void putIn(String name, String text) throws IOException {
    Path file = elsewhere.resolve(name);
    Files.writeString(file, text);
    Files.move(file, folder.resolve(name));
  }

  private void awaitDone(String name) {
    Awaitility.await("done/" + name).until(() -> Files.exists(done(name)));
  }

  private Path done(String name) {
    return folder.resolve("done").resolve(name);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static String declaration(String seat) {
    return text(
        MessageType.DECLARATION.write(
            seat.equals("Tamworth") ? Samples.tamworth(AT) : Samples.midBedfordshire(AT)));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
