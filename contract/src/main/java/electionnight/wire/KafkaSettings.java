package electionnight.wire;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.security.auth.SecurityProtocol;

/**
 * Which cluster, and how to speak to it.
 *
 * @param bootstrapServers {@code host:port,host:port}
 * @param topicPrefix in front of every topic name and application id; may be empty
 * @param properties Kafka client properties as given by the user; they win over ours
 */
public record KafkaSettings(
    String bootstrapServers, String topicPrefix, Map<String, String> properties) {

  /** The largest record: a rejected one holds its original bytes in Base64. */
  public static final int MAX_RECORD_BYTES = 4 * 1024 * 1024;

  /** Leaves an app the time to say so within 10 seconds. */
  private static final int ADMIN_TIMEOUT_MS = 8000;

  private static final Set<String> WITH_TLS =
      Set.of(SecurityProtocol.SSL.name, SecurityProtocol.SASL_SSL.name);

  public KafkaSettings {
    properties = Map.copyOf(properties);
  }

  /** Without the values of the properties, among which may be secrets. */
  @Override
  public String toString() {
    return "KafkaSettings[bootstrapServers="
        + bootstrapServers
        + ", topicPrefix="
        + topicPrefix
        + ", properties="
        + new TreeSet<>(properties.keySet())
        + "]";
  }

  /** The servers that are asked for the others, each {@code host:port}. */
  public List<String> servers() {
    return Arrays.stream(bootstrapServers.split(",")).map(String::strip).toList();
  }

  /** Whether the cluster is spoken to with TLS. */
  public boolean speaksTls() {
    String protocol = properties.get(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG);
    return protocol != null && WITH_TLS.contains(protocol.toUpperCase(Locale.ROOT));
  }

  /** The name of a topic on this cluster. */
  public String topic(Topic topic) {
    return topic.name(topicPrefix);
  }

  /** The fold's application id, which is its consumer group and starts its changelogs' names. */
  public String applicationId() {
    return topicPrefix + "streams-app";
  }

  /** How the consumer group of each endpoint of the webhooks begins. */
  public String webhooksGroups() {
    return topicPrefix + "webhooks-";
  }

  /** For an admin client that says within 10 seconds, or those of the user, that Kafka is away. */
  public Map<String, Object> admin() {
    String request = AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG;
    String api = AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG;
    // Kafka refuses an API timeout under the request timeout, and one of the two may be the user's.
    return withOurs(
        Map.of(
            request,
            String.valueOf(Math.min(ADMIN_TIMEOUT_MS, number(api, ADMIN_TIMEOUT_MS))),
            api,
            String.valueOf(Math.max(ADMIN_TIMEOUT_MS, number(request, ADMIN_TIMEOUT_MS)))));
  }

  /**
   * A number among the properties.
   *
   * @param otherwise where the user did not give it
   * @throws ConfigException when it is no number
   */
  public int number(String property, int otherwise) {
    String given = properties.get(property);
    return given == null ? otherwise : (int) ConfigDef.parseType(property, given, Type.INT);
  }

  /** For a producer that never loses, never repeats and does not wait to fill a batch. */
  public Map<String, Object> producer() {
    return withOurs(
        Map.of(
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            "true",
            ProducerConfig.LINGER_MS_CONFIG,
            "0",
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            String.valueOf(MAX_RECORD_BYTES)));
  }

  /** For a consumer that sees only what was committed, from the beginning, in no group. */
  public Map<String, Object> consumer() {
    return withOurs(
        Map.of(
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            "false"));
  }

  private Map<String, Object> withOurs(Map<String, String> ours) {
    Map<String, Object> all = new HashMap<>(ours);
    all.putAll(properties);
    all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return all;
  }
}
