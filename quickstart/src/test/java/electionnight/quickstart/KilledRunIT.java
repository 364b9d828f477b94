package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import electionnight.domain.PartyRow;
import electionnight.domain.Scoreboard;
import electionnight.domain.Update;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.testing.FoldedNight;
import electionnight.wire.KafkaSettings;
import electionnight.wire.MessageType;
import electionnight.wire.Topic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed in the middle of the night and started again on the same folder. */
@Tag("cluster")
class KilledRunIT {
  private static final String NIGHT = "general-election-2024";

  @TempDir private Path data;

  @Test
  void itGoesOnEndsInTheSameFiguresAndRepeatsNoAlert() throws InterruptedException, IOException {
    try (Program first = run("3000", "--longest-wait", "1")) {
      int port = Integer.parseInt(first.awaitLine(": http://localhost:(\\d+)"));
      await("a hundred seats declared")
          .atMost(Duration.ofSeconds(120))
          .until(() -> declared(port) >= 100);
      first.kill();
    }
    String end;
    try (Program second = run("max", "--exit-when-declared")) {
      assertThat(second.awaitExit()).as("exit code; standard error: %s", second.err()).isZero();
      end = String.join("\n", second.out());
    }

    RecordedNight night = Nights.open(NIGHT);
    FoldedNight expected = new FoldedNight();
    expected.apply(night.election());
    night.seats().forEach(expected::apply);
    night.moments().forEach(moment -> expected.apply(moment.said()));
    assertThat(MessageType.SCOREBOARD.read(end.getBytes(StandardCharsets.UTF_8)).orElseThrow())
        .isEqualTo(expected.scoreboard());
    try (EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("kafka"))) {
      KafkaSettings kafka = new KafkaSettings(broker.bootstrapServers(), "", Map.of());
      List<Update> updates =
          TopicReader.values(kafka, Topic.UPDATES).stream()
              .map(value -> MessageType.UPDATE.read(value).orElseThrow())
              .toList();
      assertThat(updates)
          .extracting(Update::revision)
          .containsExactlyElementsOf(
              LongStream.rangeClosed(1, expected.updates().size()).boxed().toList());
      assertThat(TopicReader.values(kafka, Topic.ALERTS))
          .extracting(value -> MessageType.ALERT.read(value).orElseThrow())
          .extracting(alert -> alert.id() + " " + alert.revision() + " " + alert.state())
          .containsExactlyElementsOf(
              expected.updates().stream()
                  .flatMap(update -> update.alerts().stream())
                  .map(alert -> alert.id() + " " + alert.revision() + " " + alert.state())
                  .toList());
      assertThat(TopicReader.values(kafka, Topic.REJECTED)).isEmpty();
      Scoreboard last = updates.get(updates.size() - 1).scoreboard();
      assertThat(last.parties().get(0)).extracting(PartyRow::seats).isEqualTo(411);
    }
    try (Program verify = Program.start("verify", "--data", data.toString())) {
      assertThat(verify.awaitExit()).as("verify; standard error: %s", verify.err()).isZero();
      assertThat(verify.out()).hasSize(1).first().asString().startsWith(NIGHT + ": 657 updates");
    }
    String reached = NIGHT + ":MAJORITY_REACHED:Lab";
    try (Program explain = Program.start("explain", reached, "--data", data.toString())) {
      assertThat(explain.awaitExit()).as("explain; standard error: %s", explain.err()).isZero();
      assertThat(explain.out()).anyMatch(line -> line.contains("326"));
    }
  }

  private Program run(String speed, String... more) {
    String[] usual = {"--night", NIGHT, "--speed", speed, "--port", "0", "--data", data.toString()};
    String[] all = Arrays.copyOf(usual, usual.length + more.length);
    System.arraycopy(more, 0, all, usual.length, more.length);
    return Program.start(all);
  }

  /** Declared seats; none before the night is opened. */
  private static int declared(int port) throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + port + "/api/nights/" + NIGHT + "/scoreboard");
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
    return answer.statusCode() == 404
        ? 0
        : MessageType.SCOREBOARD.read(answer.body()).orElseThrow().declared();
  }
}
