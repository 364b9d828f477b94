package electionnight.audit;

import electionnight.domain.Reason;
import electionnight.wire.Decoded;
import electionnight.wire.MessageType;
import java.util.List;
import java.util.stream.Collectors;

/** Records that we wrote ourselves, which nobody should have touched since. */
final class Readable {
  private Readable() {}

  /**
   * What a record says.
   *
   * @throws Difference when it says nothing of the kind
   */
  static <T> T of(MessageType<T> type, LogRecord record) {
    Decoded<T> decoded = type.read(record.value());
    if (decoded instanceof Decoded.Read<T> read) {
      return read.value();
    }
    throw new Difference(
        record.place()
            + " is no "
            + type.name()
            + ": "
            + sentence(((Decoded.Unreadable<T>) decoded).reasons()));
  }

  /** Reasons as one part of a sentence. */
  static String sentence(List<Reason> reasons) {
    return reasons.stream().map(Reason::sentence).collect(Collectors.joining("; "));
  }
}
