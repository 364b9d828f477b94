import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Prints the topic of alerts, and goes on where it stopped: java -cp 'kafka-clients.jar:slf4j-api.jar' AlertsConsumer.java BOOTSTRAP_SERVERS */
class AlertsConsumer {
  public static void main(String[] arguments) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", arguments.length > 0 ? arguments[0] : "localhost:9092",
            "group.id", "my-newsroom",
            "auto.offset.reset", "earliest",
            // Without it, alerts of an update that did not take place would be read as well.
            "isolation.level", "read_committed",
            "key.deserializer", StringDeserializer.class,
            "value.deserializer", StringDeserializer.class);
    try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings)) {
      consumer.subscribe(List.of("alerts"));
      while (true) {
        for (ConsumerRecord<String, String> alert : consumer.poll(Duration.ofSeconds(1))) {
          // The key is the night. Print only what has "mode":"LIVE"; the same id with a higher revision replaces.
          System.out.println(alert.key() + " " + alert.value());
        }
      }
    }
  }
}
