package electionnight.quickstart;

import electionnight.wire.KafkaSettings;
import electionnight.wire.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what a topic holds at this moment, as a newsroom would: committed records only. */
final class TopicReader {
  private TopicReader() {}

  static List<byte[]> values(KafkaSettings kafka, Topic topic) {
    return records(kafka, topic).stream().map(ConsumerRecord::value).toList();
  }

  /** In the order of each partition. */
  static List<ConsumerRecord<byte[], byte[]>> records(KafkaSettings kafka, Topic topic) {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(kafka.consumer(), bytes, bytes)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(kafka.topic(topic)).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(at -> consumer.position(at) < ends.get(at))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }
}
