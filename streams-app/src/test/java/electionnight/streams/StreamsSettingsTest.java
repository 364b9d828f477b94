package electionnight.streams;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.wire.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamsSettingsTest {
  private static final StreamsSettings USUAL = settings(10, 6000, 1, 0);

  @Test
  void ourDefaultsReachTheClients() {
    assertThat(producer(Map.of()))
        .containsEntry("linger.ms", 0)
        .containsEntry("retry.backoff.ms", 5)
        .containsEntry("transaction.timeout.ms", 6000);
    assertThat(consumer(Map.of()))
        .containsEntry("session.timeout.ms", 6000)
        .containsEntry("heartbeat.interval.ms", 600)
        .doesNotContainKey("group.instance.id");
  }

  @ParameterizedTest
  @CsvSource({
    "linger.ms,7",
    "retry.backoff.ms,50",
    "transaction.timeout.ms,30000",
    "delivery.timeout.ms,90000"
  })
  void aPropertyOfTheUserWinsInTheProducer(String property, String value) {
    assertThat(String.valueOf(producer(Map.of(property, value)).get(property)))
        .as(property)
        .isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "session.timeout.ms,45000",
    "heartbeat.interval.ms,1000",
    "retry.backoff.ms,50",
    "fetch.max.wait.ms,20"
  })
  void aPropertyOfTheUserWinsInTheConsumer(String property, String value) {
    assertThat(String.valueOf(consumer(Map.of(property, value)).get(property)))
        .as(property)
        .isEqualTo(value);
  }

  @Test
  void whatFollowsFromTheSessionTimeoutFollowsThatOfTheUser() {
    Map<String, String> users = Map.of("session.timeout.ms", "300");

    assertThat(consumer(users)).containsEntry("heartbeat.interval.ms", 30);
    assertThat(producer(users)).containsEntry("transaction.timeout.ms", 300);
    assertThat(USUAL.sessionTimeout(kafka(users))).isEqualTo(Duration.ofMillis(300));
  }

  @Test
  void anInstanceMayGetItsNameFromAProperty() {
    Map<String, String> users = Map.of("group.instance.id", "mine");

    assertThat(String.valueOf(consumer(users).get("group.instance.id"))).startsWith("mine");
    assertThat(USUAL.hasAName(kafka(users))).as("has a name").isTrue();
    assertThat(USUAL.hasAName(kafka(Map.of()))).as("has a name without any").isFalse();
  }

  /** Else declarations could be folded before their seats, and long updates not be written. */
  @Test
  void whatTheFoldNeedsStaysOurs() {
    Map<String, String> users = Map.of("max.poll.records", "1", "max.request.size", "1000");

    assertThat(consumer(users)).containsEntry("max.poll.records", 10_000);
    assertThat(producer(users)).containsEntry("max.request.size", KafkaSettings.MAX_RECORD_BYTES);
  }

  private static Map<String, Object> producer(Map<String, String> users) {
    return config(users).getProducerConfigs("a-client");
  }

  private static Map<String, Object> consumer(Map<String, String> users) {
    return config(users).getMainConsumerConfigs("a-group", "a-client", 1);
  }

  private static StreamsConfig config(Map<String, String> users) {
    return new StreamsConfig(USUAL.config(kafka(users)));
  }

  private static KafkaSettings kafka(Map<String, String> users) {
    return new KafkaSettings("unused:9092", "", users);
  }

  private static StreamsSettings settings(
      long commitIntervalMs, long sessionTimeoutMs, int threads, int standbyReplicas) {
    return new StreamsSettings(
        Path.of("unused"),
        Duration.ofMillis(commitIntervalMs),
        Duration.ofMillis(sessionTimeoutMs),
        Optional.empty(),
        threads,
        standbyReplicas);
  }
}
