package electionnight.webhooks;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The place of an endpoint in the log: the record that is next, for as long as it takes to deliver
 * it, while the group still knows that somebody is at work. Not for several threads.
 */
final class LogPlace implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LogPlace.class);
  private static final Duration LAG_WITHIN = Duration.ofSeconds(1);
  private static final Duration LEAVE_WITHIN = Duration.ofSeconds(2);

  private final Consumer<byte[], byte[]> consumer;
  private final Deque<ConsumerRecord<byte[], byte[]>> fetched = new ArrayDeque<>();
  private final Map<TopicPartition, OffsetAndMetadata> passed = new HashMap<>();

  LogPlace(Consumer<byte[], byte[]> consumer, String topic) {
    this.consumer = consumer;
    consumer.subscribe(List.of(topic), new Rebalance());
  }

  /** The record that is next; empty when there is none yet. */
  Optional<ConsumerRecord<byte[], byte[]>> next() {
    return Optional.ofNullable(fetched.peek());
  }

  /**
   * Gives a sign of life to the group, and fetches more where nothing is next. What is next may
   * have gone to another member of the group by then.
   *
   * @param wait how long, at most
   */
  void poll(Duration wait) {
    if (fetched.isEmpty()) {
      consumer.resume(consumer.paused());
    } else {
      consumer.pause(consumer.assignment());
    }
    consumer.poll(wait).forEach(fetched::add);
  }

  /** Leaves the record behind that is next. It is remembered at the next {@link #commit}. */
  void pass() {
    ConsumerRecord<byte[], byte[]> record = fetched.remove();
    passed.put(partition(record), new OffsetAndMetadata(record.offset() + 1));
  }

  /**
   * Makes the group remember what was passed. Where that fails it is tried again with the next, or
   * whoever has the partition by then delivers once more.
   */
  void commit() {
    if (passed.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(passed);
      passed.clear();
    } catch (CommitFailedException | RebalanceInProgressException | RetriableException e) {
      LOG.warn("{} could not be remembered yet: {}", passed, e.getMessage());
    }
  }

  /** Records not passed yet; empty when Kafka does not say so soon. */
  Optional<Long> lag() {
    try {
      long lag = 0;
      for (var end : consumer.endOffsets(consumer.assignment(), LAG_WITHIN).entrySet()) {
        lag += Math.max(0, end.getValue() - reached(end.getKey()));
      }
      return Optional.of(lag);
    } catch (RetriableException e) {
      LOG.debug("the lag is not known", e);
      return Optional.empty();
    }
  }

  private long reached(TopicPartition partition) {
    return fetched.stream()
        .filter(record -> partition(record).equals(partition))
        .findFirst()
        .map(ConsumerRecord::offset)
        .orElseGet(() -> consumer.position(partition, LAG_WITHIN));
  }

  @Override
  public void close() {
    try {
      commit();
    } catch (KafkaException e) {
      LOG.warn("{} is not remembered and will be delivered again", passed, e);
    }
    consumer.close(CloseOptions.timeout(LEAVE_WITHIN));
  }

  private static TopicPartition partition(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  private final class Rebalance implements ConsumerRebalanceListener {
    /** Where a new endpoint starts is remembered at once, or a restart would start it anew. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      Map<TopicPartition, OffsetAndMetadata> known = consumer.committed(new HashSet<>(partitions));
      Map<TopicPartition, OffsetAndMetadata> starts = new HashMap<>();
      for (TopicPartition partition : partitions) {
        if (known.get(partition) == null) {
          starts.put(partition, new OffsetAndMetadata(consumer.position(partition)));
        }
      }
      if (!starts.isEmpty()) {
        consumer.commitSync(starts);
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      commit();
      onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      fetched.removeIf(record -> partitions.contains(partition(record)));
      passed.keySet().removeAll(partitions);
    }
  }
}
