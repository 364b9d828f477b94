package electionnight.quickstart;

import electionnight.preflight.TopicSetup;
import electionnight.wire.KafkaSettings;
import java.nio.file.Path;
import java.util.Map;

/** An embedded broker with the topics of a night, and no app. */
record BrokerWithTopics(EmbeddedBroker broker, KafkaSettings kafka) implements AutoCloseable {

  static BrokerWithTopics start(Path folder) throws InterruptedException {
    EmbeddedBroker broker = EmbeddedBroker.start(folder);
    KafkaSettings kafka = new KafkaSettings(broker.bootstrapServers(), "", Map.of());
    TopicSetup.make(kafka);
    return new BrokerWithTopics(broker, kafka);
  }

  @Override
  public void close() {
    broker.close();
  }
}
