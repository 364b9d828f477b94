package electionnight.domain;

import electionnight.testing.FoldedNight;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a night heard so far, by the plainest bookkeeping: of each seat what is known last, the
 * highest revision, and whether it is held. Right while nothing is queried or rejected.
 */
final class Said {
  private final Map<SeatId, Seat> seats = new TreeMap<>();
  private final Map<SeatId, Declaration> words = new TreeMap<>();
  private final TreeSet<SeatId> held = new TreeSet<>();
  private final TreeSet<SeatId> queried = new TreeSet<>();
  private Optional<AlertSwitch> stopped = Optional.empty();

  static Said of(Collection<? extends Input> inputs) {
    Said said = new Said();
    inputs.forEach(said::hear);
    return said;
  }

  /** What a night believes that also queries. */
  static Said believedBy(FoldedNight night) {
    Said said = new Said();
    said.stopped = night.night().stopped();
    night
        .seats()
        .forEach(
            (id, state) -> {
              said.seats.put(id, state.seat());
              state.word().ifPresent(word -> said.words.put(id, word.declaration()));
              state.held().ifPresent(hold -> said.held.add(id));
              state.queried().ifPresent(doubt -> said.queried.add(id));
            });
    return said;
  }

  void hear(Input input) {
    if (input instanceof Seat seat) {
      seats.put(seat.seat(), seat);
    } else if (input instanceof Declaration word) {
      Declaration before = words.get(word.seat());
      if (before == null || before.revision() < word.revision()) {
        words.put(word.seat(), word);
      }
    } else if (input instanceof Hold hold) {
      if (hold.held()) {
        held.add(hold.seat());
      } else {
        held.remove(hold.seat());
      }
    } else if (input instanceof AlertSwitch change) {
      if (stopped.isPresent() != change.stopped()) {
        stopped = change.stopped() ? Optional.of(change) : Optional.empty();
      }
    }
  }

  Map<SeatId, Seat> seats() {
    return seats;
  }

  Map<SeatId, Declaration> words() {
    return words;
  }

  boolean isHeld(SeatId seat) {
    return held.contains(seat);
  }

  boolean isQueried(SeatId seat) {
    return queried.contains(seat);
  }

  Optional<AlertSwitch> stopped() {
    return stopped;
  }
}
