package electionnight.dashboard.view;

import electionnight.domain.ElectionId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All nights as they stand. One thread puts, any reads. */
public final class Nights {
  private static final Comparator<NightView> NEWEST_POLLING_DAY_FIRST =
      Comparator.comparing((NightView night) -> night.election().date())
          .reversed()
          .thenComparing(night -> night.election().election());

  private volatile Map<ElectionId, Known> nights = Map.of();

  private record Known(NightView now, History history) {}

  /** Replaces what was known of a night. */
  public void put(NightView night, History history) {
    Map<ElectionId, Known> next = new HashMap<>(nights);
    next.put(night.election().election(), new Known(night, history));
    nights = next;
  }

  /** A night as it stands; empty where none of that id has been opened. */
  public Optional<NightView> night(ElectionId election) {
    return Optional.ofNullable(nights.get(election)).map(Known::now);
  }

  /** How a night came to that; empty where none of that id has been opened. */
  public Optional<History> history(ElectionId election) {
    return Optional.ofNullable(nights.get(election)).map(Known::history);
  }

  /** All nights, the newest polling day first. */
  public List<NightView> newestFirst() {
    return nights.values().stream().map(Known::now).sorted(NEWEST_POLLING_DAY_FIRST).toList();
  }
}
