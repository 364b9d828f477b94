package electionnight.audit;

import electionnight.domain.Alert;
import electionnight.domain.AlertSwitch;
import electionnight.domain.Confirmation;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.Folded;
import electionnight.domain.Hold;
import electionnight.domain.Input;
import electionnight.domain.Reason;
import electionnight.domain.Seat;
import electionnight.domain.SeatReport;
import electionnight.domain.Update;
import electionnight.replay.NightInMemory;
import electionnight.wire.Decoded;
import electionnight.wire.Inputs;
import electionnight.wire.MessageType;
import electionnight.wire.Rejected;
import electionnight.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** The log of one night as the fold writes it, in memory, where it can be tampered with. */
final class LogInMemory {
  private final String election;
  private final NightInMemory night = new NightInMemory();
  private final Map<Topic, List<LogRecord>> records = new EnumMap<>(Topic.class);

  LogInMemory(String election) {
    this.election = election;
    Arrays.stream(Topic.values()).forEach(topic -> records.put(topic, new ArrayList<>()));
  }

  /** An input that is heard and folded now. */
  LogInMemory say(Input input) {
    return input instanceof Election || input instanceof Seat
        ? say(Inputs.REFERENCE, write(input))
        : say(Inputs.NIGHT, write(input));
  }

  /** Any bytes, heard and folded now. */
  LogInMemory say(Inputs inputs, byte[] message) {
    LogRecord record = append(inputs.topic(), message);
    Decoded<Input> input = inputs.read(record.key(), record.value());
    Folded folded =
        input instanceof Decoded.Read<Input> read
            ? night.fold(read.value(), record.heard())
            : new Folded.Rejected(((Decoded.Unreadable<Input>) input).reasons());
    if (folded instanceof Folded.Accepted accepted) {
      accepted.update().ifPresent(this::publish);
    } else if (folded instanceof Folded.Rejected refused) {
      reject(record, refused.reasons());
    }
    return this;
  }

  /** An input that is in the log and was not folded. */
  LogRecord append(Input input) {
    return append(
        input instanceof Election || input instanceof Seat ? Topic.SEATS : Topic.DECLARATIONS,
        write(input));
  }

  private void publish(Update update) {
    append(Topic.UPDATES, MessageType.UPDATE.write(update));
    append(Topic.SCOREBOARD, MessageType.SCOREBOARD.write(update.scoreboard()));
    for (SeatReport seat : update.seats()) {
      append(
          Topic.RESULTS,
          election + "/" + seat.seat(),
          seat.result().map(MessageType.RESULT::write).orElse(null));
    }
    for (Alert alert : update.alerts()) {
      append(Topic.ALERTS, MessageType.ALERT.write(alert));
    }
  }

  private void reject(LogRecord record, List<Reason> reasons) {
    append(
        Topic.REJECTED,
        MessageType.REJECTED.write(
            Rejected.of(
                record.place().toString(),
                Optional.of(record.heard().cause()),
                reasons,
                record.key(),
                record.value())));
  }

  private LogRecord append(Topic topic, byte[] value) {
    return append(topic, election, value);
  }

  private LogRecord append(Topic topic, String key, byte[] value) {
    LogRecord record =
        new LogRecord(
            new Place(topic.name(""), 0, records.get(topic).size()),
            1_720_000_000_000L,
            key.getBytes(StandardCharsets.UTF_8),
            value);
    records.get(topic).add(record);
    return record;
  }

  static byte[] write(Input input) {
    if (input instanceof Election value) {
      return MessageType.ELECTION.write(value);
    } else if (input instanceof Seat value) {
      return MessageType.SEAT.write(value);
    } else if (input instanceof Declaration value) {
      return MessageType.DECLARATION.write(value);
    } else if (input instanceof Confirmation value) {
      return MessageType.CONFIRMATION.write(value);
    } else if (input instanceof Hold value) {
      return MessageType.HOLD.write(value);
    }
    return MessageType.ALERT_SWITCH.write((AlertSwitch) input);
  }

  /** The records of a topic, free to be changed. */
  List<LogRecord> records(Topic topic) {
    return records.get(topic);
  }

  /** Writes other text into a record, in place of some that is there. */
  void tamper(Topic topic, int index, String there, String instead) {
    LogRecord record = records.get(topic).get(index);
    String message = new String(record.value(), StandardCharsets.UTF_8);
    if (!message.contains(there)) {
      throw new IllegalArgumentException(record.place() + " has no " + there + ": " + message);
    }
    set(topic, index, message.replace(there, instead).getBytes(StandardCharsets.UTF_8));
  }

  /** Writes other bytes over a record. */
  void set(Topic topic, int index, byte[] value) {
    LogRecord record = records.get(topic).get(index);
    records
        .get(topic)
        .set(index, new LogRecord(record.place(), record.timestamp(), record.key(), value));
  }

  /** The log as a reader holds it, all of its inputs folded. */
  Log read() {
    return read(Map.of());
  }

  /** The log as a reader holds it while the fold has committed only so far. */
  Log read(Map<TopicPartition, Long> folded) {
    return new Log(records, new LogReader.Bounds(folded, Map.of(), Map.of()));
  }

  /** What becomes of proving it. */
  Verdict verify() {
    return Verification.of(read().night(election));
  }

  /** The night as it stands. */
  NightInMemory night() {
    return night;
  }
}
