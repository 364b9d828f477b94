package electionnight.audit;

import electionnight.cli.Cluster;
import electionnight.cli.UserError;
import electionnight.wire.KafkaSettings;
import electionnight.wire.Right;
import electionnight.wire.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads topics from their beginning to where they ended when it was asked, and of them only what
 * was committed. Makes no topic and joins no group.
 */
final class LogReader {
  private static final Duration POLL = Duration.ofMillis(200);

  /** Longer than a transaction of a fold that died may stay open. */
  private static final int MOST_POLLS_IN_VAIN = 450;

  private final KafkaSettings settings;
  private final Supplier<Consumer<byte[], byte[]>> consumers;

  LogReader(KafkaSettings settings) {
    this(settings, () -> connect(settings));
  }

  /**
   * @param consumers makes the one consumer of a reading
   */
  LogReader(KafkaSettings settings, Supplier<Consumer<byte[], byte[]>> consumers) {
    this.settings = settings;
    this.consumers = consumers;
  }

  private static Consumer<byte[], byte[]> connect(KafkaSettings settings) {
    Map<String, Object> consumer = new HashMap<>(settings.consumer());
    consumer.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    return new KafkaConsumer<>(consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /**
   * Where the log began and ended.
   *
   * @param folded up to where the fold had committed each partition of its inputs; absent where
   *     nobody knows
   * @param beginnings of every partition
   * @param ends of every partition, open transactions included
   */
  record Bounds(
      Map<TopicPartition, Long> folded,
      Map<TopicPartition, Long> beginnings,
      Map<TopicPartition, Long> ends) {}

  /**
   * Reads topics; one that is not there is empty.
   *
   * @param keys which records to keep, by their keys as text
   */
  Log read(Set<Topic> topics, Predicate<String> keys) {
    return read(
        topics,
        Cluster.ask(
            settings,
            admin -> {
              Cluster.requireRights(admin, settings, rights(topics));
              return bounds(admin, topics, Map.of());
            }),
        keys);
  }

  /**
   * Reads every topic, with how far the fold had got. That is asked first, so that all the fold had
   * published by then is below the ends that are asked after it.
   *
   * @param keys which records to keep, by their keys as text
   */
  Log readAll(Predicate<String> keys) {
    Set<Topic> topics = EnumSet.allOf(Topic.class);
    return read(
        topics,
        Cluster.ask(
            settings,
            admin -> {
              Cluster.requireRights(admin, settings, rights(topics));
              Cluster.requireRights(admin, settings, List.of(Right.toSeeProgress(settings)));
              return bounds(admin, topics, folded(admin));
            }),
        keys);
  }

  /** A topic that may not be read would look like one that is not there. */
  private List<Right> rights(Set<Topic> topics) {
    return topics.stream().map(topic -> Right.toRead(topic, settings)).toList();
  }

  private Bounds bounds(Admin admin, Set<Topic> topics, Map<TopicPartition, Long> folded)
      throws ExecutionException, InterruptedException {
    Set<String> present = admin.listTopics().names().get();
    List<String> names = topics.stream().map(settings::topic).filter(present::contains).toList();
    List<TopicPartition> partitions =
        admin.describeTopics(names).allTopicNames().get().values().stream()
            .flatMap(
                topic ->
                    topic.partitions().stream()
                        .map(info -> new TopicPartition(topic.name(), info.partition())))
            .toList();
    return new Bounds(
        folded,
        offsets(admin, partitions, OffsetSpec.earliest()),
        offsets(admin, partitions, OffsetSpec.latest()));
  }

  private Map<TopicPartition, Long> folded(Admin admin)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> folded = new HashMap<>();
    try {
      admin
          .listConsumerGroupOffsets(settings.applicationId())
          .partitionsToOffsetAndMetadata()
          .get()
          .forEach(
              (partition, offset) -> {
                if (offset != null) {
                  folded.put(partition, offset.offset());
                }
              });
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof GroupIdNotFoundException)) {
        throw e;
      }
    }
    return folded;
  }

  private static Map<TopicPartition, Long> offsets(
      Admin admin, List<TopicPartition> partitions, OffsetSpec spec)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(partition, spec));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    admin
        .listOffsets(asked)
        .all()
        .get()
        .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
    return offsets;
  }

  /** Reads topics within known bounds. */
  Log read(Set<Topic> topics, Bounds bounds, Predicate<String> keys) {
    Map<String, Topic> byName = new HashMap<>();
    topics.forEach(topic -> byName.put(settings.topic(topic), topic));
    Map<Topic, List<LogRecord>> records = new EnumMap<>(Topic.class);
    Arrays.stream(Topic.values()).forEach(topic -> records.put(topic, new ArrayList<>()));
    try (Consumer<byte[], byte[]> consumer = consumers.get()) {
      read(
          consumer,
          bounds.ends(),
          record -> {
            if (keys.test(record.keyText())) {
              records.get(byName.get(record.place().topic())).add(record);
            }
          });
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      throw new UserError(
          "The log at " + settings.bootstrapServers() + " cannot be read: " + e.getMessage(), e);
    }
    records.values().forEach(list -> list.sort(LogRecord.IN_ORDER));
    return new Log(records, bounds);
  }

  private void read(
      Consumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> ends,
      java.util.function.Consumer<LogRecord> keep) {
    consumer.assign(ends.keySet());
    consumer.seekToBeginning(ends.keySet());
    int inVain = 0;
    while (!isRead(consumer, ends)) {
      boolean moved = false;
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        moved = true;
        if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
          keep.accept(toLogRecord(record));
        }
      }
      inVain = moved ? 0 : inVain + 1;
      if (inVain > MOST_POLLS_IN_VAIN) {
        throw new UserError(
            "The log at "
                + settings.bootstrapServers()
                + " cannot be read to its end: the broker is silent, or a transaction stays open.");
      }
    }
  }

  private static boolean isRead(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private static LogRecord toLogRecord(ConsumerRecord<byte[], byte[]> record) {
    return new LogRecord(
        new Place(record.topic(), record.partition(), record.offset()),
        record.timestamp(),
        record.key(),
        record.value());
  }
}
