package electionnight.producer.publish;

import electionnight.wire.Provenance;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import org.apache.kafka.clients.producer.Producer;

/** What is measured of what is published, and of the Kafka client that does it. */
final class PublishMetrics implements AutoCloseable {
  private final MeterRegistry registry;
  private final KafkaClientMetrics client;
  private final Counter unacknowledged;

  PublishMetrics(Producer<?, ?> producer, MeterRegistry registry) {
    client = new KafkaClientMetrics(producer);
    client.bindTo(registry);
    this.registry = registry;
    unacknowledged =
        Counter.builder("election.night.unacknowledged")
            .description("Messages that Kafka gave up on; whoever sent them was told")
            .register(registry);
  }

  void published(String topic, Provenance provenance) {
    Counter.builder("election.night.published")
        .description("Messages that Kafka has acknowledged")
        .tags("topic", topic, "source", provenance.source().orElse("unknown"))
        .register(registry)
        .increment();
  }

  void unacknowledged() {
    unacknowledged.increment();
  }

  @Override
  public void close() {
    client.close();
  }
}
