package electionnight.audit;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.cli.UserError;
import electionnight.wire.Decoded;
import electionnight.wire.Inputs;
import electionnight.wire.KafkaSettings;
import electionnight.wire.MessageType;
import electionnight.wire.Rejected;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * Sends what was rejected again, byte for byte, under its own key, to the topic it came from. What
 * a source refused before it reached Kafka goes to the topic of its type of message, under the
 * night it speaks of.
 */
final class Resend {
  private final KafkaSettings settings;
  private final Producer<byte[], byte[]> producer;

  Resend(KafkaSettings settings, Producer<byte[], byte[]> producer) {
    this.settings = settings;
    this.producer = producer;
  }

  /**
   * Sends each, the same input once, and waits until Kafka has it.
   *
   * @param sent told where each went, one sentence each
   * @param refused told why one cannot be sent, one sentence each
   */
  void send(List<RejectedInput> inputs, Consumer<String> sent, Consumer<String> refused) {
    Set<List<String>> done = new HashSet<>();
    for (RejectedInput rejected : inputs) {
      Optional<String> hindrance = hindrance(rejected);
      if (hindrance.isPresent()) {
        refused.accept(rejected.place() + " " + hindrance.get() + ".");
        continue;
      }
      ProducerRecord<byte[], byte[]> message = message(rejected);
      if (done.add(identity(message))) {
        sent.accept(rejected.place() + " was sent to " + send(message) + ".");
      }
    }
  }

  private static List<String> identity(ProducerRecord<byte[], byte[]> message) {
    Base64.Encoder text = Base64.getEncoder();
    return List.of(
        message.topic(),
        message.key() == null ? "-" : text.encodeToString(message.key()),
        text.encodeToString(message.value()));
  }

  private Optional<String> hindrance(RejectedInput rejected) {
    Rejected input = rejected.input();
    if (!input.isWhole()) {
      return Optional.of(
          "keeps only the beginning of what came in, which cannot be sent again; mend it at "
              + input.origin());
    }
    if (topic(input).isEmpty()) {
      return Optional.of(
          input
              .cause()
              .map(cause -> "came in by " + cause.topic() + ", which is no topic of inputs here")
              .orElse(
                  "is no message of a known type, so no topic is its own; mend it at "
                      + input.origin()));
    }
    return input.cause().isEmpty() && rejected.election().isEmpty()
        ? Optional.of("names no night, which would be its key; mend it at " + input.origin())
        : Optional.empty();
  }

  private ProducerRecord<byte[], byte[]> message(RejectedInput rejected) {
    Rejected input = rejected.input();
    byte[] key =
        input.cause().isPresent() || input.key().isPresent()
            ? input.keyBytes()
            : rejected.election().orElseThrow().value().getBytes(StandardCharsets.UTF_8);
    return new ProducerRecord<>(topic(input).orElseThrow(), key, input.originalBytes());
  }

  private Optional<String> topic(Rejected input) {
    return Arrays.stream(Inputs.values())
        .filter(
            inputs ->
                input
                    .cause()
                    .map(cause -> cause.topic().equals(settings.topic(inputs.topic())))
                    .orElseGet(() -> isOf(inputs, input)))
        .map(inputs -> settings.topic(inputs.topic()))
        .findFirst();
  }

  private static boolean isOf(Inputs inputs, Rejected input) {
    return MessageType.parse(input.originalBytes()) instanceof Decoded.Read<JsonNode> read
        && inputs.types().stream()
            .anyMatch(type -> type.name().equals(read.value().path("type").asText()));
  }

  private String send(ProducerRecord<byte[], byte[]> message) {
    try {
      RecordMetadata at = producer.send(message).get();
      return new Place(at.topic(), at.partition(), at.offset()).toString();
    } catch (ExecutionException e) {
      throw refused(message, e.getCause());
    } catch (KafkaException e) {
      throw refused(message, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("Interrupted while sending to " + message.topic() + ".", e);
    }
  }

  private static UserError refused(ProducerRecord<byte[], byte[]> message, Throwable failure) {
    return new UserError(
        "Kafka did not take a message to " + message.topic() + ": " + failure.getMessage(),
        failure);
  }
}
