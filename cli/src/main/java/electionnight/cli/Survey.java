package electionnight.cli;

import electionnight.wire.App;
import electionnight.wire.KafkaSettings;
import electionnight.wire.Right;
import electionnight.wire.TopicShape;
import electionnight.wire.TopicShape.Deviation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * What is in the way of an app on a cluster. Nothing of the night is changed by asking.
 *
 * @param missingRights of the principal that asked
 * @param missingTopics names, as far as the principal may know
 * @param deviations topics that are not as they have to be
 */
public record Survey(
    List<Right> missingRights, List<String> missingTopics, List<Deviation> deviations) {

  /**
   * Asks the cluster, as the principal that the app will be.
   *
   * @throws ExecutionException when the cluster cannot be reached
   */
  public static Survey of(Admin admin, KafkaSettings settings, App app)
      throws ExecutionException, InterruptedException {
    List<TopicState> topics = TopicState.of(admin, app.topics(settings));
    List<Deviation> deviations =
        new ArrayList<>(topics.stream().flatMap(topic -> topic.deviations().stream()).toList());
    deviations.addAll(unequalPartitions(topics));
    return new Survey(
        new RightsQuestion(admin, topics).missing(app.rights(settings)),
        topics.stream().filter(TopicState::isMissing).map(topic -> topic.shape().name()).toList(),
        deviations);
  }

  /**
   * Those of the rights that the principal does not have.
   *
   * @throws ExecutionException when the cluster cannot be reached
   */
  public static List<Right> missing(Admin admin, KafkaSettings settings, List<Right> rights)
      throws ExecutionException, InterruptedException {
    List<TopicShape> shapes =
        TopicShape.all(settings).stream()
            .filter(shape -> rights.stream().anyMatch(right -> right.name().equals(shape.name())))
            .toList();
    return new RightsQuestion(admin, TopicState.of(admin, shapes)).missing(rights);
  }

  /** Topics whose partitions belong together but are not as many as those of the first. */
  public static List<Deviation> unequalPartitions(List<TopicState> topics) {
    List<TopicState> together =
        topics.stream()
            .filter(topic -> topic.shape().copartitioned() && topic.partitions().isPresent())
            .toList();
    List<Deviation> unequal = new ArrayList<>();
    for (TopicState topic : together) {
      int expected = together.get(0).partitions().orElseThrow();
      int partitions = topic.partitions().orElseThrow();
      if (partitions != expected) {
        unequal.add(
            new Deviation(
                topic.shape().name(),
                TopicShape.PARTITIONS,
                String.valueOf(partitions),
                expected + " as " + together.get(0).shape().name() + " has"));
      }
    }
    return unequal;
  }
}
