package electionnight.producer.source;

import electionnight.domain.Declaration;
import electionnight.domain.Input;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import electionnight.producer.progress.Decisions;
import electionnight.producer.progress.Progress;
import electionnight.producer.publish.Publisher;
import electionnight.wire.Decoded;
import electionnight.wire.MessageType;
import electionnight.wire.Rejected;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Takes messages that others wrote. What can be read is published; what cannot is kept in {@code
 * rejected}, so that nothing is lost. Whether a message can be true is for the fold to say.
 */
public final class Inbox {
  private final Publisher publisher;
  private final Progress progress;

  public Inbox(Publisher publisher, Progress progress) {
    this.publisher = publisher;
    this.progress = progress;
  }

  /**
   * Reads a message, as its type says. No input, however strange, may stop a source: a fault of
   * ours is a reason like any other.
   *
   * @param types those that may come; at least 1
   */
  public static Decoded<Input> read(byte[] bytes, List<MessageType<? extends Input>> types) {
    try {
      return MessageType.parse(bytes)
          .then(
              message -> {
                String name = message.path("type").asText();
                return types.stream()
                    .filter(type -> type.name().equals(name))
                    .findFirst()
                    .map(type -> type.read(message).then(Inbox::widened))
                    .orElseGet(() -> Decoded.unreadable(wrongType(name, types)));
              });
    } catch (RuntimeException e) {
      return Decoded.unreadable(
          new Reason(Code.FAULT, "", String.valueOf(e), "a message we can read"));
    }
  }

  private static Reason wrongType(String name, List<MessageType<? extends Input>> types) {
    return new Reason(
        Code.UNSUPPORTED,
        "type",
        name,
        types.stream().map(MessageType::name).collect(Collectors.joining(" or ")));
  }

  private static Decoded<Input> widened(Input input) {
    return new Decoded.Read<>(input);
  }

  /** Publishes what {@link #read} gave. */
  public CompletableFuture<RecordMetadata> publish(Input input) {
    return publisher
        .publish(input)
        .thenApply(
            acknowledged -> {
              if (input instanceof Declaration declaration) {
                progress.declared(declaration.seat().value(), declaration);
              } else {
                Decisions.sentence(input, acknowledged).ifPresent(progress::note);
              }
              return acknowledged;
            });
  }

  /**
   * Keeps what cannot be read.
   *
   * @param origin where it came in, for people
   */
  public CompletableFuture<RecordMetadata> keep(String origin, byte[] bytes, List<Reason> reasons) {
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
}
