package electionnight.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as it has to be on a cluster, but for the number of its partitions and replicas.
 *
 * @param name on the cluster
 * @param copartitioned whether one task of the fold has the same partition of this topic and of all
 *     others that are, so that each must have as many
 */
public record TopicShape(String name, Cleanup cleanup, boolean copartitioned) {
  /** How the number of partitions is called where it deviates. */
  public static final String PARTITIONS = "partitions";

  /** What becomes of old records. */
  public enum Cleanup {
    /** Kept for ever: the log of a night is its proof. */
    KEEP(
        Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG, "-1",
            TopicConfig.RETENTION_BYTES_CONFIG, "-1")),
    /** The latest of each key is kept. */
    LATEST(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));

    private final Map<String, String> config;

    Cleanup(Map<String, String> config) {
      this.config = config;
    }
  }

  /** Every topic of a night, those that only the fold reads and writes last. */
  public static List<TopicShape> all(KafkaSettings settings) {
    return Stream.concat(
            Arrays.stream(Topic.values()).map(topic -> topic.shape(settings)),
            Arrays.stream(Changelog.values()).map(changelog -> changelog.shape(settings)))
        .toList();
  }

  /** The configuration to create it with, in the order of its keys. */
  public Map<String, String> config() {
    Map<String, String> config = new TreeMap<>(cleanup.config);
    config.put(
        TopicConfig.MAX_MESSAGE_BYTES_CONFIG, String.valueOf(KafkaSettings.MAX_RECORD_BYTES));
    return config;
  }

  /**
   * Where a topic is not as it has to be; larger messages than needed may be allowed.
   *
   * @param actual its configuration on the cluster, defaults included
   */
  public List<Deviation> deviations(Map<String, String> actual) {
    List<Deviation> deviations = new ArrayList<>();
    config()
        .forEach(
            (setting, expected) -> {
              String value = actual.get(setting);
              if (!expected.equals(value) && !isLargeEnough(setting, value)) {
                deviations.add(
                    new Deviation(
                        name, setting, Optional.ofNullable(value).orElse("unset"), expected));
              }
            });
    return deviations;
  }

  private static boolean isLargeEnough(String setting, String value) {
    return setting.equals(TopicConfig.MAX_MESSAGE_BYTES_CONFIG)
        && value != null
        && Long.parseLong(value) >= KafkaSettings.MAX_RECORD_BYTES;
  }

  /**
   * One setting of a topic that is not as it has to be.
   *
   * @param value as it is
   */
  public record Deviation(String topic, String setting, String value, String expected) {
    /** Such as {@code topic updates has cleanup.policy=compact, expected delete}. */
    @Override
    public String toString() {
      return "topic " + topic + " has " + setting + "=" + value + ", expected " + expected;
    }
  }
}
