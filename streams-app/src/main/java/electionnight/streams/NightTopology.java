package electionnight.streams;

import electionnight.wire.Inputs;
import electionnight.wire.KafkaSettings;
import electionnight.wire.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * The topology as a value. Both inputs are keyed by election, so one processor folds a whole night
 * in order, in one hop and one transaction, from a declaration to its alerts.
 */
public final class NightTopology {
  static final String FOLD = "fold-night";

  /** Kafka's own ends the fold at the first record without a timestamp. */
  private static final TimestampExtractor SENT_AT =
      (record, partitionTime) -> Inputs.sentAt(record.timestamp());

  private NightTopology() {}

  /**
   * @param settings for the names of the topics
   * @param meters where the fold counts inputs, queries and alerts
   */
  public static Topology build(KafkaSettings settings, MeterRegistry meters) {
    ByteArrayDeserializer bytesIn = new ByteArrayDeserializer();
    ByteArraySerializer bytesOut = new ByteArraySerializer();
    Topology topology = new Topology();
    for (Inputs in : Inputs.values()) {
      topology.addSource(
          (AutoOffsetReset) null,
          source(in),
          SENT_AT,
          bytesIn,
          bytesIn,
          settings.topic(in.topic()));
    }
    topology.addProcessor(
        FOLD,
        new FoldProcessor.Supplier(settings, new NightMetrics(meters)),
        Arrays.stream(Inputs.values()).map(NightTopology::source).toArray(String[]::new));
    for (Topic out : FoldProcessor.OUTPUTS) {
      topology.addSink(sink(out), settings.topic(out), bytesOut, bytesOut, FOLD);
    }
    return topology;
  }

  static String source(Inputs inputs) {
    return inputs.topic().name("") + "-source";
  }

  static String sink(Topic topic) {
    return topic.name("") + "-sink";
  }
}
