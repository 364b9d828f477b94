package electionnight.dashboard.tail;

import electionnight.wire.KafkaSettings;
import electionnight.wire.Topic;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures what is written and not committed for a while, on a thread of its own. One transaction
 * that stays open keeps everything behind it from whoever reads committed records; one that is open
 * for a moment is as it should be. So the end of a moment ago is held against what is stable now.
 */
public final class UncommittedRecords implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(UncommittedRecords.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final KafkaSettings kafka;
  private final String topic;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "uncommitted"));
  private Admin admin;
  private Map<TopicPartition, Long> ends = Map.of();
  private volatile double records = Double.NaN;

  private UncommittedRecords(KafkaSettings kafka, MeterRegistry registry) {
    this.kafka = kafka;
    topic = kafka.topic(Topic.UPDATES);
    Gauge.builder("election.night.uncommitted.records", () -> records)
        .description("Records that have been behind an open transaction for 5 seconds")
        .tag("topic", topic)
        .register(registry);
  }

  /** Begins to look. */
  public static UncommittedRecords start(KafkaSettings kafka, MeterRegistry registry) {
    UncommittedRecords started = new UncommittedRecords(kafka, registry);
    started.looks.scheduleWithFixedDelay(
        started::look, 0, BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    return started;
  }

  private void look() {
    try {
      if (admin == null) {
        admin = Admin.create(kafka.admin());
      }
      Map<TopicPartition, Long> stable = offsets(IsolationLevel.READ_COMMITTED);
      records =
          stable.entrySet().stream()
              .mapToLong(at -> Math.max(0, ends.getOrDefault(at.getKey(), 0L) - at.getValue()))
              .sum();
      ends = offsets(IsolationLevel.READ_UNCOMMITTED);
    } catch (ExecutionException | RuntimeException e) {
      // Thrown on, it would be the last look, and the figure would stay as it is.
      LOG.debug("it is not known what is uncommitted", e);
      records = Double.NaN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<TopicPartition, Long> offsets(IsolationLevel isolation)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    admin
        .describeTopics(List.of(topic))
        .allTopicNames()
        .get()
        .get(topic)
        .partitions()
        .forEach(
            partition ->
                latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest()));
    return admin
        .listOffsets(latest, new ListOffsetsOptions(isolation))
        .all()
        .get()
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, at -> at.getValue().offset()));
  }

  @Override
  public void close() {
    looks.shutdownNow();
    try {
      looks.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
  }
}
