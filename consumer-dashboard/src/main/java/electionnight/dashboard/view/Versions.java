package electionnight.dashboard.view;

import electionnight.domain.Cause;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was published, again and again, of one night's terms or of one seat: of all those records
 * the one that the fold went by last, as receipts say, and those that it may yet go by.
 */
final class Versions<T> {
  private static final int MOST_KEPT = 16;

  private final Map<Cause, T> heardOldestFirst = new LinkedHashMap<>();
  private Optional<Cause> foldedBy = Optional.empty();

  void heard(Cause record, T version) {
    heardOldestFirst.remove(record);
    heardOldestFirst.put(record, version);
    forgetWhatWasReplaced();
    if (heardOldestFirst.size() > MOST_KEPT) {
      heardOldestFirst.keySet().stream()
          .filter(kept -> foldedBy.filter(kept::equals).isEmpty())
          .findFirst()
          .ifPresent(heardOldestFirst::remove);
    }
  }

  void foldedBy(Cause record) {
    foldedBy = Optional.of(record);
    forgetWhatWasReplaced();
  }

  /** The fold never goes back to an older record. */
  private void forgetWhatWasReplaced() {
    if (record().isPresent()) {
      Iterator<Cause> oldestFirst = heardOldestFirst.keySet().iterator();
      while (!record().get().equals(oldestFirst.next())) {
        oldestFirst.remove();
      }
    }
  }

  /** What the fold went by last; empty while no receipt named it or its record was not read. */
  Optional<T> folded() {
    return record().map(heardOldestFirst::get);
  }

  /** The record of it. */
  Optional<Cause> record() {
    return foldedBy.filter(heardOldestFirst::containsKey);
  }
}
