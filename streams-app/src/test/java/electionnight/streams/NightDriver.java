package electionnight.streams;

import electionnight.domain.Alert;
import electionnight.domain.Election;
import electionnight.domain.Input;
import electionnight.domain.Seat;
import electionnight.domain.Update;
import electionnight.testing.FoldedNight;
import electionnight.wire.KafkaSettings;
import electionnight.wire.MessageType;
import electionnight.wire.Rejected;
import electionnight.wire.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The topology without a broker: what is heard is folded before the call returns. */
final class NightDriver implements AutoCloseable {
  private final KafkaSettings kafka;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final TopologyTestDriver driver;
  private final Map<Topic, Integer> heard = new EnumMap<>(Topic.class);

  private NightDriver(KafkaSettings kafka, Path stateDir) {
    this.kafka = kafka;
    Properties config = new Properties();
    config.putAll(
        new StreamsSettings(
                stateDir, Duration.ofMillis(10), Duration.ofSeconds(6), Optional.empty(), 1, 0)
            .config(kafka));
    this.driver = new TopologyTestDriver(NightTopology.build(kafka, meters), config);
  }

  /**
   * A first start.
   *
   * @param prefix of the topics
   * @param stateDir a folder that nobody else uses
   */
  static NightDriver start(String prefix, Path stateDir) {
    return new NightDriver(new KafkaSettings("unused:9092", prefix, Map.of()), stateDir);
  }

  /**
   * Another process that takes over where this one ends: it has the stores, as the changelogs give
   * them back, and the next offsets; and nothing in memory.
   *
   * @param stateDir a folder that nobody else uses
   */
  NightDriver takenOver(Path stateDir) {
    NightDriver next = new NightDriver(kafka, stateDir);
    heard.forEach((topic, records) -> next.skip(topic, records));
    for (String name : driver.getAllStateStores().keySet()) {
      KeyValueStore<String, Object> from = driver.getKeyValueStore(name);
      KeyValueStore<String, Object> to = next.driver.getKeyValueStore(name);
      try (KeyValueIterator<String, Object> all = from.all()) {
        all.forEachRemaining(entry -> to.put(entry.key, entry.value));
      }
    }
    close();
    return next;
  }

  /** Records that no store is asked for. */
  private void skip(Topic topic, int records) {
    for (int i = 0; i < records; i++) {
      hear(topic, null, null);
    }
    output(Topic.REJECTED);
  }

  /** An input of a night, when it was said. */
  void hear(Input input) {
    Topic topic =
        input instanceof Election || input instanceof Seat ? Topic.SEATS : Topic.DECLARATIONS;
    byte[] key = utf8(input.election().value());
    hear(topic, new TestRecord<>(key, FoldedNight.message(input), FoldedNight.saidAt(input)));
  }

  /** Any record. */
  void hear(Topic topic, String key, byte[] value) {
    hear(topic, new TestRecord<>(key == null ? null : utf8(key), value, Instant.EPOCH));
  }

  /** Any record. */
  void hear(Topic topic, TestRecord<byte[], byte[]> record) {
    put(topic, record);
    theOtherInputStaysEmpty();
  }

  /** Puts a record on the broker, where it waits as long as the other input may get an earlier. */
  void put(Topic topic, TestRecord<byte[], byte[]> record) {
    TestInputTopic<byte[], byte[]> input =
        driver.createInputTopic(
            kafka.topic(topic), new ByteArraySerializer(), new ByteArraySerializer());
    heard.merge(topic, 1, Integer::sum);
    input.pipeInput(record);
  }

  private void theOtherInputStaysEmpty() {
    driver.advanceWallClockTime(Duration.ofSeconds(1));
  }

  /** What was written to a topic since it was asked last. */
  List<TestRecord<byte[], byte[]>> output(Topic topic) {
    theOtherInputStaysEmpty();
    return driver
        .createOutputTopic(
            kafka.topic(topic), new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  List<Update> updates() {
    return read(Topic.UPDATES, MessageType.UPDATE);
  }

  /** The one update since it was asked last. */
  Update update() {
    List<Update> updates = updates();
    if (updates.size() != 1) {
      throw new AssertionError(updates.size() + " updates, expected 1: " + updates);
    }
    return updates.get(0);
  }

  List<Alert> alerts() {
    return read(Topic.ALERTS, MessageType.ALERT);
  }

  List<Rejected> rejected() {
    return read(Topic.REJECTED, MessageType.REJECTED);
  }

  private <T> List<T> read(Topic topic, MessageType<T> type) {
    return output(topic).stream().map(record -> type.read(record.value()).orElseThrow()).toList();
  }

  /** The sum of all counters that have these tags; 0 where nothing was ever counted. */
  double counted(String meter, String... tags) {
    return meters.find(meter).tags(tags).counters().stream().mapToDouble(Counter::count).sum();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    driver.close();
  }
}
