package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import electionnight.domain.Declaration;
import electionnight.domain.SeatId;
import electionnight.domain.Update;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.testing.Amended;
import electionnight.wire.Decoded;
import electionnight.wire.KafkaSettings;
import electionnight.wire.MessageType;
import electionnight.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Everything that was published can be proved from the log, and a log that was altered cannot. */
@TestInstance(Lifecycle.PER_CLASS)
class ProofIT {
  private static final List<String> NIGHTS =
      List.of(
          "general-election-2019", "general-election-2024", "by-elections-2023-10-19-misreported");

  @AutoClose private RunningSystem system;

  @BeforeAll
  void playTheNights() throws InterruptedException {
    system = played();
  }

  private static RunningSystem played() throws InterruptedException {
    RunningSystem system = RunningSystem.embedded();
    for (String name : NIGHTS) {
      system.play(Nights.open(name));
    }
    return system;
  }

  @Test
  void everyNightIsProvedFromTheLog() {
    CommandLineRun verify = run("verify");

    assertThat(verify.exitCode()).as("exit code; standard error: %s", verify.err()).isZero();
    assertThat(verify.out().lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("general-election-2019: 652 updates"))
        .anyMatch(line -> line.startsWith("general-election-2024: 657 updates"))
        .anyMatch(line -> line.startsWith("by-elections-2023-10-19-misreported: 3 updates"));
  }

  @Test
  void aNightPlayedTwiceGivesTheSameBytes() throws InterruptedException {
    List<ConsumerRecord<byte[], byte[]>> once = TopicReader.records(system.kafka(), Topic.UPDATES);

    try (RunningSystem again = played()) {
      List<ConsumerRecord<byte[], byte[]>> twice =
          TopicReader.records(again.kafka(), Topic.UPDATES);

      assertThat(twice).hasSameSizeAs(once);
      for (String night : NIGHTS) {
        assertThat(of(night, twice)).as("updates of %s", night).isEqualTo(of(night, once));
      }
    }
  }

  @Test
  void oneChangedVoteIsFound(@TempDir Path folder) throws InterruptedException {
    RecordedNight night = Nights.open("general-election-2024");
    SeatId putney = seat(night, "Putney");
    try (BrokerWithTopics other = BrokerWithTopics.start(folder)) {
      KafkaSettings altered = other.kafka();
      copyWithOneVoteMore(altered, putney);

      CommandLineRun verify = CommandLineRun.against(altered.bootstrapServers(), "verify");

      assertThat(verify.exitCode()).isEqualTo(1);
      assertThat(verify.err().lines())
          .as("one night differs: %s", verify.err())
          .hasSize(1)
          .first()
          .asString()
          .startsWith("general-election-2024: ")
          .contains("update " + revisionOf(putney))
          .contains("candidates[0]")
          .contains("was changed since");
      assertThat(verify.out().lines()).as("the others agree").hasSize(2);
    }
  }

  @Test
  void anAlertIsExplainedInWordsAndFigures() {
    CommandLineRun explain =
        run(
            "explain",
            "by-elections-2023-10-19-misreported:BIGGEST_MAJORITY_OVERTURNED:"
                + seat(Nights.open("by-elections-2023-10-19-misreported"), "Mid Bedfordshire"));

    assertThat(explain.exitCode()).as("exit code; standard error: %s", explain.err()).isZero();
    assertThat(explain.out())
        .contains("24,664", "13,872", "12,680", "1,192", "20.5")
        .contains("Tiverton and Honiton", "24,239")
        .contains("Tamworth")
        .contains("declarations-")
        .contains("matches");
    assertThat(explain.err()).isEmpty();
  }

  @Test
  void anUnknownAlertIsToldInOneSentence() {
    CommandLineRun explain = run("explain", "general-election-2024:SEAT_GAIN:E1400");

    assertThat(explain.exitCode()).isEqualTo(1);
    assertThat(explain.err().lines()).hasSize(1).first().asString().endsWith(".");
    assertThat(explain.out()).isEmpty();
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.against(system.kafka().bootstrapServers(), arguments);
  }

  private static SeatId seat(RecordedNight night, String name) {
    return night.seats().stream()
        .filter(seat -> seat.name().equals(name))
        .findFirst()
        .orElseThrow()
        .seat();
  }

  private long revisionOf(SeatId seat) {
    return TopicReader.values(system.kafka(), Topic.UPDATES).stream()
        .map(value -> MessageType.UPDATE.read(value).orElseThrow())
        .filter(update -> update.election().value().equals("general-election-2024"))
        .filter(update -> update.seats().get(0).seat().equals(seat))
        .mapToLong(Update::revision)
        .min()
        .orElseThrow();
  }

  private static List<String> of(String night, List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream()
        .filter(record -> text(record.key()).equals(night))
        .map(record -> text(record.value()))
        .toList();
  }

  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** The same log on another broker, but for one vote of one candidate. */
  private void copyWithOneVoteMore(KafkaSettings to, SeatId seat) {
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(to.producer(), bytes, bytes)) {
      for (Topic topic : Topic.values()) {
        for (ConsumerRecord<byte[], byte[]> record : TopicReader.records(system.kafka(), topic)) {
          byte[] value =
              topic == Topic.DECLARATIONS ? altered(record.value(), seat) : record.value();
          producer.send(
              new ProducerRecord<>(
                  record.topic(), record.partition(), record.timestamp(), record.key(), value));
        }
      }
    }
  }

  private static byte[] altered(byte[] value, SeatId seat) {
    return MessageType.DECLARATION.read(value) instanceof Decoded.Read<Declaration> read
            && read.value().seat().equals(seat)
            && read.value().election().value().equals("general-election-2024")
        ? MessageType.DECLARATION.write(
            Amended.of(
                MessageType.DECLARATION,
                read.value(),
                tree -> {
                  ObjectNode row = (ObjectNode) tree.get("votes").get(0);
                  row.put("votes", row.get("votes").intValue() + 1);
                }))
        : value;
  }
}
