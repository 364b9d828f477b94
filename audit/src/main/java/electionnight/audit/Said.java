package electionnight.audit;

import electionnight.domain.Alert;
import electionnight.domain.Update;
import electionnight.wire.MessageType;
import java.util.ArrayList;
import java.util.List;

/**
 * One revision of an alert, as it was published.
 *
 * @param alert what it said
 * @param update the update that said it
 * @param record where that is in the log
 */
record Said(Alert alert, Update update, LogRecord record) {

  /** Every revision of every alert of a night, in the order of the updates. */
  static List<Said> of(NightRecords log) {
    List<Said> all = new ArrayList<>();
    for (LogRecord record : log.updates()) {
      Update update = Readable.of(MessageType.UPDATE, record);
      update.alerts().forEach(alert -> all.add(new Said(alert, update, record)));
    }
    return all;
  }
}
