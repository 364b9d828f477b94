package electionnight.quickstart;

import electionnight.dashboard.Dashboard;
import electionnight.wire.KafkaSettings;
import electionnight.wire.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows when all that was published has run through: by offsets, because a declaration that was
 * rejected or said nothing new leaves no update to wait for.
 */
final class Drain {
  private static final Duration AT_MOST = Duration.ofSeconds(120);

  private final KafkaSettings kafka;
  private final Dashboard dashboard;

  Drain(KafkaSettings kafka, Dashboard dashboard) {
    this.kafka = kafka;
    this.dashboard = dashboard;
  }

  void await() throws InterruptedException {
    try (Admin admin = Admin.create(kafka.admin())) {
      Poll.until(AT_MOST, "every declaration was folded", () -> isFolded(admin));
      Poll.until(AT_MOST, "every update was shown", () -> isShown(admin));
      Future<Void> pushed = dashboard.pushed();
      Poll.until(AT_MOST, "every update was pushed", pushed::isDone);
    }
  }

  private boolean isFolded(Admin admin) throws ExecutionException, InterruptedException {
    Map<TopicPartition, Long> folded = new HashMap<>();
    admin
        .listConsumerGroupOffsets(kafka.applicationId())
        .partitionsToOffsetAndMetadata()
        .get()
        .forEach((partition, offset) -> folded.put(partition, offset.offset()));
    return reached(folded, ends(admin, List.of(Topic.SEATS, Topic.DECLARATIONS)));
  }

  private boolean isShown(Admin admin) throws ExecutionException, InterruptedException {
    return reached(dashboard.positions(), ends(admin, List.of(Topic.UPDATES)));
  }

  private static boolean reached(
      Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  private Map<TopicPartition, Long> ends(Admin admin, List<Topic> topics)
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    admin
        .describeTopics(topics.stream().map(kafka::topic).toList())
        .allTopicNames()
        .get()
        .forEach(
            (name, topic) ->
                topic
                    .partitions()
                    .forEach(
                        partition ->
                            latest.put(
                                new TopicPartition(name, partition.partition()),
                                OffsetSpec.latest())));
    Map<TopicPartition, Long> ends = new HashMap<>();
    // Not the end of what is committed: the fold's offsets can be seen before its updates can.
    admin
        .listOffsets(latest)
        .all()
        .get()
        .forEach((partition, offset) -> ends.put(partition, offset.offset()));
    return ends;
  }
}
