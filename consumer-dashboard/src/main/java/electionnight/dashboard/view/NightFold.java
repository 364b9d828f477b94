package electionnight.dashboard.view;

import electionnight.domain.Cause;
import electionnight.domain.Election;
import electionnight.domain.Heard;
import electionnight.domain.Scoreboard;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.Update;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts one night together from its records. Used by one thread. */
public final class NightFold {
  private final Terms terms = new Terms();
  private Optional<Instant> opened = Optional.empty();
  private long referenceVersion;
  private final Map<SeatId, Seat> seats = new TreeMap<>();
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
    follow(update.receipt().election());
    return update.revision() == before + 1 ? Applied.NEXT : Applied.AFTER_GAP;
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
    return standing.revision();
  }

  /** The totals; those of an empty night before the first update, once its terms are known. */
  public Optional<Scoreboard> scoreboard() {
    return standing
        .scoreboard()
        .or(() -> terms.inForce().map(election -> NightView.open(election, recordOfTerms())));
  }

  /** What an update that is next takes the place of; empty until the election is published. */
  public Optional<Replaced> replacedBy(Update update) {
    return scoreboard().map(totals -> new Replaced(totals, standing.reports(update.seats())));
  }

  /** The night as it stands; empty until its election has been published. */
  public Optional<NightView> view() {
    return terms
        .inForce()
        .map(
            election ->
                NightView.of(
                    election,
                    recordOfTerms(),
                    opened.orElseThrow(),
                    Collections.unmodifiableMap(new LinkedHashMap<>(seats)),
                    referenceVersion,
                    standing.standing()));
  }

  /** The night as it stood, as far back as it is kept. */
  public History history() {
    return history.history();
  }

  private Cause recordOfTerms() {
    return terms.record().orElseThrow();
  }
}
