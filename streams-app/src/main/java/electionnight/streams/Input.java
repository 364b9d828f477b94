package electionnight.streams;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import electionnight.domain.Seat;
import electionnight.wire.Decoded;
import electionnight.wire.MessageType;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** What a record of the input topics may hold. */
sealed interface Input {

  ElectionId election();

  record OfElection(Election body) implements Input {
    @Override
    public ElectionId election() {
      return body.election();
    }
  }

  record OfSeat(Seat body) implements Input {
    @Override
    public ElectionId election() {
      return body.election();
    }
  }

  record OfDeclaration(Declaration body) implements Input {
    @Override
    public ElectionId election() {
      return body.election();
    }
  }

  /** Reads a record of the topic {@code seats}. */
  static Decoded<Input> ofSeats(byte[] key, byte[] value) {
    return MessageType.parse(value)
        .then(
            message ->
                isElection(message)
                    ? MessageType.ELECTION.read(message).then(body -> read(OfElection::new, body))
                    : MessageType.SEAT.read(message).then(body -> read(OfSeat::new, body)))
        .then(input -> keyed(key, input));
  }

  /** Reads a record of the topic {@code declarations}. */
  static Decoded<Input> ofDeclarations(byte[] key, byte[] value) {
    return MessageType.DECLARATION
        .read(value)
        .then(body -> read(OfDeclaration::new, body))
        .then(input -> keyed(key, input));
  }

  private static boolean isElection(JsonNode message) {
    return message.path("type").asText().equals(MessageType.ELECTION.name());
  }

  private static <T> Decoded<Input> read(Function<T, Input> wrap, T body) {
    return new Decoded.Read<>(wrap.apply(body));
  }

  /** A record under another key may be in another partition, where its night is not folded. */
  private static Decoded<Input> keyed(byte[] key, Input input) {
    String found = key == null ? "" : new String(key, StandardCharsets.UTF_8);
    return found.equals(input.election().value())
        ? new Decoded.Read<>(input)
        : Decoded.unreadable(
            new Reason(Code.WRONG_KEY, "the record's key", found, input.election().value()));
  }
}
