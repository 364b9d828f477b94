package electionnight.dashboard.tail;

import electionnight.wire.KafkaSettings;
import electionnight.wire.TopicAdmin;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The log on a Kafka cluster. */
public final class KafkaLog implements Log {
  private final KafkaSettings kafka;
  private final int partitions;

  /**
   * @param partitions of a topic that has to be made
   */
  public KafkaLog(KafkaSettings kafka, int partitions) {
    this.kafka = kafka;
    this.partitions = partitions;
  }

  @Override
  public Consumer<byte[], byte[]> open() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(kafka.admin())) {
      TopicAdmin.ensure(admin, kafka.topicPrefix(), partitions);
    }
    Map<String, Object> consumer = new HashMap<>(kafka.consumer());
    consumer.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    return new KafkaConsumer<>(consumer, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public String place() {
    return kafka.bootstrapServers();
  }
}
