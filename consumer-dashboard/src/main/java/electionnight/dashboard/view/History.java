package electionnight.dashboard.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What became of a night, revision by revision, as far back as it is kept. Immutable. Only what
 * updates said is of the past: the names, the map and the terms are always as they are now.
 */
public final class History {
  private final List<Chapter> chapters;

  /**
   * @param chapters at least one, in order; only the last may be empty
   */
  History(List<Chapter> chapters) {
    this.chapters = List.copyOf(chapters);
  }

  /** The oldest revision of which it is known how the night stood. */
  public long oldest() {
    return chapters.get(0).before().revision();
  }

  /** The newest revision; 0 before the first update. */
  public long newest() {
    Chapter last = chapters.get(chapters.size() - 1);
    return last.updates().isEmpty()
        ? last.before().revision()
        : last.updates().get(last.updates().size() - 1).revision();
  }

  /**
   * How a night stood at a revision.
   *
   * @param now the night as it stands
   * @return empty for a revision that is not reached, not kept or was never seen
   */
  public Optional<NightView> view(NightView now, long revision) {
    if (revision < oldest()) {
      return Optional.empty();
    }
    Chapter chapter = chapters.get(indexOf(revision));
    boolean seen =
        revision == chapter.before().revision()
            || chapter.updates().stream().anyMatch(update -> update.revision() == revision);
    return seen ? Optional.of(now.as(chapter.standing(revision))) : Optional.empty();
  }

  /**
   * The last revision at which nothing declared later than a time had been told; empty where that
   * is not kept any more.
   */
  public OptionalLong revisionAt(Instant time) {
    int begun = howMany(chapters, chapter -> isReached(chapter.before().clock(), time));
    if (begun == 0) {
      return OptionalLong.empty();
    }
    Chapter chapter = chapters.get(begun - 1);
    int told = howMany(chapter.updates(), update -> isReached(update.clock(), time));
    return OptionalLong.of(
        told == 0 ? chapter.before().revision() : chapter.updates().get(told - 1).revision());
  }

  /** What happened after a revision. */
  Stream<PastUpdate> after(long revision) {
    return chapters.subList(indexOf(Math.max(revision, oldest())), chapters.size()).stream()
        .flatMap(chapter -> chapter.updates().stream())
        .filter(update -> update.revision() > revision);
  }

  private static boolean isReached(Optional<Instant> clock, Instant time) {
    return clock.filter(time::isBefore).isEmpty();
  }

  /** The last chapter that a revision may be in. */
  private int indexOf(long revision) {
    return howMany(chapters, chapter -> chapter.before().revision() <= revision) - 1;
  }

  /** How many at the start of a list have a quality that none after them has. */
  private static <T> int howMany(List<T> list, Predicate<T> quality) {
    int from = 0;
    int to = list.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (quality.test(list.get(middle))) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
