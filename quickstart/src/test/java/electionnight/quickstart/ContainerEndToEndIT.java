package electionnight.quickstart;

import electionnight.testing.Requirement;
import electionnight.wire.KafkaSettings;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The contract on a Kafka in a container, with a prefix in front of its topics. */
@Tag("cluster")
class ContainerEndToEndIT extends EndToEndContract {
  private KafkaContainer container;

  @Override
  Optional<KafkaSettings> cluster() {
    Requirement.CONTAINERS.require(
        DockerClientFactory.instance().isDockerAvailable(), "Docker engine");
    container =
        new KafkaContainer("apache/kafka:4.3.1")
            // An image built from read-only files cannot edit its copies of them otherwise.
            .withCreateContainerCmdModifier(command -> command.withUser("root"));
    container.start();
    return Optional.of(new KafkaSettings(container.getBootstrapServers(), "test.", Map.of()));
  }

  @AfterAll
  void stopContainer() {
    if (container != null) {
      container.stop();
    }
  }
}
