package electionnight.streams;

import electionnight.domain.Alert;
import electionnight.domain.Cause;
import electionnight.domain.Fold;
import electionnight.domain.Folded;
import electionnight.domain.Heard;
import electionnight.domain.Input;
import electionnight.domain.Night;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import electionnight.domain.SeatReport;
import electionnight.domain.Seats;
import electionnight.domain.Update;
import electionnight.replay.NightSeats;
import electionnight.wire.Decoded;
import electionnight.wire.Inputs;
import electionnight.wire.KafkaSettings;
import electionnight.wire.MessageType;
import electionnight.wire.Provenance;
import electionnight.wire.Rejected;
import electionnight.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /** The lengths of its key and of its value; a header may have neither, and be one of millions. */
  private static final int FRAME_BYTES = 10;

  /** With headers, key and the frame around them it is still a record that a broker takes. */
  private static final int MAX_OUTPUT_BYTES = KafkaSettings.MAX_RECORD_BYTES - 3 * MAX_HEADER_BYTES;

  private final KafkaSettings settings;
  private final NightMetrics metrics;
  private ProcessorContext<byte[], byte[]> context;
  private NightStore store;
  private TaskMetrics measured;

  private FoldProcessor(KafkaSettings settings, NightMetrics metrics) {
    this.settings = settings;
    this.metrics = metrics;
  }

  /** Makes one processor per task, and the stores they share their names with. */
  record Supplier(KafkaSettings settings, NightMetrics metrics)
      implements ProcessorSupplier<byte[], byte[], byte[], byte[]> {
    @Override
    public Processor<byte[], byte[], byte[], byte[]> get() {
      return new FoldProcessor(settings, metrics);
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
    this.measured = new TaskMetrics(metrics, context::currentSystemTimeMs, store.revisions());
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata at = context.recordMetadata().orElseThrow();
    Heard heard =
        Inputs.heard(at.topic(), at.partition(), at.offset(), record.value(), record.timestamp());
    Answer answer = answerSafely(record, heard);
    answer.change().ifPresent(store::put);
    Headers headers = carried(record.headers());
    answer
        .outputs()
        .forEach(output -> forward(output, record.timestamp(), new RecordHeaders(headers)));
    Provenance provenance = Provenance.of(record.headers());
    measured.folded(inputs(at.topic()), answer.said(), answer.folded(), heard, provenance);
    if (answer.folded() instanceof Folded.Accepted accepted) {
      FoldLog.accepted(accepted, heard.cause(), provenance);
    }
  }

  @Override
  public void close() {
    measured.close();
  }

  /**
   * What became of an input, and what is to be kept and written because of it.
   *
   * @param said what it says; empty where it cannot be read
   */
  private record Answer(
      Optional<Input> said,
      Folded folded,
      Optional<NightStore.Change> change,
      List<Output> outputs) {}

  /** A record to write; a null value is a tombstone. */
  private record Output(Topic topic, byte[] key, byte[] value) {
    private Output {
      if (value != null) {
        requireRecord(value, "the topic " + topic.name(""));
      }
    }
  }

  static void requireRecord(byte[] value, String where) {
    if (value.length > MAX_OUTPUT_BYTES) {
      throw new IllegalStateException(
          value.length + " bytes for " + where + ", which no record may hold");
    }
  }

  private Answer answerSafely(Record<byte[], byte[]> record, Heard heard) {
    try {
      Decoded<Input> said = inputs(heard.cause().topic()).read(record.key(), record.value());
      Folded folded = fold(said, heard);
      Optional<NightStore.Change> change =
          folded instanceof Folded.Accepted accepted
              ? Optional.of(store.change(accepted))
              : Optional.empty();
      return new Answer(read(said), folded, change, outputs(record, heard, folded));
    } catch (KafkaException e) {
      // A store that cannot be read says nothing of the record: the task is to start again.
      throw e;
    } catch (RuntimeException e) {
      LOG.error("{} could not be folded; it is kept in the rejected topic", heard.cause(), e);
      Reason fault =
          new Reason(Code.FAULT, "", e.toString(), "none: this is our fault, send it again later");
      Folded.Rejected rejected = new Folded.Rejected(List.of(fault));
      return new Answer(
          Optional.empty(), rejected, Optional.empty(), outputs(record, heard, rejected));
    }
  }

  private Folded fold(Decoded<Input> said, Heard heard) {
    return said instanceof Decoded.Read<Input> read
        ? fold(read.value(), heard)
        : new Folded.Rejected(((Decoded.Unreadable<Input>) said).reasons());
  }

  private static Optional<Input> read(Decoded<Input> said) {
    return said instanceof Decoded.Read<Input> read ? Optional.of(read.value()) : Optional.empty();
  }

  private Inputs inputs(String topic) {
    return Arrays.stream(Inputs.values())
        .filter(inputs -> settings.topic(inputs.topic()).equals(topic))
        .findFirst()
        .orElseThrow();
  }

  private Folded fold(Input input, Heard heard) {
    Optional<Night> night = store.night(input.election());
    Seats seats = night.map(store::seatsOf).orElseGet(() -> new NightSeats(List.of()));
    return Fold.fold(night, input, heard, seats);
  }

  private static List<Output> outputs(Record<byte[], byte[]> record, Heard heard, Folded folded) {
    if (folded instanceof Folded.Rejected rejected) {
      return List.of(output(record, heard.cause(), rejected.reasons()));
    }
    return folded instanceof Folded.Accepted accepted
        ? accepted.update().map(FoldProcessor::outputs).orElse(List.of())
        : List.of();
  }

  private static List<Output> outputs(Update update) {
    byte[] election = utf8(update.election().value());
    List<Output> outputs = new ArrayList<>();
    outputs.add(new Output(Topic.UPDATES, election, MessageType.UPDATE.write(update)));
    for (SeatReport seat : update.seats()) {
      outputs.add(
          new Output(
              Topic.RESULTS,
              utf8(NightStore.key(update.election(), seat.seat())),
              seat.result().map(MessageType.RESULT::write).orElse(null)));
    }
    outputs.add(
        new Output(Topic.SCOREBOARD, election, MessageType.SCOREBOARD.write(update.scoreboard())));
    for (Alert alert : update.alerts()) {
      outputs.add(new Output(Topic.ALERTS, election, MessageType.ALERT.write(alert)));
    }
    return outputs;
  }

  private static Output output(Record<byte[], byte[]> record, Cause cause, List<Reason> reasons) {
    Rejected rejected =
        Rejected.of(cause.toString(), Optional.of(cause), reasons, record.key(), record.value());
    FoldLog.rejected(rejected, cause, Provenance.of(record.headers()));
    return new Output(Topic.REJECTED, rejected.keyBytes(), MessageType.REJECTED.write(rejected));
  }

  private void forward(Output output, long timestamp, Headers headers) {
    context.forward(
        new Record<>(output.key(), output.value(), timestamp, headers),
        NightTopology.sink(output.topic()));
  }

  /**
   * What an input says of itself goes with all that follows from it. Headers as large as a record
   * may be would make ours too large to be written: of those only the provenance is carried.
   */
  private static Headers carried(Headers headers) {
    long bytes = 0;
    for (Header header : headers) {
      int value = header.value() == null ? 0 : header.value().length;
      bytes += FRAME_BYTES + header.key().length() + value;
    }
    if (bytes <= MAX_HEADER_BYTES) {
      return headers;
    }
    Headers ours = new RecordHeaders();
    Provenance.of(headers).addTo(ours);
    return ours;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
