package electionnight.audit;

import electionnight.domain.Cause;
import electionnight.domain.Input;
import electionnight.wire.Decoded;
import electionnight.wire.Inputs;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the records that receipts name, and says whether they still are what was folded. */
final class Proof {
  private final Map<Place, LogRecord> records;
  private final Map<Place, Inputs> topics = new HashMap<>();

  Proof(NightRecords log) {
    records = log.inputsByPlace();
    log.seats().forEach(record -> topics.put(record.place(), Inputs.REFERENCE));
    log.declarations().forEach(record -> topics.put(record.place(), Inputs.NIGHT));
  }

  /** The record that a receipt names; empty where the log no longer holds it. */
  Optional<LogRecord> record(Cause cause) {
    return Optional.ofNullable(records.get(Place.of(cause)));
  }

  /** What it said when it was folded; empty where it is gone or was changed since. */
  Optional<Input> input(Cause cause) {
    return record(cause)
        .filter(record -> record.sha256().equals(cause.sha256()))
        .flatMap(
            record ->
                topics.get(record.place()).read(record.key(), record.value())
                        instanceof Decoded.Read<Input> read
                    ? Optional.of(read.value())
                    : Optional.empty());
  }

  /** The same, where it is of one kind. */
  <T extends Input> Optional<T> input(Cause cause, Class<T> type) {
    return input(cause).filter(type::isInstance).map(type::cast);
  }

  /** {@code declarations-0@17, SHA-256 matches}. */
  String words(Cause cause) {
    return cause
        + record(cause)
            .map(
                record ->
                    record.sha256().equals(cause.sha256())
                        ? ", SHA-256 " + cause.sha256() + " matches"
                        : ", which was changed since: its SHA-256 is "
                            + record.sha256()
                            + ", and was "
                            + cause.sha256()
                            + "; nothing is derived from it")
            .orElse(", which is not in the log any more");
  }
}
