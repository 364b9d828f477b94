package electionnight.producer.source;

import electionnight.cli.UserError;
import electionnight.domain.Declaration;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import electionnight.producer.progress.Progress;
import electionnight.producer.publish.Acknowledgements;
import electionnight.producer.publish.Publisher;
import electionnight.producer.source.Lines.Line;
import electionnight.wire.Decoded;
import electionnight.wire.Decoded.Read;
import electionnight.wire.Decoded.Unreadable;
import electionnight.wire.MessageType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.Optional;

/**
 * Publishes messages written one on a line: elections, seats and declarations, as the field {@code
 * type} says. Blank lines are skipped, lines that cannot be read go to {@code rejected}.
 */
public final class JsonLines {
  private final Inbox inbox;
  private final Progress progress;
  private final String name;
  private final InputStream in;

  /**
   * @param name what the stream is called in messages: a file's name, or {@code standard input}
   * @param in read to its end, not closed
   */
  public JsonLines(Publisher publisher, Progress progress, String name, InputStream in) {
    this.inbox = new Inbox(publisher, progress);
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
      publish(inbox, Lines.of(in), line -> name + line.place());
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

  static void publish(Inbox inbox, Lines lines, Origin origin)
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
      Decoded<Record> decoded = read(line);
      if (decoded instanceof Read<Record> message) {
        if (!(message.value() instanceof Declaration)) {
          referenceDataOnItsWay = true;
        } else if (referenceDataOnItsWay) {
          // On the log before the declarations that need it, so that the fold meets it first.
          acknowledgements.await();
          referenceDataOnItsWay = false;
        }
        acknowledgements.expect(inbox.publish(message.value()));
      } else {
        List<Reason> reasons = ((Unreadable<Record>) decoded).reasons();
        acknowledgements.expect(inbox.keep(origin.of(line), line.bytes(), reasons));
      }
    }
    acknowledgements.await();
  }

  private static Decoded<Record> read(Line line) {
    return line.isWhole()
        ? Inbox.read(line.bytes())
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
