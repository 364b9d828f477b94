package electionnight.wire;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.domain.Cause;
import electionnight.domain.Heard;
import electionnight.domain.Input;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** What the input topics may hold, and how a record of them is read. */
public enum Inputs {
  /** The election and its seats, in {@link Topic#SEATS}. */
  REFERENCE(Topic.SEATS, List.of(MessageType.SEAT, MessageType.ELECTION)),
  /** What is said and decided during the night, in {@link Topic#DECLARATIONS}. */
  NIGHT(
      Topic.DECLARATIONS,
      List.of(
          MessageType.DECLARATION,
          MessageType.CONFIRMATION,
          MessageType.HOLD,
          MessageType.ALERT_SWITCH));

  private final Topic topic;
  private final List<MessageType<? extends Input>> types;

  Inputs(Topic topic, List<MessageType<? extends Input>> types) {
    this.topic = topic;
    this.types = types;
  }

  /** The topic they come in. */
  public Topic topic() {
    return topic;
  }

  /** The kinds of message; the first is assumed of a message of no known type. */
  public List<MessageType<? extends Input>> types() {
    return types;
  }

  /** Those among which an input is. */
  public static Inputs of(Input input) {
    return REFERENCE.types.stream().anyMatch(type -> type.carries(input)) ? REFERENCE : NIGHT;
  }

  /** The message that carries an input. */
  public static byte[] write(Input input) {
    return of(input).types.stream()
        .filter(type -> type.carries(input))
        .findFirst()
        .orElseThrow()
        .writeCarried(input);
  }

  /** Reads a record; null is no bytes. */
  public Decoded<Input> read(byte[] key, byte[] value) {
    return MessageType.parse(value).then(this::read).then(input -> keyed(key, input));
  }

  private Decoded<Input> read(JsonNode message) {
    String name = message.path("type").asText();
    return types.stream()
        .filter(type -> type.name().equals(name))
        .findFirst()
        .orElse(types.get(0))
        .read(message)
        .then(Decoded.Read::new);
  }

  /** A record under another key may be in another partition, where its night is not folded. */
  private static Decoded<Input> keyed(byte[] key, Input input) {
    String found = key == null ? "" : new String(key, StandardCharsets.UTF_8);
    return found.equals(input.election().value())
        ? new Decoded.Read<>(input)
        : Decoded.unreadable(
            new Reason(Code.WRONG_KEY, "the record's key", found, input.election().value()));
  }

  /**
   * Where and when a record was heard, as every reader of the log tells it.
   *
   * @param value the record's value; null as no bytes
   * @param timestamp the record's, as the log has it
   */
  public static Heard heard(
      String topic, int partition, long offset, byte[] value, long timestamp) {
    return new Heard(
        new Cause(topic, partition, offset, Sha256.hex(value == null ? new byte[0] : value)),
        Instant.ofEpochMilli(sentAt(timestamp)));
  }

  /**
   * When a record was sent, in milliseconds since 1970. A producer may leave the timestamp out,
   * which Kafka tells as a negative one; such a record counts as sent at the very beginning.
   *
   * @param timestamp the record's, as the log has it
   */
  public static long sentAt(long timestamp) {
    return Math.max(0, timestamp);
  }
}
