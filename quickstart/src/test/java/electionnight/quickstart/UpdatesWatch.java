package electionnight.quickstart;

import static org.awaitility.Awaitility.await;

import electionnight.domain.Update;
import electionnight.wire.KafkaSettings;
import electionnight.wire.MessageType;
import electionnight.wire.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the updates as they are committed, and knows how long each partition has been silent and
 * how far each election is.
 */
final class UpdatesWatch implements AutoCloseable {
  private final Map<Integer, Long> latest = new ConcurrentHashMap<>();
  private final Map<Integer, Long> longestSilence = new ConcurrentHashMap<>();
  private final Map<Integer, Integer> heard = new ConcurrentHashMap<>();
  private final Map<String, Update> newest = new ConcurrentHashMap<>();
  private final Map<String, String> wrong = new ConcurrentHashMap<>();
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Thread thread;
  private volatile boolean stopped;

  UpdatesWatch(KafkaSettings kafka) {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    consumer = new KafkaConsumer<>(kafka.consumer(), bytes, bytes);
    consumer.assign(
        consumer.partitionsFor(kafka.topic(Topic.UPDATES)).stream()
            .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
            .toList());
    thread = new Thread(this::run, "updates-watch");
    thread.start();
  }

  /** Forgets all silences; those that begin or last from now on count. */
  void reset() {
    long now = System.nanoTime();
    latest.replaceAll((partition, before) -> now);
    longestSilence.clear();
  }

  /** How many updates of a partition were read. */
  int heard(int partition) {
    return heard.getOrDefault(partition, 0);
  }

  /** The longest time between two updates of a partition since {@link #reset()}. */
  Duration longestSilence(int partition) {
    return Duration.ofNanos(longestSilence.getOrDefault(partition, 0L));
  }

  /** The newest update of each election. */
  Map<String, Update> newest() {
    return newest;
  }

  /** Updates that did not follow the one before, in words; empty when all is well. */
  Map<String, String> wrong() {
    return wrong;
  }

  private void run() {
    while (!stopped) {
      consumer.poll(Duration.ofMillis(20)).forEach(this::record);
    }
  }

  private void record(ConsumerRecord<byte[], byte[]> record) {
    long now = System.nanoTime();
    Long before = latest.put(record.partition(), now);
    if (before != null) {
      longestSilence.merge(record.partition(), now - before, Math::max);
    }
    heard.merge(record.partition(), 1, Integer::sum);
    Update update = MessageType.UPDATE.read(record.value()).orElseThrow();
    String election = update.election().value();
    Update last = newest.put(election, update);
    long expected = last == null ? 1 : last.revision() + 1;
    if (update.revision() != expected) {
      wrong.put(election, "revision " + update.revision() + " where " + expected + " is next");
    }
  }

  @Override
  public void close() {
    stopped = true;
    await("the end of the watch").until(() -> !thread.isAlive());
    consumer.close();
  }
}
