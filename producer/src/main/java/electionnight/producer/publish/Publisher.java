package electionnight.producer.publish;

import electionnight.cli.KafkaMistake;
import electionnight.cli.LogContext;
import electionnight.cli.UserError;
import electionnight.domain.Input;
import electionnight.wire.Inputs;
import electionnight.wire.KafkaSettings;
import electionnight.wire.MessageType;
import electionnight.wire.Provenance;
import electionnight.wire.Rejected;
import electionnight.wire.Topic;
import electionnight.wire.TraceParent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes messages to the topics they belong to, keyed by their election. Every call returns the
 * acknowledgement to come: done once all in-sync replicas have the record, failed when Kafka gave
 * up on it, which is logged as well, or the thread was interrupted. The record's timestamp is the
 * client's clock at that moment, from which 'published to pushed' is measured; its headers are a
 * {@link Provenance}.
 *
 * <p>Safe for use by many threads. A call blocks while the client's buffer is full or the cluster
 * has not told it where the topic's partitions are.
 */
public final class Publisher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final Connection connection;
  private final Optional<String> source;
  private final Supplier<TraceParent> trace;

  /** What publishers share that speak for different sources. */
  private record Connection(
      Producer<byte[], byte[]> producer,
      String topicPrefix,
      CompletableFuture<AuthorizationException> refused,
      PublishMetrics metrics) {}

  /**
   * Publishes in nobody's name until {@link #as} says whose.
   *
   * @param producer closed with this
   * @param topicPrefix in front of every topic name; may be empty
   * @param meters where it is measured
   */
  public Publisher(Producer<byte[], byte[]> producer, String topicPrefix, MeterRegistry meters) {
    this(
        new Connection(
            producer, topicPrefix, new CompletableFuture<>(), new PublishMetrics(producer, meters)),
        Optional.empty(),
        TraceParent::begin);
  }

  private Publisher(Connection connection, Optional<String> source, Supplier<TraceParent> trace) {
    this.connection = connection;
    this.source = source;
    this.trace = trace;
  }

  /** A publisher to a cluster that is known to answer, which nobody measures. */
  public static Publisher connect(KafkaSettings settings) {
    return connect(settings, new CompositeMeterRegistry());
  }

  /**
   * A publisher to a cluster that is known to answer.
   *
   * @param meters where it and its Kafka client are measured
   * @throws UserError when a Kafka property has a value that the client refuses
   */
  public static Publisher connect(KafkaSettings settings, MeterRegistry meters) {
    try {
      return new Publisher(
          new KafkaProducer<>(
              settings.producer(), new ByteArraySerializer(), new ByteArraySerializer()),
          settings.topicPrefix(),
          meters);
    } catch (KafkaException e) {
      throw KafkaMistake.of("The Kafka producer cannot start", e);
    }
  }

  /**
   * The same publisher for what a source sends, each message with a trace of its own.
   *
   * @param sender named in each record, see {@link Provenance}
   */
  public Publisher as(String sender) {
    expect(sender);
    return as(sender, TraceParent::begin);
  }

  /** Measures what a source sends from now on, before the first of it. */
  public void expect(String sender) {
    for (Topic topic : List.of(Topic.SEATS, Topic.DECLARATIONS, Topic.REJECTED)) {
      connection.metrics().expect(topic.name(connection.topicPrefix()), sender);
    }
  }

  /** The same for what is part of a trace that somebody else began. */
  public Publisher as(String sender, TraceParent began) {
    return as(sender, () -> began);
  }

  private Publisher as(String sender, Supplier<TraceParent> trace) {
    return new Publisher(connection, Optional.of(sender), trace);
  }

  /** Publishes to the topic of its kind, see {@link Inputs}. */
  public CompletableFuture<RecordMetadata> publish(Input input) {
    byte[] key = input.election().value().getBytes(StandardCharsets.UTF_8);
    return send(Inputs.of(input).topic(), key, Inputs.write(input));
  }

  /**
   * Publishes to {@link Topic#REJECTED}, under the key that the input had, else under the election
   * it speaks of, else under none.
   */
  public CompletableFuture<RecordMetadata> publish(Rejected rejected) {
    byte[] key =
        Optional.ofNullable(rejected.keyBytes())
            .or(() -> rejected.election().map(id -> id.getBytes(StandardCharsets.UTF_8)))
            .orElse(null);
    return send(Topic.REJECTED, key, MessageType.REJECTED.write(rejected));
  }

  /** Done, with what Kafka said, once it does not let this publisher do its work. */
  public CompletableFuture<AuthorizationException> refused() {
    return connection.refused().copy();
  }

  /** Sends what is still in the buffer, for at most 5 seconds; closing again does nothing. */
  @Override
  public void close() {
    // Who closes because of an interrupt still wants everything sent.
    boolean interrupted = Thread.interrupted();
    try {
      connection.producer().close(CLOSE_WITHIN);
    } finally {
      connection.metrics().close();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private CompletableFuture<RecordMetadata> send(Topic topic, byte[] key, byte[] value) {
    CompletableFuture<RecordMetadata> acknowledgement = new CompletableFuture<>();
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(topic.name(connection.topicPrefix()), key, value);
    Provenance provenance = new Provenance(source, Optional.of(trace.get()));
    provenance.addTo(message.headers());
    try {
      connection
          .producer()
          .send(
              message,
              (metadata, failure) -> {
                if (failure == null) {
                  connection.metrics().published(message.topic(), provenance);
                  acknowledgement.complete(metadata);
                } else {
                  fail(acknowledgement, message.topic(), provenance, failure);
                }
              });
    } catch (InterruptException e) {
      // Told to stop, which is no fault of Kafka's.
      acknowledgement.completeExceptionally(e);
    } catch (KafkaException | IllegalStateException e) {
      fail(acknowledgement, message.topic(), provenance, e);
    }
    return acknowledgement;
  }

  private void fail(
      CompletableFuture<RecordMetadata> acknowledgement,
      String topic,
      Provenance provenance,
      Exception failure) {
    connection.metrics().unacknowledged();
    LogContext.of(provenance)
        .run(
            () ->
                LOG.warn(
                    "Kafka did not acknowledge a message to {}: {}", topic, failure.getMessage()));
    if (failure instanceof AuthorizationException refusal) {
      connection.refused().complete(refusal);
    }
    acknowledgement.completeExceptionally(failure);
  }
}
