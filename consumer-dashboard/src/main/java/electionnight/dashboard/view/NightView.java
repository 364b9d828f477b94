package electionnight.dashboard.view;

import electionnight.domain.Cause;
import electionnight.domain.Election;
import electionnight.domain.Ledgers;
import electionnight.domain.Night;
import electionnight.domain.Result;
import electionnight.domain.Scoreboard;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.SeatReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A night as it stands at one revision.
 *
 * @param election its terms
 * @param terms the record they came in
 * @param opened when its first terms were published, by the timestamp of their record
 * @param seats what is known of each seat before its count, in the order of their codes
 * @param referenceVersion rises whenever the terms or what is known of a seat are shown anew
 * @param revision how many changes had been accepted
 * @param scoreboard the totals; those of an empty night at revision 0
 * @param counts each seat whose count has begun, in the order of their codes
 * @param alerts each alert as it stands, the one that changed last first
 */
public record NightView(
    Election election,
    Cause terms,
    Instant opened,
    Map<SeatId, Seat> seats,
    long referenceVersion,
    long revision,
    Scoreboard scoreboard,
    Map<SeatId, SeatView> counts,
    List<AlertView> alerts) {

  static NightView of(
      Election election,
      Cause terms,
      Instant opened,
      Map<SeatId, Seat> seats,
      long referenceVersion,
      Standing standing) {
    return new NightView(
        election,
        terms,
        opened,
        seats,
        referenceVersion,
        standing.revision(),
        standing.scoreboard().orElseGet(() -> open(election, terms)),
        standing.counts(),
        standing.alerts());
  }

  /** The totals of a night before its first update. */
  static Scoreboard open(Election election, Cause terms) {
    return Night.open(election, terms).scoreboard();
  }

  /** The same night as it stood at another revision; what is known before the count stays. */
  NightView as(Standing other) {
    return of(election, terms, opened, seats, referenceVersion, other);
  }

  /**
   * A short text that is the same wherever this log is read, and another one for a night of the
   * same name in a new log: a revision alone does not tell which log it is one of.
   */
  public String log() {
    return Long.toUnsignedString(opened.toEpochMilli(), Character.MAX_RADIX);
  }

  /** Another text for each two views that may differ, such as {@code october-k3x-r12-v4}. */
  public String version() {
    return election.election() + "-" + log() + "-r" + revision + "-v" + referenceVersion;
  }

  /** What is public of each seat whose count has begun, in the order of their codes. */
  public Stream<SeatReport> reports() {
    return counts.values().stream().map(SeatView::report);
  }

  /** Every result that is counted, in the order of the seats' codes. */
  public Stream<Result> results() {
    return reports().flatMap(report -> report.result().stream());
  }

  /** A seat that is known or was spoken of; empty for any other. */
  public Optional<SeatView> seat(SeatId seat) {
    return Optional.ofNullable(counts.get(seat))
        .or(() -> Optional.ofNullable(seats.get(seat)).map(NightView::silent));
  }

  private static SeatView silent(Seat seat) {
    return SeatView.silent(
        new SeatReport(
            seat.seat(),
            seat.name(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  Ledgers ledgers() {
    return Ledgers.of(election, scoreboard, results().toList(), seats);
  }
}
