package electionnight.preflight;

import static org.assertj.core.api.Assertions.assertThatNoException;

import electionnight.wire.KafkaSettings;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class ClockCheckTest {
  @Test
  void aLingerOfTheUserDoesNotKeepItsProducerFromStarting() {
    ByteArraySerializer bytes = new ByteArraySerializer();
    KafkaSettings settings = new KafkaSettings("localhost:9092", "", Map.of("linger.ms", "5"));

    assertThatNoException()
        .isThrownBy(() -> new KafkaProducer<>(ClockCheck.config(settings), bytes, bytes).close());
  }
}
