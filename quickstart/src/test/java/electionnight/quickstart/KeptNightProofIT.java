package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.cli.Cluster;
import electionnight.wire.KafkaSettings;
import electionnight.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night that was kept is proved and explained; a copy with one vote changed is not. */
class KeptNightProofIT {
  private static final String NIGHT = "by-elections-2023-10-19";
  private static final int PARTITIONS = 3;

  @TempDir private Path folder;

  @Test
  void aKeptNightProvesItselfAndACopyWithOneVoteChangedDoesNot()
      throws InterruptedException, ExecutionException {
    Path kept = folder.resolve("kept");
    assertThat(
            run("--night", NIGHT, "--speed", "max", "--port", "0", "--exit-when-declared", kept)
                .exitCode())
        .isZero();

    Ended verified = run("verify", kept);
    Ended explained = run("explain", NIGHT + ":BIGGEST_MAJORITY_OVERTURNED:E14000813", kept);
    Ended unknown = run("explain", NIGHT + ":SEAT_GAIN:E1", kept);

    assertThat(verified.out())
        .singleElement()
        .asString()
        .matches(
            NIGHT + ": 2 updates, \\d+ alerts, .* agree with 3 \\+ 2 inputs, rules version .*");
    assertThat(verified.exitCode()).as("standard error: %s", verified.err()).isZero();
    assertThat(explained.out())
        .contains("  Majority, first minus second: 13,872 - 12,680 = 1,192")
        .contains("  The majority of Con then: 38,692 - 14,028 = 24,664");
    assertThat(explained.exitCode()).isZero();
    assertThat(unknown.exitCode()).isOne();
    assertThat(unknown.err()).last().asString().startsWith("There is no alert '");

    Path changed = folder.resolve("changed");
    copy(kept, changed, "13872", "13873");
    Ended refuted = run("verify", changed);

    assertThat(refuted.exitCode()).isOne();
    assertThat(refuted.out()).isEmpty();
    assertThat(refuted.err())
        .last()
        .asString()
        .startsWith(NIGHT + ": update 2 at ")
        .contains("votes is 13872 in the log and 13873 re-folded");
  }

  private record Ended(int exitCode, List<String> out, List<String> err) {}

  /** Runs a command on a data folder, its last argument, until it ends. */
  private static Ended run(Object... arguments) throws InterruptedException {
    List<String> command = new ArrayList<>(Arrays.stream(arguments).map(Object::toString).toList());
    command.add(command.size() - 1, "--data");
    try (Program program = Program.start(command.toArray(String[]::new))) {
      int exitCode = program.awaitExit();
      return new Ended(exitCode, List.copyOf(program.out()), List.copyOf(program.err()));
    }
  }

  /** Copies a log to the same places, with some text of its declarations changed. */
  private static void copy(Path from, Path to, String there, String instead)
      throws InterruptedException, ExecutionException {
    try (DataFolder source = DataFolder.open(Optional.of(from));
        DataFolder target = DataFolder.open(Optional.of(to));
        EmbeddedBroker old = EmbeddedBroker.start(source.kafka());
        EmbeddedBroker copied = EmbeddedBroker.start(target.kafka())) {
      KafkaSettings reading = new KafkaSettings(old.bootstrapServers(), "", Map.of());
      KafkaSettings writing = new KafkaSettings(copied.bootstrapServers(), "", Map.of());
      Cluster.prepare(writing, PARTITIONS);
      try (KafkaConsumer<byte[], byte[]> consumer =
              new KafkaConsumer<>(
                  reading.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
          KafkaProducer<byte[], byte[]> producer =
              new KafkaProducer<>(
                  writing.producer(), new ByteArraySerializer(), new ByteArraySerializer())) {
        List<TopicPartition> partitions =
            Arrays.stream(Topic.values())
                .flatMap(
                    topic ->
                        IntStream.range(0, PARTITIONS)
                            .mapToObj(partition -> new TopicPartition(topic.name(""), partition)))
                .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.get(at))) {
          for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
            producer
                .send(
                    new ProducerRecord<>(
                        record.topic(),
                        record.partition(),
                        record.timestamp(),
                        record.key(),
                        changed(record, there, instead)))
                .get();
          }
        }
      }
    }
  }

  private static byte[] changed(
      ConsumerRecord<byte[], byte[]> record, String there, String instead) {
    return record.topic().equals(Topic.DECLARATIONS.name(""))
        ? new String(record.value(), StandardCharsets.UTF_8)
            .replace(there, instead)
            .getBytes(StandardCharsets.UTF_8)
        : record.value();
  }
}
