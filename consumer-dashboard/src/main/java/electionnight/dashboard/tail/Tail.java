package electionnight.dashboard.tail;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import electionnight.cli.UserError;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows all partitions of some topics from their beginning, on a thread of its own. A cluster
 * that is away is asked until it is back; a connection that failed is opened anew and reads from
 * the beginning again, which costs a handler that ignores repetitions nothing but time. A cluster
 * where a topic or a right is missing ends it.
 */
public final class Tail implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LAST_WAIT = Duration.ofSeconds(3);

  private final Log log;
  private final List<String> topics;
  private final RecordHandler handler;
  private final MeterRegistry registry;
  private final Thread thread = new Thread(this::run, "tail");
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
  private final CompletableFuture<Void> failure = new CompletableFuture<>();
  private volatile Consumer<byte[], byte[]> consumer;
  private volatile Map<TopicPartition, Long> positions = Map.of();
  private volatile long behind;
  private boolean awaySaid;

  /**
   * @param registry where it and its Kafka client are measured
   */
  public Tail(Log log, List<String> topics, RecordHandler handler, MeterRegistry registry) {
    this.log = log;
    this.topics = List.copyOf(topics);
    this.handler = handler;
    this.registry = registry;
    Gauge.builder("election.night.view.lag.records", () -> behind)
        .description("Committed records that are not shown yet")
        .register(registry);
  }

  public void start() {
    thread.start();
  }

  /** Done once everything that was in the topics at the start has been handled; never fails. */
  public CompletableFuture<Void> caughtUp() {
    return caughtUp.copy();
  }

  /**
   * Fails when the log can no longer be followed, with a {@link UserError} where something is
   * missing on the cluster; is never done else.
   */
  public CompletableFuture<Void> failure() {
    return failure.copy();
  }

  /** For each partition the offset before which everything has been handled. */
  public Map<TopicPartition, Long> positions() {
    return positions;
  }

  /**
   * Why what is shown is not whole yet, in plain words; empty once it is, for as long as the log
   * can be followed.
   */
  public Optional<String> notCaughtUp() {
    if (failure.isDone()) {
      return Optional.of("the log cannot be followed any more");
    }
    if (caughtUp.isDone()) {
      return Optional.empty();
    }
    return Optional.of(
        behind == 0
            ? "the log has not been read yet"
            : String.format(Locale.ROOT, "the view is %,d records behind", behind));
  }

  /** Stops following; waits a few seconds at most for the record in hand. */
  @Override
  public void close() {
    closed.countDown();
    Consumer<byte[], byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
    try {
      thread.join(LAST_WAIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      thread.interrupt();
    }
  }

  private void run() {
    try {
      do {
        follow();
      } while (!failure.isDone() && !closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException | InterruptException e) {
      LOG.debug("interrupted while closing", e);
    } catch (Error e) {
      // Without this thread the page would stand still and look well.
      LOG.error("The log at {} cannot be followed any more", log.place(), e);
      failure.completeExceptionally(e);
    }
  }

  private void follow() throws InterruptedException {
    try (Consumer<byte[], byte[]> opened = log.open();
        KafkaClientMetrics client = new KafkaClientMetrics(opened)) {
      consumer = opened;
      client.bindTo(registry);
      List<TopicPartition> partitions = partitions(opened);
      opened.assign(partitions);
      opened.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = opened.endOffsets(partitions);
      LOG.info("Following {} on {}", partitions, log.place());
      awaySaid = false;
      FetchWatch watch = FetchWatch.of(opened);
      while (closed.getCount() > 0) {
        ConsumerRecords<byte[], byte[]> burst = opened.poll(POLL);
        for (ConsumerRecord<byte[], byte[]> record : burst) {
          handle(record, isLive(record, ends));
        }
        handler.endOfBurst();
        if (burst.isEmpty()) {
          say(watch.look());
        }
        positions = partitions.stream().collect(toMap(identity(), opened::position));
        behind = partitions.stream().mapToLong(at -> behind(opened, at, ends)).sum();
        if (!caughtUp.isDone() && isCaughtUp(opened, ends)) {
          LOG.info("Caught up with {}", log.place());
          caughtUp.complete(null);
        }
      }
    } catch (WakeupException e) {
      LOG.debug("woken up to close", e);
    } catch (InterruptException e) {
      throw e;
    } catch (UserError e) {
      failure.completeExceptionally(e);
    } catch (ExecutionException | KafkaException e) {
      sayAway(e);
    } catch (RuntimeException e) {
      // A page that silently stands still is worse than one that reads again from the beginning.
      LOG.error("The log at {} could not be followed; it is read again", log.place(), e);
    }
  }

  /** One record must never keep the others from being shown. */
  private void handle(ConsumerRecord<byte[], byte[]> record, boolean live) {
    try {
      handler.record(record, live);
    } catch (RuntimeException e) {
      LOG.error(
          "{}-{}@{} was left behind because of a bug",
          record.topic(),
          record.partition(),
          record.offset(),
          e);
    }
  }

  private List<TopicPartition> partitions(Consumer<byte[], byte[]> opened) {
    return topics.stream()
        .map(opened::partitionsFor)
        .flatMap(Collection::stream)
        .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
        .toList();
  }

  private boolean isLive(ConsumerRecord<byte[], byte[]> record, Map<TopicPartition, Long> ends) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    return record.offset() >= ends.getOrDefault(partition, 0L);
  }

  /** By what its fetches told last, or by the end that was asked for before the first. */
  private static long behind(
      Consumer<byte[], byte[]> opened, TopicPartition at, Map<TopicPartition, Long> ends) {
    return opened.currentLag(at).orElseGet(() -> Math.max(0, ends.get(at) - opened.position(at)));
  }

  private static boolean isCaughtUp(
      Consumer<byte[], byte[]> opened, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> opened.position(end.getKey()) >= end.getValue());
  }

  private void say(FetchWatch.Change change) {
    if (change == FetchWatch.Change.AWAY) {
      LOG.warn("Kafka at {} has stopped to answer; trying until it does", log.place());
    } else if (change == FetchWatch.Change.BACK) {
      LOG.info("Kafka at {} answers again", log.place());
    }
  }

  private void sayAway(Exception failure) {
    if (awaySaid) {
      LOG.debug("still away", failure);
      return;
    }
    awaySaid = true;
    Throwable cause = failure instanceof ExecutionException ? failure.getCause() : failure;
    LOG.warn("Kafka at {} cannot be read ({}); trying until it can", log.place(), cause.toString());
  }
}
