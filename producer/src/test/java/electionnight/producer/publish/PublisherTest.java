package electionnight.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import electionnight.cli.UserError;
import electionnight.domain.Declaration;
import electionnight.domain.Input;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import electionnight.producer.Log;
import electionnight.producer.Samples;
import electionnight.wire.Inputs;
import electionnight.wire.KafkaSettings;
import electionnight.wire.MessageType;
import electionnight.wire.Provenance;
import electionnight.wire.Rejected;
import electionnight.wire.Topic;
import electionnight.wire.TraceParent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

final class PublisherTest {
  private static final Declaration DECLARATION =
      Samples.tamworth(Instant.parse("2023-10-20T01:30:00Z"));
  private static final List<Reason> REASONS =
      List.of(new Reason(Code.UNREADABLE, "", "x", "a JSON object"));

  @Test
  void eachMessageGoesToItsTopicUnderItsElection() {
    Log log = Log.acknowledging();

    Samples.inputs().forEach(log.publisher::publish);

    assertThat(log.producer.history())
        .extracting(ProducerRecord::topic)
        .containsExactly(
            "seats", "seats", "declarations", "declarations", "declarations", "declarations");
    assertThat(log.producer.history())
        .extracting(sent -> new String(sent.key(), StandardCharsets.UTF_8))
        .containsOnly("by-elections-2023-10-19");
    assertThat(log.texts(Topic.DECLARATIONS))
        .extracting(text -> text.replaceFirst("(\"type\":\"\\w+\").*", "$1"))
        .containsExactly(
            "{\"schemaVersion\":1,\"type\":\"declaration\"",
            "{\"schemaVersion\":1,\"type\":\"confirmation\"",
            "{\"schemaVersion\":1,\"type\":\"hold\"",
            "{\"schemaVersion\":1,\"type\":\"alertSwitch\"");
    assertThat(read(log)).isEqualTo(Samples.inputs());
  }

  private static List<Input> read(Log log) {
    return log.producer.history().stream()
        .map(
            sent ->
                sent.topic().equals("seats")
                    ? Inputs.REFERENCE.read(sent.key(), sent.value()).orElseThrow()
                    : Inputs.NIGHT.read(sent.key(), sent.value()).orElseThrow())
        .toList();
  }

  @Test
  void theTopicPrefixIsInFront() {
    Log log = Log.acknowledging();

    new Publisher(log.producer, "rehearsal.", new SimpleMeterRegistry()).publish(DECLARATION);

    assertThat(log.producer.history().get(0).topic()).isEqualTo("rehearsal.declarations");
  }

  @Test
  void eachRecordSaysWhoSentItAndHasATraceOfItsOwnUnlessItIsPartOfOne() {
    Log log = Log.acknowledging();
    TraceParent began = TraceParent.begin();

    log.publisher.publish(DECLARATION);
    Publisher lines = log.publisher.as("lines");
    lines.publish(DECLARATION);
    lines.publish(DECLARATION);
    log.publisher
        .as("desk", began)
        .publish(Rejected.of("a", Optional.empty(), REASONS, null, new byte[0]));

    List<Provenance> said =
        log.producer.history().stream().map(sent -> Provenance.of(sent.headers())).toList();
    assertThat(said)
        .extracting(Provenance::source)
        .containsExactly(
            Optional.empty(), Optional.of("lines"), Optional.of("lines"), Optional.of("desk"));
    assertThat(said)
        .extracting(one -> one.trace().orElseThrow())
        .doesNotHaveDuplicates()
        .endsWith(began);
  }

  @Test
  void whatIsAcknowledgedIsCountedByTopicAndSource() {
    Log log = Log.silent();
    log.publisher.publish(DECLARATION);
    log.publisher.as("lines").publish(DECLARATION);
    log.publisher.as("lines").publish(DECLARATION);

    log.producer.completeNext();
    log.producer.completeNext();
    log.producer.errorNext(new TimeoutException("away"));

    assertThat(counted(log, "unknown")).isEqualTo(1);
    assertThat(counted(log, "lines")).isEqualTo(1);
    assertThat(log.counted("election.night.unacknowledged")).isEqualTo(1);
  }

  @Test
  void whatASourceSendsIsCountedFrom0BeforeItsFirstMessage() {
    SimpleMeterRegistry meters = new SimpleMeterRegistry();

    new Publisher(Log.acknowledging().producer, "rehearsal.", meters).expect("hall");

    assertThat(meters.find("election.night.published").tag("source", "hall").counters())
        .as("counters of the source, all at 0")
        .allMatch(counter -> counter.count() == 0)
        .extracting(counter -> counter.getId().getTag("topic"))
        .containsExactlyInAnyOrder(
            "rehearsal.seats", "rehearsal.declarations", "rehearsal.rejected");
  }

  private static double counted(Log log, String source) {
    return log.counted("election.night.published", "topic", "declarations", "source", source);
  }

  @Test
  void theRecordsTimeIsTheClientsOwn() {
    Log log = Log.acknowledging();

    log.publisher.publish(DECLARATION);

    assertThat(log.producer.history().get(0).timestamp()).isNull();
  }

  @Test
  void aRejectedInputKeepsItsKeyElseTakesItsElectionElseHasNone() {
    Log log = Log.acknowledging();
    byte[] message = MessageType.DECLARATION.write(DECLARATION);
    byte[] noise = {1, 2, 3};

    log.publisher.publish(Rejected.of("a", Optional.empty(), REASONS, new byte[] {7}, message));
    log.publisher.publish(Rejected.of("b", Optional.empty(), REASONS, null, message));
    log.publisher.publish(Rejected.of("c", Optional.empty(), REASONS, null, noise));

    assertThat(log.records(Topic.REJECTED))
        .extracting(ProducerRecord::key)
        .containsExactly(
            new byte[] {7}, "by-elections-2023-10-19".getBytes(StandardCharsets.UTF_8), null);
  }

  @Test
  void isAcknowledgedOnlyWhenKafkaSaysSo() {
    Log log = Log.silent();

    CompletableFuture<RecordMetadata> acknowledgement = log.publisher.publish(DECLARATION);

    assertThat(acknowledgement).isNotDone();
    log.producer.completeNext();
    assertThat(acknowledgement).isCompletedWithValueMatching(at -> at.offset() == 0);
  }

  @Test
  void aRefusedMessageFailsItsAcknowledgement() {
    Log log = Log.silent();
    CompletableFuture<RecordMetadata> acknowledgement = log.publisher.publish(DECLARATION);

    log.producer.errorNext(new TimeoutException("expired"));

    assertThatThrownBy(acknowledgement::join)
        .isInstanceOf(CompletionException.class)
        .hasRootCauseMessage("expired");
  }

  @Test
  void aClientThatThrowsFailsTheAcknowledgement() {
    Log log = Log.acknowledging();
    log.producer.sendException = new KafkaException("fenced");

    assertThatThrownBy(log.publisher.publish(DECLARATION)::join).hasRootCauseMessage("fenced");
  }

  @Test
  void anInterruptIsNoFailureOfKafkas() {
    Log log = Log.acknowledging();
    log.producer.sendException = new InterruptException("while it waited for room");
    Acknowledgements acknowledgements = new Acknowledgements();

    assertThatThrownBy(() -> acknowledgements.expect(log.publisher.publish(DECLARATION)))
        .isInstanceOf(InterruptedException.class);

    assertThat(Thread.interrupted()).as("flag beside the exception").isFalse();
  }

  @Test
  void closesEvenWhenInterruptedAndKeepsTheInterrupt() {
    Log log = Log.acknowledging();
    Thread.currentThread().interrupt();

    log.publisher.close();

    assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    assertThat(log.producer.closed()).isTrue();
  }

  @Test
  void aWrongKafkaPropertyIsAUsersMistake() {
    KafkaSettings settings =
        new KafkaSettings("localhost:9092", "", Map.of("compression.type", "squash"));

    assertThatThrownBy(() -> Publisher.connect(settings))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("compression.type");
  }
}
