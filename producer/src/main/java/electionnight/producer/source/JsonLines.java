package electionnight.producer.source;

import electionnight.cli.UserError;
import electionnight.domain.Input;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import electionnight.producer.progress.Progress;
import electionnight.producer.publish.Acknowledgements;
import electionnight.producer.publish.Publisher;
import electionnight.producer.source.Lines.Line;
import electionnight.wire.Decoded;
import electionnight.wire.Decoded.Read;
import electionnight.wire.Decoded.Unreadable;
import electionnight.wire.Inputs;
import electionnight.wire.MessageType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Publishes messages written one on a line, all that {@link Inputs} knows, as the field {@code
 * type} says. Blank lines are skipped, lines that cannot be read go to {@code rejected}. Reference
 * data is best written first: what follows it waits for it to arrive.
 */
public final class JsonLines {
  private static final List<MessageType<? extends Input>> TYPES =
      Arrays.stream(Inputs.values()).flatMap(inputs -> inputs.types().stream()).toList();

  private final Inbox inbox;
  private final MonotonicClock clock;
  private final Progress progress;
  private final String name;
  private final InputStream in;

  /**
   * @param name what the stream is called in messages: a file's name, or {@code standard input}
   * @param in read to its end, not closed
   */
  public JsonLines(Publisher publisher, Progress progress, String name, InputStream in) {
    this(publisher, progress, name, in, MonotonicClock.SYSTEM);
  }

  JsonLines(
      Publisher publisher, Progress progress, String name, InputStream in, MonotonicClock clock) {
    this.clock = clock;
    this.inbox = new Inbox(publisher.as("lines"), progress);
    this.progress = progress;
    this.name = name;
    this.in = in;
  }

  /**
   * Publishes all lines and returns when Kafka has acknowledged them.
   *
   * @throws InterruptedException when told to stop; what was published is on its way
   * @throws UserError when the stream cannot be read, or Kafka has given up on a message
   */
  public void run() throws InterruptedException {
    try {
      publish(inbox, clock, Lines.of(in), line -> name + line.place());
    } catch (ClosedByInterruptException e) {
      // An interrupted channel leaves the flag set, an InterruptedException does not.
      Thread.interrupted();
      throw new InterruptedException("stopped while waiting for a line of " + name);
    } catch (IOException e) {
      throw new UserError(name + " cannot be read: " + e.getMessage(), e);
    } finally {
      progress.end();
    }
  }

  static void publish(Inbox inbox, MonotonicClock clock, Lines lines, Origin origin)
      throws IOException, InterruptedException {
    Acknowledgements acknowledgements = new Acknowledgements();
    boolean referenceDataOnItsWay = false;
    for (Optional<Line> next = lines.next(); next.isPresent(); next = lines.next()) {
      Line line = next.get();
      if (Thread.interrupted()) {
        throw new InterruptedException("stopped before " + origin.of(line));
      }
      if (line.isWhole() && line.isBlank()) {
        continue;
      }
      Decoded<Input> decoded = read(line);
      if (decoded instanceof Read<Input> message) {
        boolean isReference = Inputs.of(message.value()) == Inputs.REFERENCE;
        if (referenceDataOnItsWay && !isReference) {
          HeadStart.give(acknowledgements, clock);
        }
        referenceDataOnItsWay = isReference;
        acknowledgements.expect(inbox.publish(message.value()));
      } else {
        List<Reason> reasons = ((Unreadable<Input>) decoded).reasons();
        acknowledgements.expect(inbox.keep(origin.of(line), line.bytes(), reasons));
      }
    }
    acknowledgements.await();
    if (referenceDataOnItsWay) {
      // The next file may speak of it.
      HeadStart.give(acknowledgements, clock);
    }
  }

  private static Decoded<Input> read(Line line) {
    return line.isWhole()
        ? Inbox.read(line.bytes(), TYPES)
        : Decoded.unreadable(
            new Reason(
                Code.UNREADABLE,
                "",
                "part " + line.part() + " of a longer one",
                "at most " + MessageType.MAX_BYTES + " bytes"));
  }

  /** Where a line came from, as people read it. */
  interface Origin {
    String of(Line line);
  }
}
