package electionnight.dashboard.view;

import electionnight.domain.Alert;
import electionnight.domain.Scoreboard;
import electionnight.domain.SeatId;
import electionnight.domain.SeatReport;
import electionnight.domain.Update;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Folds updates into what they say of a night, from any point on. Used by one thread. */
final class StandingFold {
  private long revision;
  private Instant changed;
  private Optional<Instant> clock;
  private Optional<Scoreboard> scoreboard;
  private final Map<SeatId, SeatView> counts;
  private final Map<String, AlertView> alertsOldestFirst = new LinkedHashMap<>();

  StandingFold(Standing from) {
    revision = from.revision();
    changed = from.changed();
    clock = from.clock();
    scoreboard = from.scoreboard();
    counts = new TreeMap<>(from.counts());
    for (int i = from.alerts().size() - 1; i >= 0; i--) {
      AlertView alert = from.alerts().get(i);
      alertsOldestFirst.put(alert.alert().id(), alert);
    }
  }

  /**
   * An update that is newer than any before.
   *
   * @param at the timestamp of its record
   */
  void apply(Update update, Instant at) {
    revision = update.revision();
    changed = at.isAfter(changed) ? at : changed.plusMillis(1);
    scoreboard = Optional.of(update.scoreboard());
    clock =
        update
            .scoreboard()
            .latest()
            .filter(latest -> clock.filter(latest::isBefore).isEmpty())
            .or(() -> clock);
    Map<SeatId, SeatReport> replaced = reports(update.seats());
    for (SeatReport report : update.seats()) {
      counts.put(
          report.seat(),
          counts.getOrDefault(report.seat(), SeatView.silent(report)).with(update, report));
    }
    List<Alert> firstOnTop = new ArrayList<>(update.alerts());
    Collections.reverse(firstOnTop);
    for (Alert alert : firstOnTop) {
      Optional<AlertView> known = Optional.ofNullable(alertsOldestFirst.remove(alert.id()));
      Concerned concerned = Concerned.by(update, alert, known.map(AlertView::concerned), replaced);
      alertsOldestFirst.put(alert.id(), AlertView.of(alert, known, changed, concerned));
    }
  }

  /** The revision reached; 0 before the first update. */
  long revision() {
    return revision;
  }

  /** The latest time of declaration told so far. */
  Optional<Instant> clock() {
    return clock;
  }

  /** The totals; empty before the first update. */
  Optional<Scoreboard> scoreboard() {
    return scoreboard;
  }

  /** Whether nothing that was said of a seat stands. */
  boolean isSilent(SeatId seat) {
    return !counts.containsKey(seat) || counts.get(seat).isSilent();
  }

  /** How the seats of these reports stand now, as far as something is known of them. */
  Map<SeatId, SeatReport> reports(List<SeatReport> of) {
    return of.stream()
        .map(report -> counts.get(report.seat()))
        .filter(Objects::nonNull)
        .map(SeatView::report)
        .collect(Collectors.toMap(SeatReport::seat, Function.identity(), (one, same) -> one));
  }

  /** What these alerts have been about so far, by their ids, as far as they are known. */
  Map<String, Concerned> concerned(List<Alert> of) {
    return of.stream()
        .map(alert -> alertsOldestFirst.get(alert.id()))
        .filter(Objects::nonNull)
        .collect(
            Collectors.toMap(view -> view.alert().id(), AlertView::concerned, (one, same) -> one));
  }

  /** All of it as it stands, which later updates leave as it is. */
  Standing standing() {
    List<AlertView> newestFirst = new ArrayList<>(alertsOldestFirst.values());
    Collections.reverse(newestFirst);
    return new Standing(
        revision,
        changed,
        clock,
        scoreboard,
        Collections.unmodifiableMap(new LinkedHashMap<>(counts)),
        List.copyOf(newestFirst));
  }
}
