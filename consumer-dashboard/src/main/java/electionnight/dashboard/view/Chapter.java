package electionnight.dashboard.view;

import java.util.List;

/**
 * Some updates in a row, and how the night stood before them.
 *
 * @param before from which it can be folded forward
 * @param updates in order; revisions may be missing
 */
record Chapter(Standing before, List<PastUpdate> updates) {
  Chapter {
    updates = List.copyOf(updates);
  }

  /** How the night stood at a revision that is here. */
  Standing standing(long revision) {
    StandingFold fold = new StandingFold(before);
    for (PastUpdate update : updates) {
      if (update.revision() > revision) {
        break;
      }
      fold.apply(update.update(), update.at());
    }
    return fold.standing();
  }
}
