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

  /** Counts from 0 on: the first message of a source would be no growth otherwise. */
  void expect(String topic, String source) {
    counter(topic, source);
  }

  void published(String topic, Provenance provenance) {
    counter(topic, provenance.source().orElse("unknown")).increment();
  }

  private Counter counter(String topic, String source) {
    return Counter.builder("election.night.published")
        .description("Messages that Kafka has acknowledged")
        .tags("topic", topic, "source", source)
        .register(registry);
  }

  void unacknowledged() {
    unacknowledged.increment();
  }

  @Override
  public void close() {
    client.close();
  }
}
