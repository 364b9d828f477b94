package electionnight.streams;

import electionnight.domain.Alert;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.domain.Night;
import electionnight.domain.SeatId;
import electionnight.domain.SeatState;
import electionnight.domain.Seats;
import electionnight.domain.Standings;
import electionnight.domain.Totals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Nights on state stores: what a night has in common in one, its running state in another, and one
 * small record a seat in a third, so that a change writes only what it changed to the changelogs.
 */
final class NightStore {
  private static final String ELECTIONS = "elections";
  private static final String NIGHTS = "nights";
  private static final String SEATS = "seats";

  /** The character after the one that ends an election id in a seat's key. */
  private static final char AFTER_SLASH = '/' + 1;

  private final KeyValueStore<String, Election> elections;
  private final KeyValueStore<String, Running> nights;
  private final KeyValueStore<String, SeatState> seats;

  /** What the first two stores hold, as last written: only this task writes them. */
  private final Map<ElectionId, Night> open = new HashMap<>();

  /** A night without its election. */
  record Running(long revision, Totals totals, Standings standings, List<Alert> alerts) {}

  NightStore(ProcessorContext<?, ?> context) {
    elections = context.getStateStore(ELECTIONS);
    nights = context.getStateStore(NIGHTS);
    seats = context.getStateStore(SEATS);
  }

  static Set<StoreBuilder<?>> builders() {
    return Set.of(
        builder(ELECTIONS, Election.class),
        builder(NIGHTS, Running.class),
        builder(SEATS, SeatState.class));
  }

  private static <T> StoreBuilder<KeyValueStore<String, T>> builder(String name, Class<T> type) {
    return Stores.keyValueStoreBuilder(
        Stores.persistentKeyValueStore(name), Serdes.String(), new JsonSerde<>(type));
  }

  Optional<Night> night(ElectionId id) {
    return Optional.ofNullable(open.computeIfAbsent(id, this::read));
  }

  private Night read(ElectionId id) {
    Election election = elections.get(id.value());
    if (election == null) {
      return null;
    }
    Running running = nights.get(id.value());
    return running == null
        ? Night.open(election)
        : new Night(
            election, running.revision(), running.totals(), running.standings(), running.alerts());
  }

  Optional<SeatState> seat(ElectionId election, SeatId seat) {
    return Optional.ofNullable(seats.get(key(election, seat)));
  }

  /** All seats of a night, read when asked for. */
  Seats seatsOf(ElectionId election) {
    return () -> {
      List<SeatState> all = new ArrayList<>();
      String prefix = election.value();
      try (KeyValueIterator<String, SeatState> range =
          seats.range(prefix + '/', prefix + AFTER_SLASH)) {
        while (range.hasNext()) {
          KeyValue<String, SeatState> entry = range.next();
          all.add(entry.value);
        }
      }
      return all;
    };
  }

  /** Keeps a night that was opened or amended. */
  void putElection(Night night) {
    open.put(night.election().election(), night);
    elections.put(night.election().election().value(), night.election());
  }

  /** Keeps a night that was changed. */
  void putNight(Night night) {
    open.put(night.election().election(), night);
    nights.put(
        night.election().election().value(),
        new Running(night.revision(), night.totals(), night.standings(), night.alerts()));
  }

  void putSeat(SeatState state) {
    seats.put(key(state.seat().election(), state.seat().seat()), state);
  }

  static String key(ElectionId election, SeatId seat) {
    return election + "/" + seat;
  }
}
