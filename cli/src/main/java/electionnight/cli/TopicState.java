package electionnight.cli;

import electionnight.wire.TopicShape;
import electionnight.wire.TopicShape.Deviation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What a cluster says of a topic to whoever asks.
 *
 * @param shape as it has to be
 * @param hidden whether the principal may not even know that it is there
 * @param description empty when it is hidden or not there
 * @param config its configuration, defaults included; empty when it may not be read, or the topic
 *     is not there
 */
public record TopicState(
    TopicShape shape,
    boolean hidden,
    Optional<TopicDescription> description,
    Optional<Map<String, String>> config) {

  /**
   * Asks for all at once.
   *
   * @throws ExecutionException when the cluster cannot be reached
   */
  public static List<TopicState> of(Admin admin, List<TopicShape> shapes)
      throws ExecutionException, InterruptedException {
    List<String> names = shapes.stream().map(TopicShape::name).toList();
    Map<String, KafkaFuture<TopicDescription>> described =
        admin
            .describeTopics(names, new DescribeTopicsOptions().includeAuthorizedOperations(true))
            .topicNameValues();
    Map<ConfigResource, KafkaFuture<Config>> configured =
        admin.describeConfigs(names.stream().map(TopicState::resource).toList()).values();
    List<TopicState> states = new ArrayList<>();
    for (TopicShape shape : shapes) {
      states.add(of(shape, described.get(shape.name()), configured.get(resource(shape.name()))));
    }
    return states;
  }

  private static TopicState of(
      TopicShape shape, KafkaFuture<TopicDescription> described, KafkaFuture<Config> configured)
      throws ExecutionException, InterruptedException {
    Optional<TopicDescription> description = Optional.empty();
    boolean hidden = false;
    try {
      description = Optional.of(described.get());
    } catch (ExecutionException e) {
      hidden = e.getCause() instanceof TopicAuthorizationException;
      if (!hidden && !(e.getCause() instanceof UnknownTopicOrPartitionException)) {
        throw e;
      }
    }
    return new TopicState(shape, hidden, description, config(configured));
  }

  private static Optional<Map<String, String>> config(KafkaFuture<Config> configured)
      throws ExecutionException, InterruptedException {
    try {
      Map<String, String> config = new HashMap<>();
      configured.get().entries().forEach(entry -> config.put(entry.name(), entry.value()));
      return Optional.of(config);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicAuthorizationException
          || e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  /** Whether the cluster says that there is no such topic. */
  public boolean isMissing() {
    return description.isEmpty() && !hidden;
  }

  /** Whether the principal may do that; whoever asks about a missing topic is not refused. */
  boolean allows(AclOperation operation) {
    if (operation == AclOperation.DESCRIBE_CONFIGS) {
      return config.isPresent() || isMissing();
    }
    return isMissing()
        || description
            .map(TopicDescription::authorizedOperations)
            .orElse(Set.of())
            .contains(operation);
  }

  /** How many partitions it has; empty when it is hidden or not there. */
  public Optional<Integer> partitions() {
    return description.map(topic -> topic.partitions().size());
  }

  /** Where its configuration is known and not as it has to be. */
  public List<Deviation> deviations() {
    return config.map(shape::deviations).orElse(List.of());
  }
}
