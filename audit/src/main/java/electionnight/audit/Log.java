package electionnight.audit;

import electionnight.audit.LogReader.Bounds;
import electionnight.wire.Topic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/**
 * What was read of the topics.
 *
 * @param records of every topic, in order of partition and offset
 * @param bounds where the log began and ended when it was read
 */
record Log(Map<Topic, List<LogRecord>> records, Bounds bounds) {

  /**
   * The keys of its inputs and updates, each a night or what somebody thought is one; empty text
   * for records without a key.
   */
  SortedSet<String> keys() {
    TreeSet<String> keys = new TreeSet<>();
    for (Topic topic : List.of(Topic.SEATS, Topic.DECLARATIONS, Topic.UPDATES)) {
      records.get(topic).forEach(record -> keys.add(record.keyText()));
    }
    return keys;
  }

  /** All that has one key; of results, all that starts with it. */
  NightRecords night(String key) {
    return new NightRecords(
        key,
        of(Topic.SEATS, key),
        of(Topic.DECLARATIONS, key),
        of(Topic.UPDATES, key),
        of(Topic.ALERTS, key),
        of(Topic.SCOREBOARD, key),
        records.get(Topic.RESULTS).stream()
            .filter(record -> record.keyText().startsWith(key + "/"))
            .toList(),
        of(Topic.REJECTED, key),
        this::isFolded);
  }

  private List<LogRecord> of(Topic topic, String key) {
    return records.get(topic).stream().filter(record -> record.keyText().equals(key)).toList();
  }

  /** Whether all that follows from an input was published before the log was read. */
  private boolean isFolded(Place input) {
    Long folded = bounds.folded().get(new TopicPartition(input.topic(), input.partition()));
    return folded == null || input.offset() < folded;
  }

  /** What is gone of the topics that are kept for ever, as a sentence; empty where nothing is. */
  Optional<String> gone() {
    return bounds.beginnings().entrySet().stream()
        .filter(beginning -> beginning.getValue() > 0)
        .map(
            beginning ->
                beginning.getKey()
                    + " begins at offset "
                    + beginning.getValue()
                    + ", what came before is gone")
        .sorted()
        .reduce((one, other) -> one + "; " + other);
  }
}
