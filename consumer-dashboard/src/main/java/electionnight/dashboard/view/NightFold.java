package electionnight.dashboard.view;

import electionnight.domain.Alert;
import electionnight.domain.Election;
import electionnight.domain.Night;
import electionnight.domain.Result;
import electionnight.domain.Scoreboard;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.Update;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts one night together from its records. Used by one thread. */
public final class NightFold {
  private Election election;
  private long revision;
  private Scoreboard scoreboard;
  private long referenceVersion;
  private final Map<SeatId, Seat> seats = new TreeMap<>();
  private final Map<SeatId, Result> results = new HashMap<>();
  private final Map<String, Alert> alertsOldestFirst = new LinkedHashMap<>();

  /** What became of an update. */
  public enum Applied {
    /** It was the next. */
    NEXT,
    /** It came again, and changed nothing. */
    REPEATED,
    /** Others before it are missing; the scoreboard is right, results and alerts may be missing. */
    AFTER_GAP
  }

  public void put(Election latest) {
    election = latest;
    referenceVersion++;
  }

  public void put(Seat latest) {
    seats.put(latest.seat(), latest);
    referenceVersion++;
  }

  public Applied apply(Update update) {
    long before = revision;
    if (update.revision() <= before) {
      return Applied.REPEATED;
    }
    revision = update.revision();
    scoreboard = update.scoreboard();
    results.put(update.result().seat(), update.result());
    List<Alert> firstOnTop = new ArrayList<>(update.alerts());
    Collections.reverse(firstOnTop);
    for (Alert alert : firstOnTop) {
      alertsOldestFirst.remove(alert.id());
      alertsOldestFirst.put(alert.id(), alert);
    }
    return revision == before + 1 ? Applied.NEXT : Applied.AFTER_GAP;
  }

  /** The revision reached; 0 before the first update. */
  public long revision() {
    return revision;
  }

  /** The night as it stands; empty until its election has been published. */
  public Optional<NightView> view() {
    if (election == null) {
      return Optional.empty();
    }
    List<Alert> newestFirst = new ArrayList<>(alertsOldestFirst.values());
    Collections.reverse(newestFirst);
    return Optional.of(
        new NightView(
            election,
            Collections.unmodifiableMap(new LinkedHashMap<>(seats)),
            referenceVersion,
            revision,
            scoreboard == null ? Night.open(election).scoreboard() : scoreboard,
            Map.copyOf(results),
            List.copyOf(newestFirst)));
  }
}
