package electionnight.dashboard.testing;

import electionnight.cli.UserError;
import electionnight.dashboard.tail.Log;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.domain.Seat;
import electionnight.domain.Update;
import electionnight.wire.MessageType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Two topics of one partition each, in memory; what is appended together arrives together. */
public final class FakeLog implements Log {
  public static final String SEATS = "seats";
  public static final String UPDATES = "updates";

  private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
  private final Map<TopicPartition, Long> ends =
      new HashMap<>(Map.of(new TopicPartition(SEATS, 0), 0L, new TopicPartition(UPDATES, 0), 0L));
  private int refusals;
  private UserError missing;
  private int opened;
  private Idle consumer;

  /** The cluster will be away for the next so many attempts. */
  public synchronized FakeLog awayFor(int attempts) {
    refusals = attempts;
    return this;
  }

  /** The cluster lacks something that waiting does not bring. */
  public synchronized FakeLog without(String sentence) {
    missing = new UserError(sentence);
    return this;
  }

  public synchronized FakeLog open(Election election, Seat... seats) {
    append(SEATS, key(election.election()), List.of(MessageType.ELECTION.write(election)));
    return seats(seats);
  }

  public synchronized FakeLog seats(Seat... seats) {
    for (Seat seat : seats) {
      append(SEATS, key(seat.election()), List.of(MessageType.SEAT.write(seat)));
    }
    return this;
  }

  private static byte[] key(ElectionId election) {
    return election.value().getBytes(StandardCharsets.UTF_8);
  }

  public synchronized FakeLog update(Update... updates) {
    return append(UPDATES, List.of(updates).stream().map(MessageType.UPDATE::write).toList());
  }

  /** Values of whatever kind, without a key. */
  public synchronized FakeLog append(String topic, List<byte[]> values) {
    return append(topic, null, values);
  }

  private FakeLog append(String topic, byte[] key, List<byte[]> values) {
    TopicPartition partition = new TopicPartition(topic, 0);
    List<ConsumerRecord<byte[], byte[]>> burst = new ArrayList<>();
    for (byte[] value : values) {
      long offset = ends.merge(partition, 1L, Long::sum) - 1;
      burst.add(
          new ConsumerRecord<>(
              topic,
              0,
              offset,
              System.currentTimeMillis(),
              TimestampType.CREATE_TIME,
              0,
              0,
              key,
              value,
              new RecordHeaders(),
              Optional.empty()));
    }
    records.addAll(burst);
    if (consumer != null) {
      consumer.deliver(burst);
    }
    return this;
  }

  /** The connection breaks at the next poll. */
  public synchronized void breakConnection() {
    consumer.setPollException(new KafkaException("broken by the test"));
  }

  /** How often it was connected to. */
  public synchronized int opened() {
    return opened;
  }

  @Override
  public synchronized Consumer<byte[], byte[]> open() throws ExecutionException {
    if (missing != null) {
      throw missing;
    }
    if (refusals > 0) {
      refusals--;
      throw new ExecutionException(new TimeoutException("away, says the test"));
    }
    opened++;
    consumer = new Idle();
    for (TopicPartition partition : ends.keySet()) {
      consumer.updatePartitions(
          partition.topic(), List.of(new PartitionInfo(partition.topic(), 0, null, null, null)));
    }
    consumer.updateBeginningOffsets(
        Map.of(new TopicPartition(SEATS, 0), 0L, new TopicPartition(UPDATES, 0), 0L));
    consumer.updateEndOffsets(new HashMap<>(ends));
    consumer.deliver(List.copyOf(records));
    return consumer;
  }

  @Override
  public String place() {
    return "the test";
  }

  /** Kafka's mock returns at once when there is nothing; this one gives others a turn. */
  private static final class Idle extends MockConsumer<byte[], byte[]> {
    private static final long PAUSE_NANOS = 1_000_000;

    Idle() {
      super("earliest");
    }

    void deliver(List<ConsumerRecord<byte[], byte[]>> burst) {
      schedulePollTask(() -> burst.forEach(this::addRecord));
    }

    @Override
    public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
      ConsumerRecords<byte[], byte[]> burst = super.poll(timeout);
      if (burst.isEmpty()) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      return burst;
    }
  }
}
