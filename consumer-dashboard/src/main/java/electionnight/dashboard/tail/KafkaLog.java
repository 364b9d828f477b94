package electionnight.dashboard.tail;

import electionnight.cli.Cluster;
import electionnight.wire.App;
import electionnight.wire.KafkaSettings;
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

  public KafkaLog(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  @Override
  public Consumer<byte[], byte[]> open() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(kafka.admin())) {
      Cluster.check(admin, kafka, App.CONSUMER_DASHBOARD);
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
