package electionnight.dashboard.view;

import electionnight.domain.SeatReport;
import electionnight.domain.Update;
import java.util.ArrayList;
import java.util.List;

/**
 * A seat whose count has begun: how it stands, and how it came to that.
 *
 * @param report what is public of it
 * @param history what was public of it at each revision of the night that spoke of it, oldest first
 * @param forgotten how many older ones are no longer kept
 */
public record SeatView(SeatReport report, List<SeatRevision> history, int forgotten) {
  /** More than any seat needs, so that whoever repeats themselves does not fill the memory. */
  static final int MOST_KEPT = 50;

  /** The same for whoever is long-winded: the characters that a whole history may have. */
  static final long MOST_CHARACTERS = 50_000;

  public SeatView {
    history = List.copyOf(history);
  }

  /** A seat of which nothing was said yet. */
  static SeatView silent(SeatReport report) {
    return new SeatView(report, List.of(), 0);
  }

  /** Whether nothing that was said of it stands, as of one that was held and released. */
  boolean isSilent() {
    return report.result().isEmpty() && !NightJson.saysAnything(report);
  }

  /** The revision of the night that spoke of it last; 0 where none did. */
  long changed() {
    return history.isEmpty() ? 0 : history.get(history.size() - 1).revision();
  }

  SeatView with(Update update, SeatReport latest) {
    List<SeatRevision> longer = new ArrayList<>(history);
    longer.add(SeatRevision.of(update, latest));
    int tooMany = Math.max(0, longer.size() - MOST_KEPT);
    long characters = longer.stream().skip(tooMany).mapToLong(SeatRevision::characters).sum();
    while (characters > MOST_CHARACTERS && tooMany < longer.size() - 1) {
      characters -= longer.get(tooMany).characters();
      tooMany++;
    }
    return new SeatView(latest, longer.subList(tooMany, longer.size()), forgotten + tooMany);
  }
}
