package electionnight.streams;

import electionnight.wire.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * How the fold runs.
 *
 * @param stateDir where the state stores keep their files; kept across restarts, it makes them
 *     quick
 * @param commitInterval how often a transaction is committed, and so about how long an update waits
 *     to be seen; 5 to 20 milliseconds are sensible
 * @param sessionTimeout after how long a silent instance is taken for dead and another takes over,
 *     and its unfinished transaction given up
 * @param instanceId a name that stays the same across restarts of this instance, so that it gets
 *     its work back at once; empty for none
 * @param threads stream threads in this instance; at least 1
 * @param standbyReplicas copies of the state that other instances keep up to date, so that who
 *     takes over need not read it from the changelog first; 0 for none
 */
public record StreamsSettings(
    Path stateDir,
    Duration commitInterval,
    Duration sessionTimeout,
    Optional<String> instanceId,
    int threads,
    int standbyReplicas) {

  /**
   * How long an input that has become empty may still get more before the other is taken first. It
   * costs nothing during the night: once it has passed, it starts again only with the next record
   * of the input that was empty.
   */
  private static final int WAIT_FOR_THE_OTHER_INPUT_MS = 500;

  /** More than both inputs buffer, so that one poll never leaves reference data behind. */
  private static final int POLL_RECORDS = 10_000;

  /** In a session timeout; at the next one the others hear that they are to share anew. */
  private static final int HEARTBEATS = 10;

  /**
   * @throws IllegalArgumentException when a value cannot be, which it names as the options do
   */
  public StreamsSettings {
    requireMillis("--commit-interval", commitInterval, 1);
    requireMillis("--session-timeout", sessionTimeout, HEARTBEATS);
    requireCount("--threads", threads, 1);
    requireCount("--standby-replicas", standbyReplicas, 0);
  }

  private static void requireMillis(String option, Duration value, int least) {
    long millis = value.toMillis();
    if (millis < least || millis > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          option + " is " + least + " to " + Integer.MAX_VALUE + " ms, not " + millis);
    }
  }

  private static void requireCount(String option, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(option + " is " + least + " or more, not " + value);
    }
  }

  /** The session timeout on this cluster, where the user's own properties win. */
  Duration sessionTimeout(KafkaSettings kafka) {
    return Duration.ofMillis(
        kafka.number(
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, Math.toIntExact(sessionTimeout.toMillis())));
  }

  /** Whether this instance has a name that stays the same across restarts. */
  boolean hasAName(KafkaSettings kafka) {
    return instanceId.isPresent()
        || kafka.properties().containsKey(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
  }

  /**
   * The Kafka Streams configuration on this cluster. The user's own properties win, but for what
   * the fold needs: it reads both inputs in large polls, and writes large records.
   */
  public Map<String, Object> config(KafkaSettings kafka) {
    int sessionTimeoutMs = Math.toIntExact(sessionTimeout(kafka).toMillis());
    Map<String, Object> config = new HashMap<>();
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
    // A commit that is not due yet would wait for the end of a poll that finds nothing.
    config.put(StreamsConfig.POLL_MS_CONFIG, commitInterval.toMillis());
    config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
    config.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, WAIT_FOR_THE_OTHER_INPUT_MS);
    config.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), POLL_RECORDS);
    config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
    config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    config.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, standbyReplicas);
    config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    config.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedMemory.class);
    config.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        KafkaSettings.MAX_RECORD_BYTES);
    config.put(
        StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG),
        String.valueOf(KafkaSettings.MAX_RECORD_BYTES));
    // With a prefix they would win over what the user gives without.
    producerDefaults(sessionTimeoutMs).entrySet().stream()
        .filter(ours -> !kafka.properties().containsKey(ours.getKey()))
        .forEach(ours -> config.put(StreamsConfig.producerPrefix(ours.getKey()), ours.getValue()));
    consumerDefaults(sessionTimeoutMs).entrySet().stream()
        .filter(ours -> !kafka.properties().containsKey(ours.getKey()))
        .forEach(ours -> config.put(StreamsConfig.consumerPrefix(ours.getKey()), ours.getValue()));
    config.putAll(kafka.properties());
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, kafka.applicationId());
    return config;
  }

  private static Map<String, Object> producerDefaults(int sessionTimeoutMs) {
    return Map.of(
        // Nobody sees what came after the transaction of a dead instance until it is given up.
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
        sessionTimeoutMs,
        ProducerConfig.LINGER_MS_CONFIG,
        0,
        // A transaction often begins before the markers of the last are written, and asks again.
        ProducerConfig.RETRY_BACKOFF_MS_CONFIG,
        5);
  }

  private Map<String, Object> consumerDefaults(int sessionTimeoutMs) {
    Map<String, Object> defaults = new HashMap<>();
    defaults.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, sessionTimeoutMs);
    defaults.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, sessionTimeoutMs / HEARTBEATS);
    instanceId.ifPresent(id -> defaults.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id));
    return defaults;
  }
}
