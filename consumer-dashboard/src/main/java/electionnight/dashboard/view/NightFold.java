package electionnight.dashboard.view;

import electionnight.domain.Alert;
import electionnight.domain.Cause;
import electionnight.domain.Election;
import electionnight.domain.Heard;
import electionnight.domain.Night;
import electionnight.domain.Scoreboard;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.SeatReport;
import electionnight.domain.Update;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts one night together from its records. Used by one thread. */
public final class NightFold {
  private final Terms terms = new Terms();
  private Optional<Instant> opened = Optional.empty();
  private long revision;
  private Instant changed = Instant.EPOCH;
  private Scoreboard scoreboard;
  private long referenceVersion;
  private final Map<SeatId, Seat> seats = new TreeMap<>();
  private final Map<SeatId, SeatView> counts = new TreeMap<>();
  private final Map<String, AlertView> alertsOldestFirst = new LinkedHashMap<>();

  /** What became of an update. */
  public enum Applied {
    /** It was the next. */
    NEXT,
    /** It came again, and changed nothing. */
    REPEATED,
    /** Others before it are missing; the scoreboard is right, seats and alerts may be outdated. */
    AFTER_GAP
  }

  /**
   * An election was published.
   *
   * @param record where in the log, and when
   */
  public void put(Election latest, Heard record) {
    terms.heard(record.cause(), latest);
    opened = opened.or(() -> Optional.of(record.at()));
    referenceVersion++;
  }

  public void put(Seat latest) {
    seats.put(latest.seat(), latest);
    referenceVersion++;
  }

  /**
   * An update was published.
   *
   * @param at the timestamp of its record
   */
  public Applied apply(Update update, Instant at) {
    long before = revision;
    if (update.revision() <= before) {
      return Applied.REPEATED;
    }
    revision = update.revision();
    changed = at.isAfter(changed) ? at : changed.plusMillis(1);
    scoreboard = update.scoreboard();
    follow(update.receipt().election());
    for (SeatReport report : update.seats()) {
      counts.put(
          report.seat(),
          counts.getOrDefault(report.seat(), SeatView.silent(report)).with(update, report));
    }
    List<Alert> firstOnTop = new ArrayList<>(update.alerts());
    Collections.reverse(firstOnTop);
    for (Alert alert : firstOnTop) {
      Optional<AlertView> known = Optional.ofNullable(alertsOldestFirst.remove(alert.id()));
      alertsOldestFirst.put(alert.id(), AlertView.of(alert, known, changed));
    }
    return revision == before + 1 ? Applied.NEXT : Applied.AFTER_GAP;
  }

  private void follow(Cause record) {
    Optional<Cause> before = terms.record();
    terms.foldedBy(record);
    if (!terms.record().equals(before)) {
      referenceVersion++;
    }
  }

  /** The revision reached; 0 before the first update. */
  public long revision() {
    return revision;
  }

  /** The night as it stands; empty until its election has been published. */
  public Optional<NightView> view() {
    return terms.inForce().map(this::view);
  }

  private NightView view(Election election) {
    List<AlertView> newestFirst = new ArrayList<>(alertsOldestFirst.values());
    Collections.reverse(newestFirst);
    return new NightView(
        election,
        opened.orElseThrow(),
        Collections.unmodifiableMap(new LinkedHashMap<>(seats)),
        referenceVersion,
        revision,
        scoreboard == null
            ? Night.open(election, terms.record().orElseThrow()).scoreboard()
            : scoreboard,
        Collections.unmodifiableMap(new LinkedHashMap<>(counts)),
        List.copyOf(newestFirst));
  }
}
