package electionnight.watch;

import electionnight.domain.Announced;
import electionnight.domain.Checking;
import electionnight.domain.Hold;
import electionnight.domain.SeatReport;
import java.util.Optional;

/** What a line can tell of a seat as it stands; what is absent is not so. */
record SeatNow(
    String name,
    Optional<ResultLine> result,
    Optional<Announced> announced,
    Optional<Checking> checking,
    Optional<Hold> held) {

  static SeatNow of(SeatReport report) {
    return of(report, report.result().map(ResultLine::of));
  }

  /** A snapshot tells the two apart. */
  static SeatNow of(SeatReport notice, Optional<ResultLine> result) {
    return new SeatNow(notice.name(), result, notice.announced(), notice.checking(), notice.held());
  }

  static SeatNow of(ResultLine result) {
    return new SeatNow(
        result.name(), Optional.of(result), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static SeatNow nothing(String name) {
    return new SeatNow(
        name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
