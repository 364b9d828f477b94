package electionnight.producer;

import electionnight.producer.publish.Publisher;
import electionnight.wire.MessageType;
import electionnight.wire.Rejected;
import electionnight.wire.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A publisher without a cluster, and what it published. */
public final class Log {
  public final MockProducer<byte[], byte[]> producer;
  public final Publisher publisher;
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private Log(boolean acknowledges) {
    producer =
        new MockProducer<>(
            acknowledges, null, new ByteArraySerializer(), new ByteArraySerializer());
    publisher = new Publisher(producer, "", meters);
  }

  public static Log acknowledging() {
    return new Log(true);
  }

  /** Acknowledges only when told to, by {@code producer.completeNext()}. */
  public static Log silent() {
    return new Log(false);
  }

  public List<ProducerRecord<byte[], byte[]>> records(Topic topic) {
    return producer.history().stream().filter(sent -> sent.topic().equals(topic.name(""))).toList();
  }

  public List<String> texts(Topic topic) {
    return records(topic).stream()
        .map(sent -> new String(sent.value(), StandardCharsets.UTF_8))
        .toList();
  }

  /** The sum of all counters of that name which have these tags. */
  public double counted(String meter, String... tags) {
    return meters.find(meter).tags(tags).counters().stream().mapToDouble(Counter::count).sum();
  }

  public List<Rejected> rejected() {
    return records(Topic.REJECTED).stream()
        .map(sent -> MessageType.REJECTED.read(sent.value()).orElseThrow())
        .toList();
  }
}
