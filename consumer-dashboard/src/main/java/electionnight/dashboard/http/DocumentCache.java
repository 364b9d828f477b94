package electionnight.dashboard.http;

import electionnight.dashboard.view.History;
import electionnight.dashboard.view.NightView;
import electionnight.domain.ElectionId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The documents of each night as it stands, and those of the past that were asked for last. */
final class DocumentCache {
  /** Those of a general election may have 5 MB each. */
  private static final int MOST_OF_THE_PAST = 16;

  private final Map<ElectionId, NightDocuments> now = new ConcurrentHashMap<>();
  private final Map<Key, NightDocuments> past = new LinkedHashMap<>(16, 0.75f, true);

  private record Key(ElectionId election, String log, long referenceVersion, long revision) {
    static Key of(NightView night, long revision) {
      return new Key(night.election().election(), night.log(), night.referenceVersion(), revision);
    }
  }

  /** The documents of a night as it stands. */
  NightDocuments now(NightView night) {
    return now.compute(
        night.election().election(),
        (id, known) -> known != null && known.night() == night ? known : new NightDocuments(night));
  }

  /**
   * The documents of a night as it stood, which may have to be folded first.
   *
   * @param night as it stands
   * @return empty for a revision that is not in its history
   */
  Optional<NightDocuments> past(NightView night, History history, long revision) {
    Key key = Key.of(night, revision);
    Optional<NightDocuments> known = known(key);
    return known.isPresent()
        ? known
        : history.view(night, revision).map(view -> keep(key, new NightDocuments(view)));
  }

  private synchronized Optional<NightDocuments> known(Key key) {
    return Optional.ofNullable(past.get(key));
  }

  private synchronized NightDocuments keep(Key key, NightDocuments documents) {
    NightDocuments kept = past.merge(key, documents, (first, second) -> first);
    if (past.size() > MOST_OF_THE_PAST) {
      past.keySet().remove(past.keySet().iterator().next());
    }
    return kept;
  }
}
