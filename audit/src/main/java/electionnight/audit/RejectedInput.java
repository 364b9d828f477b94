package electionnight.audit;

import electionnight.domain.ElectionId;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import electionnight.wire.MessageType;
import electionnight.wire.Rejected;
import electionnight.wire.Topic;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An input that was rejected, and where that is kept.
 *
 * @param record in the topic {@code rejected}
 * @param input what was kept of it
 */
record RejectedInput(LogRecord record, Rejected input) {

  /**
   * Every one in the log, the latest last.
   *
   * @throws Difference where one cannot be read
   */
  static List<RejectedInput> in(Log log) {
    return log.records().get(Topic.REJECTED).stream()
        .map(record -> new RejectedInput(record, Readable.of(MessageType.REJECTED, record)))
        .sorted(
            Comparator.comparing((RejectedInput one) -> one.record().timestamp())
                .thenComparing(RejectedInput::record, LogRecord.IN_ORDER))
        .toList();
  }

  Place place() {
    return record.place();
  }

  boolean isOf(String election) {
    return input.election().filter(election::equals).isPresent();
  }

  boolean isFor(Code code) {
    return input.reasons().stream().map(Reason::code).anyMatch(code::equals);
  }

  /** One line: where it is, where it came in, what it speaks of, and the first reason. */
  String line() {
    Reason first = input.reasons().get(0);
    int more = input.reasons().size() - 1;
    return place()
        + "  "
        + input.origin()
        + "  "
        + input.election().orElse("-")
        + input.seat().map(seat -> "/" + seat).orElse("")
        + "  "
        + first.code()
        + ": "
        + first.sentence()
        + (more > 0 ? ", and " + more + " more" : "");
  }

  /** The night it speaks of, where its id is one. */
  Optional<ElectionId> election() {
    try {
      return input.election().map(ElectionId::new);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
