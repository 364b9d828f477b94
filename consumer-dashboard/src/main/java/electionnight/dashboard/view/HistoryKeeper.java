package electionnight.dashboard.view;

import electionnight.domain.Update;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Writes the history of a night as far back as it is to be kept. Used by one thread. */
final class HistoryKeeper {
  /** Going back costs the folding of at most so many updates. */
  static final int CHAPTER = 32;

  private final int kept;
  private final Deque<Chapter> finished = new ArrayDeque<>();
  private Standing before = Standing.NONE;
  private List<PastUpdate> updates = new ArrayList<>();

  /**
   * @param kept how many updates at least; at most a chapter more
   */
  HistoryKeeper(int kept) {
    this.kept = kept;
  }

  /**
   * Adds an update.
   *
   * @param json its message
   * @param at the timestamp of its record
   * @param fold which it has been folded into
   */
  void add(Update update, byte[] json, Instant at, StandingFold fold) {
    updates.add(PastUpdate.of(update, json, at, fold.clock()));
    if (updates.size() == CHAPTER) {
      finished.add(new Chapter(before, updates));
      before = fold.standing();
      updates = new ArrayList<>();
      while (finished.size() > 1 && (finished.size() - 1) * CHAPTER >= kept) {
        finished.remove();
      }
    }
  }

  /** All that is kept now. */
  History history() {
    List<Chapter> chapters = new ArrayList<>(finished);
    chapters.add(new Chapter(before, updates));
    return new History(chapters);
  }
}
