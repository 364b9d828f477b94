package electionnight.dashboard.view;

import electionnight.dashboard.push.Snapshot;
import electionnight.domain.Election;
import electionnight.domain.Ledgers;
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
 * @param opened when its first terms were published, by the timestamp of their record
 * @param seats what is known of each seat before its count, in the order of their codes
 * @param referenceVersion how often the election or a seat has been published; with the revision it
 *     tells two views apart
 * @param revision how many changes had been accepted
 * @param scoreboard the totals; those of an empty night at revision 0
 * @param counts each seat whose count has begun, in the order of their codes
 * @param alerts each alert as it stands, the one that changed last first
 */
public record NightView(
    Election election,
    Instant opened,
    Map<SeatId, Seat> seats,
    long referenceVersion,
    long revision,
    Scoreboard scoreboard,
    Map<SeatId, SeatView> counts,
    List<AlertView> alerts)
    implements Snapshot {

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

  @Override
  public byte[] json() {
    return NightJson.snapshot(this);
  }
}
