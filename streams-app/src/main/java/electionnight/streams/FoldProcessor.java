package electionnight.streams;

import electionnight.domain.Alert;
import electionnight.domain.Cause;
import electionnight.domain.Declaration;
import electionnight.domain.ElectionId;
import electionnight.domain.Fold;
import electionnight.domain.Folded;
import electionnight.domain.Night;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import electionnight.domain.Result;
import electionnight.domain.SeatId;
import electionnight.domain.Update;
import electionnight.wire.Decoded;
import electionnight.wire.KafkaSettings;
import electionnight.wire.MessageType;
import electionnight.wire.Rejected;
import electionnight.wire.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.StoreBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the domain's fold on state stores. It first computes all that follows from a record, then
 * writes it, so that a fault while computing leaves the night as it was: such a record is rejected
 * like any other that cannot be believed, and the stream goes on.
 */
final class FoldProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  static final List<Topic> OUTPUTS =
      List.of(Topic.UPDATES, Topic.RESULTS, Topic.SCOREBOARD, Topic.ALERTS, Topic.REJECTED);

  private static final Logger LOG = LoggerFactory.getLogger(FoldProcessor.class);

  private static final int MAX_HEADER_BYTES = 64 * 1024;

  private final KafkaSettings settings;
  private final MeterRegistry meters;
  private ProcessorContext<byte[], byte[]> context;
  private NightStore store;

  private FoldProcessor(KafkaSettings settings, MeterRegistry meters) {
    this.settings = settings;
    this.meters = meters;
  }

  /** Makes one processor per task, and the stores they share their names with. */
  record Supplier(KafkaSettings settings, MeterRegistry meters)
      implements ProcessorSupplier<byte[], byte[], byte[], byte[]> {
    @Override
    public Processor<byte[], byte[], byte[], byte[]> get() {
      return new FoldProcessor(settings, meters);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
      return NightStore.builders();
    }
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    this.store = new NightStore(context);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata at = context.recordMetadata().orElseThrow();
    Cause cause = new Cause(at.topic(), at.partition(), at.offset());
    Folded folded = foldSafely(record, cause);
    if (folded instanceof Folded.Accepted accepted) {
      accept(record, accepted);
      count("accepted");
    } else if (folded instanceof Folded.Ignored ignored) {
      count(ignored.why().name().toLowerCase(Locale.ROOT));
    } else {
      reject(record, cause, ((Folded.Rejected) folded).reasons());
      count("rejected");
    }
  }

  private Folded foldSafely(Record<byte[], byte[]> record, Cause cause) {
    try {
      Decoded<Input> input =
          cause.topic().equals(settings.topic(Topic.SEATS))
              ? Input.ofSeats(record.key(), record.value())
              : Input.ofDeclarations(record.key(), record.value());
      return input instanceof Decoded.Read<Input> read
          ? fold(read.value(), cause)
          : new Folded.Rejected(((Decoded.Unreadable<Input>) input).reasons());
    } catch (KafkaException e) {
      // A store that cannot be read says nothing of the record: the task is to start again.
      throw e;
    } catch (RuntimeException e) {
      LOG.error("{} could not be folded; it is kept in the rejected topic", cause, e);
      return new Folded.Rejected(
          List.of(
              new Reason(
                  Code.FAULT, "", e.toString(), "none: this is our fault, send it again later")));
    }
  }

  private Folded fold(Input input, Cause cause) {
    ElectionId election = input.election();
    Optional<Night> night = store.night(election);
    if (input instanceof Input.OfElection opened) {
      return Fold.election(night, opened.body());
    }
    if (input instanceof Input.OfSeat seat) {
      SeatId id = seat.body().seat();
      return Fold.seat(
          night, store.seat(election, id), seat.body(), cause, store.seatsOf(election));
    }
    Declaration declaration = ((Input.OfDeclaration) input).body();
    return Fold.declaration(
        night,
        store.seat(election, declaration.seat()),
        declaration,
        cause,
        store.seatsOf(election));
  }

  private void accept(Record<byte[], byte[]> record, Folded.Accepted accepted) {
    accepted.seat().ifPresentOrElse(store::putSeat, () -> store.putElection(accepted.night()));
    accepted
        .update()
        .ifPresent(
            update -> {
              store.putNight(accepted.night());
              publish(record, update);
            });
  }

  private void publish(Record<byte[], byte[]> record, Update update) {
    byte[] election = utf8(update.election().value());
    Result result = update.result();
    forward(record, Topic.UPDATES, election, MessageType.UPDATE.write(update));
    forward(
        record,
        Topic.RESULTS,
        utf8(NightStore.key(result.election(), result.seat())),
        MessageType.RESULT.write(result));
    forward(record, Topic.SCOREBOARD, election, MessageType.SCOREBOARD.write(update.scoreboard()));
    for (Alert alert : update.alerts()) {
      forward(record, Topic.ALERTS, election, MessageType.ALERT.write(alert));
    }
  }

  private void reject(Record<byte[], byte[]> record, Cause cause, List<Reason> reasons) {
    Rejected rejected =
        Rejected.of(cause.toString(), Optional.of(cause), reasons, record.key(), record.value());
    LOG.info("rejected {}: {}", cause, reasons.get(0).sentence());
    forward(record, Topic.REJECTED, rejected.keyBytes(), MessageType.REJECTED.write(rejected));
  }

  private void forward(Record<byte[], byte[]> cause, Topic topic, byte[] key, byte[] value) {
    context.forward(
        new Record<>(key, value, cause.timestamp(), carried(cause.headers())),
        NightTopology.sink(topic));
  }

  /** Headers as large as a record may be would make ours too large to be written. */
  private static Headers carried(Headers headers) {
    long bytes = 0;
    for (Header header : headers) {
      bytes += header.key().length() + (header.value() == null ? 0 : header.value().length);
    }
    return bytes > MAX_HEADER_BYTES ? new RecordHeaders() : headers;
  }

  private void count(String outcome) {
    meters.counter("election.night.declarations", "outcome", outcome).increment();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
