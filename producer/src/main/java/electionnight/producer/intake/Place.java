package electionnight.producer.intake;

import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Where in the log a request's body went.
 *
 * @param topic the Kafka topic, with its prefix
 * @param partition the partition of it
 * @param offset the offset in the partition
 */
record Place(String topic, int partition, long offset) {
  static Place of(RecordMetadata acknowledged) {
    return new Place(acknowledged.topic(), acknowledged.partition(), acknowledged.offset());
  }

  /** As people and the audit log have it: {@code declarations-0@17}. */
  String text() {
    return topic + "-" + partition + "@" + offset;
  }
}
