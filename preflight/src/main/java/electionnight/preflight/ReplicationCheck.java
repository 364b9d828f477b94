package electionnight.preflight;

import electionnight.cli.TopicState;
import electionnight.wire.TopicShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.TopicConfig;

/** Whether a broker may fail without a record being lost or the night standing still. */
final class ReplicationCheck implements Check {
  private static final int SAFE_REPLICAS = 3;
  private static final String MOVE =
      "A night that matters has 3 on 3 brokers: kafka-reassign-partitions.sh adds replicas.";

  @Override
  public String name() {
    return "replication";
  }

  @Override
  public List<Finding> look(Patient patient) throws ExecutionException, InterruptedException {
    List<TopicState> topics = topics(patient);
    if (topics.stream().allMatch(topic -> topic.description().isEmpty())) {
      return List.of(
          Finding.warn(
              name(), "no topic can be seen", "Mend what is said of topics, then look again."));
    }
    // What is found of several topics is said once, in the order in which it was found.
    Map<Finding, List<String>> found = new LinkedHashMap<>();
    for (TopicState topic : topics) {
      for (Finding finding : of(topic)) {
        found.computeIfAbsent(finding, key -> new ArrayList<>()).add(topic.shape().name());
      }
    }
    if (found.isEmpty()) {
      return List.of(Finding.ok(name(), "every replica is in sync, and a broker may fail"));
    }
    return found.entrySet().stream()
        .map(
            entry -> {
              Finding finding = entry.getKey();
              return new Finding(
                  name(),
                  finding.status(),
                  finding.found() + ": " + String.join(", ", entry.getValue()),
                  finding.advice());
            })
        .toList();
  }

  private static List<TopicState> topics(Patient patient)
      throws ExecutionException, InterruptedException {
    Stream<TopicShape> kafkasOwn =
        Stream.of("__consumer_offsets", "__transaction_state")
            .map(name -> new TopicShape(name, TopicShape.Cleanup.LATEST, false));
    return TopicState.of(
        patient.admin(),
        Stream.concat(TopicShape.all(patient.settings()).stream(), kafkasOwn).toList());
  }

  private List<Finding> of(TopicState topic) {
    List<TopicPartitionInfo> partitions =
        topic.description().map(described -> described.partitions()).orElse(List.of());
    if (partitions.isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    int replicas =
        partitions.stream().mapToInt(partition -> partition.replicas().size()).min().orElseThrow();
    int inSync =
        partitions.stream().mapToInt(partition -> partition.isr().size()).min().orElseThrow();
    if (partitions.stream().map(TopicPartitionInfo::leader).anyMatch(ReplicationCheck::isNone)) {
      findings.add(
          Finding.fail(name(), "a partition has no leader", "Start the brokers that are down."));
    }
    if (replicas < SAFE_REPLICAS) {
      findings.add(
          Finding.warn(name(), replicas == 1 ? "1 replica" : replicas + " replicas", MOVE));
    }
    minimum(topic).ifPresent(minimum -> findings.addAll(againstMinimum(replicas, inSync, minimum)));
    if (partitions.stream().anyMatch(at -> at.isr().size() < at.replicas().size())) {
      findings.add(
          Finding.warn(
              name(),
              "a partition is under-replicated",
              "Start the broker that is down, and wait until it has caught up."));
    }
    if (topic.config().map(ReplicationCheck::mayLose).orElse(false)) {
      findings.add(
          Finding.fail(
              name(),
              TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG + "=true",
              "A record that was acknowledged can be lost; set it to false."));
    }
    return findings;
  }

  private List<Finding> againstMinimum(int replicas, int inSync, int minimum) {
    if (inSync < minimum) {
      return List.of(
          Finding.fail(
              name(),
              inSync + " in sync, and min.insync.replicas=" + minimum,
              "Nothing can be published until more brokers are up."));
    }
    if (replicas > 1 && minimum >= replicas) {
      return List.of(
          Finding.warn(
              name(),
              replicas + " replicas and min.insync.replicas=" + minimum,
              "No broker may fail; the minimum is to be one less than the replicas."));
    }
    if (replicas > 1 && minimum == 1) {
      return List.of(
          Finding.warn(
              name(),
              replicas + " replicas and min.insync.replicas=1",
              "What only one broker has can be lost with it: 'topics create"
                  + " --min-insync-replicas 2'."));
    }
    return List.of();
  }

  private static boolean isNone(Node leader) {
    return leader == null || leader.isEmpty();
  }

  private static Optional<Integer> minimum(TopicState topic) {
    return topic
        .config()
        .map(config -> config.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG))
        .map(Integer::valueOf);
  }

  private static boolean mayLose(Map<String, String> config) {
    return Boolean.parseBoolean(config.get(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG));
  }
}
