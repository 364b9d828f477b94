package electionnight.dashboard.view;

import electionnight.domain.Cause;
import electionnight.domain.Election;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The terms of one night: of all elections published under its id, the one that its latest update
 * was folded by, as that update's receipt says. An election that the fold refused is never shown.
 */
final class Terms {
  private static final int MOST_KEPT = 16;

  private final Map<Cause, Election> heardOldestFirst = new LinkedHashMap<>();
  private Optional<Cause> foldedBy = Optional.empty();

  void heard(Cause record, Election election) {
    heardOldestFirst.remove(record);
    heardOldestFirst.put(record, election);
    if (heardOldestFirst.size() > MOST_KEPT) {
      heardOldestFirst.keySet().stream()
          .filter(kept -> foldedBy.filter(kept::equals).isEmpty())
          .findFirst()
          .ifPresent(heardOldestFirst::remove);
    }
  }

  void foldedBy(Cause record) {
    foldedBy = Optional.of(record);
  }

  /**
   * The terms in force; before the first update, and while their record was not read, the latest.
   */
  Optional<Election> inForce() {
    return record().map(heardOldestFirst::get);
  }

  /** The record of the terms in force. */
  Optional<Cause> record() {
    return foldedBy
        .filter(heardOldestFirst::containsKey)
        .or(() -> heardOldestFirst.keySet().stream().reduce((first, last) -> last));
  }
}
