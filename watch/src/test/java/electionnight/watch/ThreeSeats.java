package electionnight.watch;

import electionnight.domain.Alert;
import electionnight.domain.Contest;
import electionnight.domain.Election;
import electionnight.domain.Input;
import electionnight.domain.Scoreboard;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.SeatReport;
import electionnight.domain.Update;
import electionnight.testing.FoldedNight;
import electionnight.testing.SmallNight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A rehearsed general election of three seats, A, B and C, each with its name. */
final class ThreeSeats {
  private final Election election = SmallNight.election(Contest.GENERAL_ELECTION, 3);
  private final FoldedNight night = new FoldedNight();

  ThreeSeats(String... names) {
    night.apply(election);
    for (int i = 0; i < 3; i++) {
      String code = "ABC".substring(i, i + 1);
      night.apply(
          named(
              SmallNight.seat(code, "Con 900, Lab 100"),
              i < names.length ? names[i] : "Seat " + code));
    }
  }

  private static Seat named(Seat seat, String name) {
    return new Seat(
        seat.election(),
        seat.seat(),
        name,
        seat.region(),
        seat.nation(),
        seat.electorate(),
        seat.hex(),
        seat.candidates(),
        seat.baseline(),
        seat.sitting(),
        seat.heldSince());
  }

  Election election() {
    return election;
  }

  /** The night goes on. */
  ThreeSeats then(Input... inputs) {
    night.applyAll(List.of(inputs));
    return this;
  }

  /** What happened, in order. */
  List<Update> updates() {
    return night.updates();
  }

  /** The event of one revision. */
  String update(int revision) {
    return FakeDashboard.update(night.updates().get(revision - 1));
  }

  /** The event of the whole night as it stood at a revision; 0 before the first. */
  String snapshot(int revision) {
    Map<SeatId, SeatReport> seats = new LinkedHashMap<>();
    Map<String, Alert> alerts = new LinkedHashMap<>();
    for (Update update : night.updates().subList(0, revision)) {
      for (SeatReport report : update.seats()) {
        seats.remove(report.seat());
        seats.put(report.seat(), report);
      }
      for (Alert alert : update.alerts()) {
        alerts.remove(alert.id());
        alerts.put(alert.id(), alert);
      }
    }
    List<SeatId> newest = new ArrayList<>(seats.keySet());
    Collections.reverse(newest);
    List<Alert> lastFirst = new ArrayList<>(alerts.values());
    Collections.reverse(lastFirst);
    return FakeDashboard.snapshot(
        new Snapshot(
            election.election(),
            revision,
            revision == 0 ? fresh() : night.updates().get(revision - 1).scoreboard(),
            seats.values().stream()
                .flatMap(seat -> seat.result().stream())
                .map(ResultLine::of)
                .toList(),
            seats.values().stream().map(ThreeSeats::notice).toList(),
            newest,
            lastFirst.stream().map(AlertLine::of).toList()));
  }

  private Scoreboard fresh() {
    return new FoldedNight().applyAll(List.of(election)).scoreboard();
  }

  private static SeatReport notice(SeatReport report) {
    return new SeatReport(
        report.seat(),
        report.name(),
        Optional.empty(),
        report.announced(),
        report.checking(),
        report.held(),
        report.correction());
  }
}
