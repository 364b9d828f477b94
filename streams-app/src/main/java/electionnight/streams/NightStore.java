package electionnight.streams;

import electionnight.domain.Alert;
import electionnight.domain.AlertSwitch;
import electionnight.domain.Cause;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.domain.Folded;
import electionnight.domain.Night;
import electionnight.domain.SeatId;
import electionnight.domain.SeatState;
import electionnight.domain.Seats;
import electionnight.domain.Standings;
import electionnight.domain.Totals;
import electionnight.replay.NightSeats;
import electionnight.wire.Changelog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Nights on state stores: what a night has in common in one, its running state in another, and one
 * small record a seat in a third, so that a change writes only what it changed to the changelogs.
 * What was read or written is kept in memory, because only this task writes it: it is as large as
 * the nights that the task has heard of since it was started.
 */
final class NightStore {
  static final String ELECTIONS = Changelog.ELECTIONS.store();
  static final String NIGHTS = Changelog.NIGHTS.store();
  static final String SEATS = Changelog.SEATS.store();

  /** The character after the one that ends an election id in a seat's key. */
  private static final char AFTER_SLASH = '/' + 1;

  private final KeyValueStore<String, byte[]> elections;
  private final KeyValueStore<String, byte[]> nights;
  private final KeyValueStore<String, byte[]> seats;

  private final Map<ElectionId, Night> open = new HashMap<>();
  private final Map<ElectionId, NightSeats> openSeats = new HashMap<>();

  /** What a night has in common, and the record it came in. */
  record Opened(Election election, Cause reference) {
    static Opened of(Night night) {
      return new Opened(night.election(), night.reference());
    }
  }

  /** A night without what it has in common. */
  record Running(
      long revision,
      Totals totals,
      Standings standings,
      List<SeatId> checking,
      Optional<AlertSwitch> stopped,
      List<Alert> alerts) {
    static Running of(Night night) {
      return new Running(
          night.revision(),
          night.totals(),
          night.standings(),
          night.checking(),
          night.stopped(),
          night.alerts());
    }

    Night of(Opened opened) {
      return new Night(
          opened.election(),
          opened.reference(),
          revision,
          totals,
          standings,
          checking,
          stopped,
          alerts);
    }
  }

  NightStore(ProcessorContext<?, ?> context) {
    elections = context.getStateStore(ELECTIONS);
    nights = context.getStateStore(NIGHTS);
    seats = context.getStateStore(SEATS);
  }

  static Set<StoreBuilder<?>> builders() {
    return Set.of(builder(ELECTIONS), builder(NIGHTS), builder(SEATS));
  }

  private static StoreBuilder<KeyValueStore<String, byte[]>> builder(String name) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray());
  }

  Optional<Night> night(ElectionId id) {
    return Optional.ofNullable(open.computeIfAbsent(id, this::read));
  }

  private Night read(ElectionId id) {
    Opened opened = StateJson.read(elections.get(id.value()), Opened.class);
    if (opened == null) {
      return null;
    }
    Running running = StateJson.read(nights.get(id.value()), Running.class);
    return running == null ? Night.open(opened.election(), opened.reference()) : running.of(opened);
  }

  /** The seats of a night that is open. */
  Seats seatsOf(Night night) {
    return kept(night.election().election());
  }

  private NightSeats kept(ElectionId election) {
    return openSeats.computeIfAbsent(election, id -> new NightSeats(readSeats(id)));
  }

  private List<SeatState> readSeats(ElectionId election) {
    List<SeatState> all = new ArrayList<>();
    String prefix = election.value();
    try (KeyValueIterator<String, byte[]> range = seats.range(prefix + '/', prefix + AFTER_SLASH)) {
      range.forEachRemaining(entry -> all.add(StateJson.read(entry.value, SeatState.class)));
    }
    return all;
  }

  /**
   * What an input changes, and nothing else, as it will be kept.
   *
   * @param records for the stores; each can be written to its changelog
   */
  record Change(Folded.Accepted accepted, List<StoreRecord> records) {}

  /** A record to put into a store. */
  record StoreRecord(KeyValueStore<String, byte[]> store, String key, byte[] value) {
    StoreRecord {
      FoldProcessor.requireRecord(value, "the store " + store.name());
    }
  }

  /**
   * Nothing is written yet.
   *
   * @throws IllegalStateException where one of the records is too long to be written
   */
  Change change(Folded.Accepted accepted) {
    Night night = accepted.night();
    ElectionId id = night.election().election();
    List<StoreRecord> records = new ArrayList<>();
    if (night(id).map(Opened::of).filter(Opened.of(night)::equals).isEmpty()) {
      records.add(new StoreRecord(elections, id.value(), StateJson.write(Opened.of(night))));
    }
    if (accepted.update().isPresent()) {
      records.add(new StoreRecord(nights, id.value(), StateJson.write(Running.of(night))));
    }
    for (SeatState state : accepted.seats()) {
      records.add(new StoreRecord(seats, key(id, state.seat().seat()), StateJson.write(state)));
    }
    return new Change(accepted, records);
  }

  void put(Change change) {
    Night night = change.accepted().night();
    ElectionId id = night.election().election();
    change.records().forEach(record -> record.store().put(record.key(), record.value()));
    if (!change.accepted().seats().isEmpty()) {
      NightSeats kept = kept(id);
      change.accepted().seats().forEach(kept::put);
    }
    open.put(id, night);
  }

  /** How far each night is that the stores hold. */
  Map<ElectionId, Long> revisions() {
    Map<ElectionId, Long> revisions = new HashMap<>();
    try (KeyValueIterator<String, byte[]> all = nights.all()) {
      all.forEachRemaining(
          entry ->
              revisions.put(
                  new ElectionId(entry.key),
                  StateJson.read(entry.value, Running.class).revision()));
    }
    return revisions;
  }

  static String key(ElectionId election, SeatId seat) {
    return election + "/" + seat;
  }
}
