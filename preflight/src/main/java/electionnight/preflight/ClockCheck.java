package electionnight.preflight;

import electionnight.wire.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InvalidReplicaAssignmentException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * How far the brokers' clocks are from the one here. Each appends a record to a topic that is made
 * for it and deleted again, with the time that it has; it is compared with the time here, as
 * exactly as the answer was quick.
 */
final class ClockCheck implements Check {
  private static final Duration BEARABLE = Duration.ofSeconds(1);
  private static final int ANSWER_WITHIN_MS = 4000;

  /** How far a clock is ahead of the one here, and how sure that is. */
  private record Skew(long millis, long uncertainty) {
    boolean isBearable() {
      return Math.abs(millis) - uncertainty <= BEARABLE.toMillis();
    }

    @Override
    public String toString() {
      return (millis < 0 ? "" : "+") + millis + " ms (± " + uncertainty + ")";
    }
  }

  @Override
  public String name() {
    return "clocks";
  }

  @Override
  public List<Finding> look(Patient patient) throws ExecutionException, InterruptedException {
    String topic = patient.settings().topicPrefix() + "doctor-" + UUID.randomUUID();
    List<Integer> brokers = List.copyOf(patient.brokers().keySet());
    try {
      patient.admin().createTopics(List.of(aPartitionOn(brokers, topic))).all().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InvalidReplicaAssignmentException) {
        return List.of(
            Finding.warn(
                name(),
                "were not compared, because a broker is down",
                "Start it, then look again."));
      }
      throw e;
    }
    Map<Integer, Skew> skews;
    try {
      skews = measured(patient, topic, brokers);
    } finally {
      patient.admin().deleteTopics(List.of(topic)).all().get();
    }
    List<Finding> findings = new ArrayList<>();
    skews.forEach(
        (broker, skew) -> {
          if (!skew.isBearable()) {
            findings.add(
                Finding.warn(
                    name(),
                    "broker " + broker + " is " + skew + " from this machine",
                    "Let NTP set both: ages and delays are measured across machines."));
          }
        });
    return findings.isEmpty()
        ? List.of(Finding.ok(name(), "within a second of this machine: broker " + words(skews)))
        : findings;
  }

  private static String words(Map<Integer, Skew> skews) {
    return skews.entrySet().stream()
        .map(skew -> skew.getKey() + " " + skew.getValue())
        .collect(Collectors.joining(", "));
  }

  private static NewTopic aPartitionOn(List<Integer> brokers, String topic) {
    Map<Integer, List<Integer>> replicas = new HashMap<>();
    for (int partition = 0; partition < brokers.size(); partition++) {
      replicas.put(partition, List.of(brokers.get(partition)));
    }
    return new NewTopic(topic, replicas)
        .configs(
            Map.of(
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                "LogAppendTime",
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                "1"));
  }

  private static Map<Integer, Skew> measured(Patient patient, String topic, List<Integer> brokers)
      throws ExecutionException, InterruptedException {
    ByteArraySerializer bytes = new ByteArraySerializer();
    Map<Integer, Skew> skews = new TreeMap<>();
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(config(patient.settings()), bytes, bytes)) {
      for (int partition = 0; partition < brokers.size(); partition++) {
        // The first opens the connection, which the second need not wait for.
        append(producer, topic, partition);
        skews.put(brokers.get(partition), append(producer, topic, partition));
      }
    }
    return skews;
  }

  /** Of a producer that answers soon, whatever the user has for those of a night. */
  static Map<String, Object> config(KafkaSettings settings) {
    Map<String, Object> config = new HashMap<>(settings.producer());
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_WITHIN_MS);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_WITHIN_MS);
    return config;
  }

  private static Skew append(Producer<byte[], byte[]> producer, String topic, int partition)
      throws ExecutionException, InterruptedException {
    long sent = System.currentTimeMillis();
    long appended =
        producer.send(new ProducerRecord<>(topic, partition, null, new byte[0])).get().timestamp();
    long answered = System.currentTimeMillis();
    return new Skew(appended - (sent + answered) / 2, (answered - sent + 1) / 2);
  }
}
