package electionnight.audit;

import electionnight.wire.MessageType;
import electionnight.wire.Rejected;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that the log holds of one night, each list in the order of the log.
 *
 * @param key the night's id, as the records' key
 * @param seats its records of the input topic {@code seats}
 * @param declarations its records of the input topic {@code declarations}
 * @param updates its updates
 * @param alerts its alerts, each time they changed
 * @param scoreboard what compaction left of its scoreboards
 * @param results what compaction left of the results of its seats, tombstones included
 * @param rejected its rejected inputs
 * @param folded whether all that follows from an input was published before the log was read
 */
record NightRecords(
    String key,
    List<LogRecord> seats,
    List<LogRecord> declarations,
    List<LogRecord> updates,
    List<LogRecord> alerts,
    List<LogRecord> scoreboard,
    List<LogRecord> results,
    List<LogRecord> rejected,
    Predicate<Place> folded) {

  /** How a sentence speaks of it. */
  String name() {
    return key.isEmpty() ? "records without a key" : key;
  }

  Stream<LogRecord> inputs() {
    return Stream.concat(seats.stream(), declarations.stream());
  }

  /** The inputs by place. */
  Map<Place, LogRecord> inputsByPlace() {
    Map<Place, LogRecord> inputs = new HashMap<>();
    inputs().forEach(record -> inputs.put(record.place(), record));
    return inputs;
  }

  /** Of the inputs that came by Kafka, those that were rejected, by the input's place. */
  Map<Place, Rejected> rejectedByPlace() {
    Map<Place, Rejected> byPlace = new HashMap<>();
    for (LogRecord record : rejected) {
      Rejected input =
          Readable.of(MessageType.REJECTED, record); // what we cannot read, nothing is proved by
      input.cause().ifPresent(cause -> byPlace.put(Place.of(cause), input));
    }
    return byPlace;
  }
}
