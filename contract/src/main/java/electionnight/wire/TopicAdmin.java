package electionnight.wire;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes the topics of a night where they are not there yet. */
public final class TopicAdmin {
  /**
   * Partitions of a topic that is not there yet, unless told otherwise; elections spread over them.
   */
  public static final int DEFAULT_PARTITIONS = 3;

  private TopicAdmin() {}

  /**
   * Creates what is missing; leaves what is there as it is.
   *
   * @param partitions of every topic: elections spread over them
   * @throws ExecutionException when the cluster refuses or cannot be reached
   */
  public static void ensure(Admin admin, String prefix, int partitions)
      throws ExecutionException, InterruptedException {
    Set<String> present = new HashSet<>(admin.listTopics().names().get());
    List<NewTopic> missing =
        Arrays.stream(Topic.values())
            .filter(topic -> !present.contains(topic.name(prefix)))
            .map(
                topic ->
                    new NewTopic(topic.name(prefix), Optional.of(partitions), Optional.empty())
                        .configs(topic.config()))
            .toList();
    for (var created : admin.createTopics(missing).values().values()) {
      try {
        created.get();
      } catch (ExecutionException e) {
        // Another app of the same night may have made it a moment ago.
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
  }
}
