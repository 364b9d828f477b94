package electionnight.preflight;

import electionnight.wire.App;
import electionnight.wire.KafkaSettings;
import electionnight.wire.TopicShape;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Topics and users as the resources from which the Strimzi operators make them on Kubernetes. The
 * names of users are those of the principals there.
 */
final class StrimziResources {
  private static final String HEAD =
      """
      # The topics of Election Night, and a user for each app with its rights and nothing more;
      # made by './election-night acls --format strimzi'.
      """;

  private static final String TOPIC =
      """
      ---
      apiVersion: kafka.strimzi.io/v1
      kind: KafkaTopic
      metadata:
        name: "%s"
        labels:
          strimzi.io/cluster: "%s"
      spec:
        partitions: %d
        replicas: %d
        config:
      """;

  private static final String USER =
      """
      ---
      apiVersion: kafka.strimzi.io/v1
      kind: KafkaUser
      metadata:
        name: "%s"
        labels:
          strimzi.io/cluster: "%s"
      spec:
        authentication:
          type: scram-sha-512
        authorization:
          type: simple
          acls:
      """;

  private static final String ACL =
      """
            - resource:
                type: %s
                name: "%s"
                patternType: %s
              operations: [%s]
      """;

  private final KafkaSettings settings;
  private final TopicSetup.Wanted topics;
  private final String cluster;

  /**
   * @param topics what is not asked for is three partitions, three replicas, two of them in sync
   * @param cluster the name of the resource Kafka
   */
  StrimziResources(KafkaSettings settings, TopicSetup.Wanted topics, String cluster) {
    this.settings = settings;
    this.topics = topics;
    this.cluster = cluster;
  }

  String of(Principals principals) {
    StringBuilder yaml = new StringBuilder(HEAD);
    TopicShape.all(settings).forEach(shape -> yaml.append(topic(shape)));
    for (App app : App.values()) {
      yaml.append(USER.formatted(principals.userOf(app), cluster));
      for (Grant grant : Grant.of(app.rights(settings))) {
        grant.names().forEach(name -> yaml.append(acl(grant, name)));
      }
    }
    return yaml.toString();
  }

  private String topic(TopicShape shape) {
    Map<String, String> config = new TreeMap<>(shape.config());
    config.put(
        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
        String.valueOf(topics.minInsyncReplicas().orElse(2)));
    return TOPIC.formatted(
            shape.name(),
            cluster,
            topics.partitions().orElse(TopicSetup.DEFAULT_PARTITIONS),
            topics.replicationFactor().orElse((short) 3))
        + config.entrySet().stream()
            .map(entry -> "    " + entry.getKey() + ": " + entry.getValue() + "\n")
            .collect(Collectors.joining());
  }

  private static String acl(Grant grant, String name) {
    return ACL.formatted(
        grant.type() == ResourceType.TRANSACTIONAL_ID
            ? "transactionalId"
            : grant.type().name().toLowerCase(Locale.ROOT),
        name,
        grant.pattern() == PatternType.PREFIXED ? "prefix" : "literal",
        grant.operationNames().collect(Collectors.joining(", ")));
  }
}
