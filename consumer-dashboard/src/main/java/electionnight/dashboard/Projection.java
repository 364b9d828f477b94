package electionnight.dashboard;

import electionnight.cli.LogContext;
import electionnight.dashboard.push.Broadcaster;
import electionnight.dashboard.push.Feed;
import electionnight.dashboard.push.Publication;
import electionnight.dashboard.tail.RecordHandler;
import electionnight.dashboard.view.NightFold;
import electionnight.dashboard.view.NightFold.Applied;
import electionnight.dashboard.view.Nights;
import electionnight.dashboard.view.Replaced;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.domain.Heard;
import electionnight.domain.Reason;
import electionnight.domain.Seat;
import electionnight.domain.Update;
import electionnight.wire.Decoded;
import electionnight.wire.Inputs;
import electionnight.wire.MessageType;
import electionnight.wire.Provenance;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the nights out of the log. After each burst the views are replaced first and the updates
 * pushed second, so that a snapshot is never older than the ring. A record that cannot be used is
 * logged, counted and left behind.
 */
final class Projection implements RecordHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Projection.class);

  private final String updatesTopic;
  private final int historyKept;
  private final Nights nights;
  private final Broadcaster broadcaster;
  private final MeterRegistry registry;
  private final Counter undecodable;
  private final Counter gaps;
  private final Map<ElectionId, NightFold> folds = new HashMap<>();
  private final Map<ElectionId, ViewMetrics> metrics = new HashMap<>();
  private final Set<NightFold> changed = new HashSet<>();
  private final List<Publication> burst = new ArrayList<>();

  /**
   * @param historyKept how many updates of each night are kept for going back
   */
  Projection(
      String updatesTopic,
      int historyKept,
      Nights nights,
      Broadcaster broadcaster,
      MeterRegistry registry) {
    this.updatesTopic = updatesTopic;
    this.historyKept = historyKept;
    this.nights = nights;
    this.broadcaster = broadcaster;
    this.registry = registry;
    this.undecodable =
        Counter.builder("election.night.undecodable.records")
            .description("Records that were left behind because they could not be read")
            .register(registry);
    this.gaps =
        Counter.builder("election.night.revision.gaps")
            .description("Updates before which another was missing")
            .register(registry);
  }

  @Override
  public void record(ConsumerRecord<byte[], byte[]> record, boolean live) {
    Decoded<?> decoded =
        record.topic().equals(updatesTopic)
            ? MessageType.UPDATE.read(record.value())
            : Inputs.REFERENCE.read(record.key(), record.value());
    if (decoded instanceof Decoded.Unreadable<?> unreadable) {
      undecodable.increment();
      LOG.error(
          "{} cannot be read: {}",
          place(record),
          unreadable.reasons().stream().map(Reason::sentence).collect(Collectors.joining("; ")));
      return;
    }
    Object value = decoded.orElseThrow();
    if (value instanceof Update update) {
      apply(update, record, live);
    } else if (value instanceof Election election) {
      NightFold fold = fold(election.election());
      fold.put(election, heard(record));
      changed.add(fold);
    } else if (value instanceof Seat seat) {
      NightFold fold = fold(seat.election());
      fold.put(seat, heard(record));
      changed.add(fold);
    }
  }

  @Override
  public void endOfBurst() {
    changed.forEach(fold -> fold.view().ifPresent(night -> nights.put(night, fold.history())));
    changed.clear();
    broadcaster.publish(List.copyOf(burst));
    burst.clear();
  }

  private void apply(Update update, ConsumerRecord<byte[], byte[]> record, boolean live) {
    NightFold fold = fold(update.election());
    long revision = fold.revision();
    Optional<Replaced> before = fold.replacedBy(update);
    Instant publishedAt = Instant.ofEpochMilli(record.timestamp());
    Applied applied = fold.apply(update, record.value(), publishedAt);
    if (applied == Applied.AFTER_GAP) {
      gaps.increment();
    }
    if (applied == Applied.AFTER_GAP || LOG.isDebugEnabled()) {
      LogContext.of(Provenance.of(record.headers()))
          .election(update.election().value())
          .revision(update.revision())
          .run(() -> tell(applied, update, place(record), revision + 1));
    }
    if (applied == Applied.REPEATED) {
      return;
    }
    metrics.get(update.election()).applied(update, publishedAt);
    changed.add(fold);
    burst.add(
        new Publication(
            feed(update.election()),
            update,
            record.value(),
            before.filter(known -> applied == Applied.NEXT),
            record.timestamp(),
            live));
  }

  private static void tell(Applied applied, Update update, String place, long missing) {
    switch (applied) {
      case NEXT ->
          LOG.debug("{} brings {} to revision {}", place, update.election(), update.revision());
      case REPEATED -> LOG.debug("{} repeats revision {}", place, update.revision());
      case AFTER_GAP ->
          LOG.error(
              "{} brings {} to revision {}, but revision {} was never seen",
              place,
              update.election(),
              update.revision(),
              missing);
    }
  }

  private NightFold fold(ElectionId election) {
    return folds.computeIfAbsent(
        election,
        id -> {
          feed(id);
          metrics.put(id, new ViewMetrics(id, () -> nights.night(id), registry));
          return new NightFold(historyKept);
        });
  }

  private Feed feed(ElectionId election) {
    return broadcaster.open(election, () -> nights.night(election).orElseThrow());
  }

  private static Heard heard(ConsumerRecord<byte[], byte[]> record) {
    return Inputs.heard(
        record.topic(), record.partition(), record.offset(), record.value(), record.timestamp());
  }

  private static String place(ConsumerRecord<byte[], byte[]> record) {
    return record.topic() + "-" + record.partition() + "@" + record.offset();
  }
}
