package electionnight.dashboard.view;

import electionnight.domain.Cause;
import electionnight.domain.Election;
import electionnight.domain.Heard;
import electionnight.domain.Night;
import electionnight.domain.Receipt;
import electionnight.domain.Scoreboard;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.SeatState;
import electionnight.domain.Update;
import electionnight.replay.NightInMemory;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts one night together from its records. Used by one thread. */
public final class NightFold {
  /** The night that has heard of nothing else: it takes of reference data what can be true. */
  private final NightInMemory beforeTheCount = new NightInMemory();

  private final Versions<Election> terms = new Versions<>();
  private Optional<Instant> opened = Optional.empty();
  private final Map<SeatId, Versions<Seat>> published = new HashMap<>();
  private final Map<SeatId, Seat> shown = new TreeMap<>();
  private long referenceVersion;
  private final StandingFold standing = new StandingFold(Standing.NONE);
  private final HistoryKeeper history;

  /**
   * @param historyKept how many updates at least are kept for going back
   */
  public NightFold(int historyKept) {
    history = new HistoryKeeper(historyKept);
  }

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
    beforeTheCount.fold(latest, record);
    terms.heard(record.cause(), latest);
    opened = opened.or(() -> Optional.of(record.at()));
    referenceVersion++;
  }

  /**
   * A seat was published.
   *
   * @param record where in the log, and when
   */
  public void put(Seat latest, Heard record) {
    beforeTheCount.fold(latest, record);
    published(latest.seat()).heard(record.cause(), latest);
    show(latest.seat());
  }

  private Versions<Seat> published(SeatId seat) {
    return published.computeIfAbsent(seat, id -> new Versions<>());
  }

  /**
   * An update was published.
   *
   * @param json its message
   * @param at the timestamp of its record
   */
  public Applied apply(Update update, byte[] json, Instant at) {
    long before = standing.revision();
    if (update.revision() <= before) {
      return Applied.REPEATED;
    }
    standing.apply(update, at);
    history.add(update, json, at, standing);
    followTerms(update.receipt().election());
    followSeats(update);
    return update.revision() == before + 1 ? Applied.NEXT : Applied.AFTER_GAP;
  }

  private void followTerms(Cause record) {
    Optional<Cause> before = recordOfTerms();
    terms.foldedBy(record);
    if (!recordOfTerms().equals(before)) {
      referenceVersion++;
    }
  }

  /**
   * A receipt names the record of one seat: an update's of the first that changed, an alert's of
   * its own. The others that changed were cleared by that first one, so their records are those
   * that their own words named.
   */
  private void followSeats(Update update) {
    update.seats().stream().findFirst().ifPresent(first -> follow(first.seat(), update.receipt()));
    update.alerts().forEach(alert -> follow(alert.seat(), alert.receipt()));
    update.seats().forEach(report -> show(report.seat()));
  }

  private void follow(SeatId seat, Receipt receipt) {
    receipt
        .baseline()
        .ifPresent(
            record -> {
              published(seat).foldedBy(record);
              show(seat);
            });
  }

  /**
   * Of a seat of which something was said, what the fold went by; it may have refused what came
   * since. Of any other the latest that can be true: the fold takes that without a word.
   */
  private void show(SeatId seat) {
    Optional<Seat> sound = beforeTheCount.seats().seat(seat).map(SeatState::seat);
    Optional<Seat> now = standing.isSilent(seat) ? sound : published(seat).folded().or(() -> sound);
    if (now.isPresent() && !now.get().equals(shown.put(seat, now.get()))) {
      referenceVersion++;
    }
  }

  /** The revision reached; 0 before the first update. */
  public long revision() {
    return standing.revision();
  }

  /** The totals; those of an empty night before the first update, once its terms are known. */
  public Optional<Scoreboard> scoreboard() {
    return standing
        .scoreboard()
        .or(() -> terms().map(election -> NightView.open(election, recordOfTerms().orElseThrow())));
  }

  /** What an update that is next takes the place of; empty until the election is published. */
  public Optional<Replaced> replacedBy(Update update) {
    return scoreboard()
        .map(
            totals ->
                Replaced.by(
                    update,
                    totals,
                    standing.reports(update.seats()),
                    standing.concerned(update.alerts())));
  }

  /** The night as it stands; empty until its election has been published. */
  public Optional<NightView> view() {
    return terms()
        .map(
            election ->
                NightView.of(
                    election,
                    recordOfTerms().orElseThrow(),
                    opened.orElseThrow(),
                    Collections.unmodifiableMap(new LinkedHashMap<>(shown)),
                    referenceVersion,
                    standing.standing()));
  }

  /** The night as it stood, as far back as it is kept. */
  public History history() {
    return history.history();
  }

  /** Those that the latest update was folded by; before the first, the latest that can be true. */
  private Optional<Election> terms() {
    return terms.folded().or(() -> beforeTheCount.night().map(Night::election));
  }

  private Optional<Cause> recordOfTerms() {
    return terms.record().or(() -> beforeTheCount.night().map(Night::reference));
  }
}
