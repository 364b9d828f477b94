package electionnight.domain;

import electionnight.domain.Alert.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** All that follows from a change: sums, standings, corrections, alerts, and the one update. */
final class Consequences {
  private static final Comparator<SeatState> IN_ORDER_OF_TIME =
      Comparator.comparing(
              (SeatState state) ->
                  state.word().map(word -> word.declaration().declaredAt()).orElse(Instant.MAX))
          .thenComparing(state -> state.seat().seat());

  private final Night night;
  private final Cause cause;
  private final Seats seats;
  private final SeatAlertRules seatRules;
  private final NightAlertRules nightRules;

  /**
   * @param night the night, with its terms as they are now
   * @param cause the record that brings the change about
   * @param seats the seats as they stood before
   */
  Consequences(Night night, Cause cause, Seats seats) {
    this.night = night;
    this.cause = cause;
    this.seats = seats;
    this.seatRules = new SeatAlertRules(night.election(), night.rules());
    this.nightRules = new NightAlertRules(night.election(), night.rules());
  }

  /** A seat before and after the change. */
  record Moved(SeatState before, SeatState after) {

    boolean resultIsTheSame() {
      return before.result().equals(after.result());
    }

    boolean bringsAResult() {
      return before.result().isEmpty() && after.result().isPresent();
    }
  }

  /**
   * Of seats that changed.
   *
   * @param all at least one; the seat that the cause speaks of first
   * @param at when the change was said
   * @param late whether what is issued could have been issued before, had this been known
   */
  Folded.Accepted of(List<Moved> all, String why, Instant at, boolean late) {
    Folded.Accepted accepted = of(all, why, at, late, false);
    List<Alert> alerts = accepted.update().orElseThrow().alerts();
    boolean inSilence =
        !alerts.isEmpty() && alerts.stream().allMatch(alert -> alert.state() == State.WITHDRAWN);
    return inSilence ? of(all, why, at, late, true) : accepted;
  }

  /** Another time of declaration is told only where it takes back what was published. */
  private Folded.Accepted of(
      List<Moved> all, String why, Instant at, boolean late, boolean timeToo) {
    Map<SeatId, SeatState> now = new TreeMap<>();
    Totals totals = night.totals();
    List<SeatState> changed = new ArrayList<>();
    Seat first = all.get(0).after().seat();
    Function<SeatId, String> reason = seat -> reason(seat, all, why);
    for (Moved moved : all) {
      totals = totals.minus(moved.before()).plus(moved.after());
      SeatId seat = moved.after().seat().seat();
      SeatState told = moved.after().remembering(moved.before().result());
      SeatState after =
          Correction.between(
                  night.election(),
                  moved.before(),
                  told,
                  reason.apply(seat),
                  at(moved, first, at),
                  timeToo)
              .map(latest -> told.corrected(withUntold(moved.before(), latest)))
              .orElse(told);
      changed.add(after);
      now.put(after.seat().seat(), after);
    }
    Standings standings = standings(all, now, totals);
    return publish(totals, standings, changed, now, changed, reason, late);
  }

  /**
   * A seat that another seat's change cleared has the reason of its own word, where it gives one.
   */
  private static String reason(SeatId seat, List<Moved> all, String why) {
    Moved first = all.get(0);
    if (seat.equals(first.after().seat().seat())) {
      return why;
    }
    return all.stream()
        .filter(moved -> moved.after().seat().seat().equals(seat))
        .filter(moved -> !moved.after().word().equals(moved.before().word()))
        .flatMap(moved -> moved.after().word().stream())
        .flatMap(word -> word.declaration().reason().stream())
        .filter(own -> !own.isBlank())
        .findFirst()
        .orElse(first.after().seat().name() + ": " + why);
  }

  /** While alerts are stopped no correction is told, so the next one tells that too. */
  private Correction withUntold(SeatState before, Correction latest) {
    return night.stopped().isPresent()
        ? before
            .correction()
            .filter(earlier -> !before.hasTold(earlier))
            .map(latest::after)
            .orElse(latest)
        : latest;
  }

  /** Of a seat that another seat's change cleared, when its own word was said. */
  private static Instant at(Moved moved, Seat first, Instant said) {
    return moved
        .after()
        .word()
        .filter(word -> !moved.after().seat().seat().equals(first.seat()))
        .map(word -> word.declaration().declaredAt())
        .orElse(said);
  }

  /** Of a change that issues no alert, nor changes any figure. */
  Folded.Accepted unalerted() {
    return publish(
        night.totals(), night.standings(), List.of(), Map.of(), List.of(), seat -> "", false);
  }

  /** Of a change after which any alert may stand or not. */
  Folded.Accepted refreshed(String why) {
    return publish(
        night.totals(),
        night.standings(),
        List.of(),
        Map.of(),
        seats.all().stream().filter(SeatState::isTouched).sorted(IN_ORDER_OF_TIME).toList(),
        seat -> why,
        true);
  }

  private Standings standings(List<Moved> all, Map<SeatId, SeatState> now, Totals totals) {
    OptionalInt line = night.election().majorityLine();
    List<Moved> moved = all.stream().filter(seat -> !seat.resultIsTheSame()).toList();
    if (moved.isEmpty()) {
      return night.standings();
    }
    return moved.size() == 1 && moved.get(0).bringsAResult()
        ? night
            .standings()
            .plus(moved.get(0).after().result().orElseThrow(), totals, line, () -> results(now))
        : Standings.of(results(now), line);
  }

  private List<Result> results(Map<SeatId, SeatState> now) {
    return Stream.concat(
            seats.results().stream().filter(result -> !now.containsKey(result.seat())),
            now.values().stream().flatMap(state -> state.result().stream()))
        .toList();
  }

  /**
   * @param changed the seats whose figures or standing changed, for the public
   * @param alerted the seats whose alerts may have
   */
  private Folded.Accepted publish(
      Totals totals,
      Standings standings,
      List<SeatState> changed,
      Map<SeatId, SeatState> now,
      List<SeatState> alerted,
      Function<SeatId, String> why,
      boolean late) {
    AlertLedger ledger =
        new AlertLedger(
            night.election(),
            night.rules(),
            why,
            changed.stream().findFirst().map(state -> state.seat().seat()),
            late,
            seat -> receipt(Optional.of(state(seat, now))));
    List<Alert> alerts = new ArrayList<>();
    List<SeatState> stored = new ArrayList<>();
    for (SeatState state : alerted) {
      List<Alert> changes =
          night.stopped().isPresent()
              ? List.of()
              : ledger.changes(state.alerts(), seatRules.drafts(state));
      alerts.addAll(changes);
      if (!changes.isEmpty() || changed.contains(state)) {
        stored.add(state.alerting(AlertLedger.after(state.alerts(), changes)));
      }
    }
    List<Alert> ofNight =
        night.stopped().isPresent()
            ? List.of()
            : ledger.changes(night.alerts(), nightRules.drafts(standings));
    alerts.addAll(ofNight);
    Night next =
        new Night(
            night.election(),
            night.reference(),
            night.revision() + 1,
            totals,
            standings,
            checking(changed),
            night.stopped(),
            AlertLedger.after(night.alerts(), ofNight));
    Update update =
        new Update(
            night.election().election(),
            next.revision(),
            receipt(changed.stream().findFirst()),
            changed.stream().map(SeatState::report).toList(),
            next.scoreboard(),
            alerts);
    return new Folded.Accepted(next, stored, Optional.of(update));
  }

  private List<SeatId> checking(List<SeatState> changed) {
    TreeSet<SeatId> checking = new TreeSet<>(night.checking());
    for (SeatState state : changed) {
      if (state.isChecked()) {
        checking.add(state.seat().seat());
      } else {
        checking.remove(state.seat().seat());
      }
    }
    return List.copyOf(checking);
  }

  private SeatState state(SeatId seat, Map<SeatId, SeatState> now) {
    return Optional.ofNullable(now.get(seat)).or(() -> seats.seat(seat)).orElseThrow();
  }

  /** Of what stands for a seat, or of what is being checked where nothing does. */
  private Receipt receipt(Optional<SeatState> seat) {
    Optional<Word> word =
        seat.flatMap(state -> state.word().or(() -> state.queried().map(Queried::word)));
    return new Receipt(
        cause,
        word.map(said -> said.declaration().source()),
        word.map(said -> OptionalInt.of(said.declaration().revision())).orElse(OptionalInt.empty()),
        word.map(Word::cause),
        seat.map(SeatState::reference),
        night.reference(),
        Rules.VERSION);
  }
}
