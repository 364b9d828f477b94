package electionnight.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import electionnight.audit.LogReader.Bounds;
import electionnight.cli.UserError;
import electionnight.wire.KafkaSettings;
import electionnight.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.internals.AutoOffsetResetStrategy;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Reads up to where the log ended, and tells where it does not begin at its beginning. */
class LogReaderTest {
  private static final KafkaSettings KAFKA = new KafkaSettings("nowhere:1", "test-", Map.of());
  private static final TopicPartition FIRST = new TopicPartition("test-seats", 0);
  private static final TopicPartition SECOND = new TopicPartition("test-seats", 1);

  private final MockConsumer<byte[], byte[]> consumer =
      new MockConsumer<>(AutoOffsetResetStrategy.EARLIEST.name());

  @Test
  void everyPartitionIsReadUpToItsEndAndOnlyTheKeysAskedFor() {
    atFirstPoll(
        () -> {
          add(SECOND, 3, "night", "c");
          add(FIRST, 0, "night", "a");
          add(FIRST, 1, "another", "x");
          add(FIRST, 2, "night", "b");
          add(FIRST, 3, "night", "after the end");
        });

    Log log =
        read(new Bounds(Map.of(), Map.of(FIRST, 0L, SECOND, 3L), Map.of(FIRST, 3L, SECOND, 4L)));

    assertThat(log.records().get(Topic.SEATS))
        .extracting(
            record -> record.place() + " " + new String(record.value(), StandardCharsets.UTF_8))
        .containsExactly("test-seats-0@0 a", "test-seats-0@2 b", "test-seats-1@3 c");
    assertThat(log.night("night").seats()).hasSize(3);
    assertThat(log.gone()).contains("test-seats-1 begins at offset 3, what came before is gone");
    assertThat(consumer.closed()).isTrue();
  }

  @Test
  void aTopicWithoutRecordsIsRead() {
    atFirstPoll(() -> {});

    Log log = read(new Bounds(Map.of(), Map.of(FIRST, 0L), Map.of(FIRST, 0L)));

    assertThat(log.keys()).isEmpty();
    assertThat(log.gone()).isEmpty();
  }

  @Test
  void whatTheClientCannotReadIsASentence() {
    consumer.setPollException(new KafkaException("the disk is gone"));
    atFirstPoll(() -> {});

    assertThatThrownBy(() -> read(new Bounds(Map.of(), Map.of(FIRST, 0L), Map.of(FIRST, 1L))))
        .isInstanceOf(UserError.class)
        .hasMessage("The log at nowhere:1 cannot be read: the disk is gone");
  }

  @Test
  void aPlaceIsReadAsItIsWritten() {
    assertThat(Place.parse("my-prefix-rejected-2@17"))
        .contains(new Place("my-prefix-rejected", 2, 17));
    assertThat(Place.parse("rejected@17")).isEmpty();
    assertThat(Place.parse("rejected-0@-1")).isEmpty();
    assertThat(Place.parse("rejected-0@99999999999999999999")).isEmpty();
  }

  private Log read(Bounds bounds) {
    return new LogReader(KAFKA, () -> consumer)
        .read(Set.of(Topic.SEATS), bounds, key -> !key.equals("another"));
  }

  private void atFirstPoll(Runnable records) {
    Map<TopicPartition, Long> beginnings = new HashMap<>();
    beginnings.put(FIRST, 0L);
    beginnings.put(SECOND, 3L);
    consumer.updateBeginningOffsets(beginnings);
    consumer.schedulePollTask(records);
  }

  private void add(TopicPartition partition, long offset, String key, String value) {
    consumer.addRecord(
        new ConsumerRecord<>(
            partition.topic(),
            partition.partition(),
            offset,
            key.getBytes(StandardCharsets.UTF_8),
            value.getBytes(StandardCharsets.UTF_8)));
  }
}
