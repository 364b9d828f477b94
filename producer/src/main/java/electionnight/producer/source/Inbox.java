package electionnight.producer.source;

import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import electionnight.domain.Seat;
import electionnight.producer.progress.Progress;
import electionnight.producer.publish.Publisher;
import electionnight.wire.Decoded;
import electionnight.wire.MessageType;
import electionnight.wire.Rejected;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Takes messages that others wrote. What can be read is published; what cannot is kept in {@code
 * rejected}, so that nothing is lost. Whether a message can be true is for the fold to say.
 */
final class Inbox {
  private final Publisher publisher;
  private final Progress progress;

  Inbox(Publisher publisher, Progress progress) {
    this.publisher = publisher;
    this.progress = progress;
  }

  /** Reads an {@link Election}, a {@link Seat} or a {@link Declaration}, as its type says. */
  static Decoded<Record> read(byte[] bytes) {
    return guarded(
        bytes,
        all ->
            MessageType.parse(all)
                .then(
                    message -> {
                      String type = message.path("type").asText();
                      return switch (type) {
                        case "election" -> widened(MessageType.ELECTION.read(message));
                        case "seat" -> widened(MessageType.SEAT.read(message));
                        case "declaration" -> widened(MessageType.DECLARATION.read(message));
                        default ->
                            Decoded.unreadable(
                                new Reason(
                                    Code.UNSUPPORTED,
                                    "type",
                                    type,
                                    "election, seat or declaration"));
                      };
                    }));
  }

  static Decoded<Declaration> readDeclaration(byte[] bytes) {
    return guarded(bytes, MessageType.DECLARATION::read);
  }

  /** Publishes what {@link #read} gave. */
  CompletableFuture<RecordMetadata> publish(Record message) {
    if (message instanceof Declaration declaration) {
      return publisher
          .publish(declaration)
          .thenApply(
              acknowledged -> {
                progress.declared(declaration.seat().value(), declaration);
                return acknowledged;
              });
    }
    return message instanceof Seat seat
        ? publisher.publish(seat)
        : publisher.publish((Election) message);
  }

  /**
   * Keeps what cannot be read.
   *
   * @param origin where it came in, for people
   */
  CompletableFuture<RecordMetadata> keep(String origin, byte[] bytes, List<Reason> reasons) {
    return publisher
        .publish(Rejected.of(origin, Optional.empty(), reasons, null, bytes))
        .thenApply(
            acknowledged -> {
              progress.note(
                  origin
                      + " was rejected and is kept as "
                      + acknowledged
                      + ": "
                      + reasons.get(0).sentence());
              return acknowledged;
            });
  }

  private static <T extends Record> Decoded<Record> widened(Decoded<T> message) {
    return message.then(Decoded.Read<Record>::new);
  }

  /** No input, however strange, may stop a source: a fault of ours is a reason like any other. */
  private static <T> Decoded<T> guarded(byte[] bytes, Function<byte[], Decoded<T>> read) {
    try {
      return read.apply(bytes);
    } catch (RuntimeException e) {
      return Decoded.unreadable(
          new Reason(Code.FAULT, "", String.valueOf(e), "a message we can read"));
    }
  }
}
