package electionnight.audit;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Cause;
import electionnight.domain.Contest;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import electionnight.testing.SmallNight;
import electionnight.wire.Inputs;
import electionnight.wire.KafkaSettings;
import electionnight.wire.MessageType;
import electionnight.wire.Rejected;
import electionnight.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** What was rejected is kept whole, told plainly, and goes back to where it came from. */
class ResendTest {
  private static final byte[] DECLARATION =
      MessageType.DECLARATION.write(SmallNight.declaration("A", 1, "Lab 10, Con 5"));
  private static final Reason UNKNOWN_SEAT =
      new Reason(Code.UNKNOWN_SEAT, "seat", "A", "a seat of small-night");

  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final List<String> sent = new ArrayList<>();
  private final List<String> refused = new ArrayList<>();

  @Test
  void whatCameByKafkaGoesBackByteForByteUnderItsOwnKey() {
    byte[] message = "{ \"as\" : \"it came\" }".getBytes(StandardCharsets.UTF_8);
    resend(rejected(4, fromKafka("test-seats", "another key", message)));

    assertThat(sent).containsExactly("test-rejected-0@4 was sent to test-seats-0@0.");
    assertThat(refused).isEmpty();
    ProducerRecord<byte[], byte[]> record = producer.history().get(0);
    assertThat(record.topic()).isEqualTo("test-seats");
    assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("another key");
    assertThat(record.value()).isEqualTo(message);
  }

  @Test
  void whatASourceRefusedGoesToTheTopicOfItsTypeUnderItsNight() {
    resend(rejected(0, fromSource("results.jsonl line 12", DECLARATION)));

    ProducerRecord<byte[], byte[]> record = producer.history().get(0);
    assertThat(record.topic()).isEqualTo("test-declarations");
    assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("small-night");
    assertThat(record.value()).isEqualTo(DECLARATION);
  }

  @Test
  void theSameInputIsSentOnce() {
    resend(
        rejected(0, fromKafka("test-declarations", "small-night", DECLARATION)),
        rejected(1, fromKafka("test-declarations", "small-night", DECLARATION)),
        rejected(2, fromSource("results.jsonl line 12", DECLARATION)));

    assertThat(producer.history()).hasSize(1);
    assertThat(sent).containsExactly("test-rejected-0@0 was sent to test-declarations-0@0.");
  }

  @Test
  void whatCannotGoBackIsRefusedInASentenceAndTheRestIsSent() {
    byte[] unknown = "{\"type\":\"wish\"}".getBytes(StandardCharsets.UTF_8);
    byte[] nightless = "{\"type\":\"declaration\"}".getBytes(StandardCharsets.UTF_8);
    resend(
        rejected(0, fromKafka("test-declarations", "small-night", new byte[3 * 1024 * 1024])),
        rejected(1, fromSource("results.jsonl line 1", unknown)),
        rejected(2, fromSource("results.jsonl line 2", nightless)),
        rejected(3, fromKafka("declarations", "small-night", DECLARATION)),
        rejected(4, fromSource("results.jsonl line 3", DECLARATION)));

    assertThat(refused)
        .containsExactly(
            "test-rejected-0@0 keeps only the beginning of what came in, which cannot be sent"
                + " again; mend it at test-declarations-0@7.",
            "test-rejected-0@1 is no message of a known type, so no topic is its own; mend it at"
                + " results.jsonl line 1.",
            "test-rejected-0@2 names no night, which would be its key; mend it at results.jsonl"
                + " line 2.",
            "test-rejected-0@3 came in by declarations, which is no topic of inputs here.");
    assertThat(sent).containsExactly("test-rejected-0@4 was sent to test-declarations-0@0.");
  }

  @Test
  void aRejectedInputIsListedInALineAndShownWhole() {
    LogInMemory log = new LogInMemory("small-night");
    log.say(SmallNight.election(Contest.BY_ELECTION, 1));
    log.say(Inputs.NIGHT, "{\"type\":\"\u001b[2J\"}".getBytes(StandardCharsets.UTF_8));
    log.say(SmallNight.declaration("A", 1, "Lab 10, Con 5"));
    List<RejectedInput> all = RejectedInput.in(log.read());

    assertThat(all).hasSize(2);
    assertThat(all.get(1).line())
        .isEqualTo(
            "rejected-0@1  declarations-0@1  small-night/A  UNKNOWN_SEAT: seat is 'A', expected a"
                + " seat of small-night");
    assertThat(all.get(1).isFor(Code.UNKNOWN_SEAT)).isTrue();
    assertThat(all.get(1).isFor(Code.WRONG_KEY)).isFalse();
    assertThat(all.get(1).isOf("small-night")).isTrue();
    assertThat(RejectedPage.of(all.get(1)))
        .startsWith("rejected-0@1", "  Came in at declarations-0@1")
        .contains("  Key: small-night")
        .contains("  UNKNOWN_SEAT: seat is 'A', expected a seat of small-night")
        .endsWith("As it came in", "  " + new String(DECLARATION, StandardCharsets.UTF_8));
    assertThat(RejectedPage.of(all.get(0)).toString()).contains("Base64").doesNotContain("\u001b");
  }

  private void resend(RejectedInput... inputs) {
    new Resend(new KafkaSettings("nowhere:1", "test-", Map.of()), producer)
        .send(List.of(inputs), sent::add, refused::add);
  }

  private static Rejected fromKafka(String topic, String key, byte[] message) {
    Cause cause = Inputs.heard(topic, 0, 7, message, 0).cause();
    return Rejected.of(
        cause.toString(),
        Optional.of(cause),
        List.of(UNKNOWN_SEAT),
        key.getBytes(StandardCharsets.UTF_8),
        message);
  }

  private static Rejected fromSource(String origin, byte[] message) {
    return Rejected.of(origin, Optional.empty(), List.of(UNKNOWN_SEAT), null, message);
  }

  private static RejectedInput rejected(long offset, Rejected input) {
    return new RejectedInput(
        new LogRecord(
            new Place("test-" + Topic.REJECTED.name(""), 0, offset),
            0,
            null,
            MessageType.REJECTED.write(input)),
        input);
  }
}
