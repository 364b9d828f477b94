package electionnight.watch;

import electionnight.domain.AlertSwitch;
import electionnight.domain.Election;
import electionnight.domain.Mode;
import electionnight.domain.Scoreboard;
import electionnight.domain.SeatId;
import electionnight.domain.SeatReport;
import electionnight.domain.Update;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A night as far as it was read, and what is news against that. Each revision is news once. */
final class WatchedNight {
  /** Alerts told to one who joins late. */
  private static final int LATEST = 5;

  private final Election election;
  private final boolean alertsOnly;
  private final Map<SeatId, SeatNow> seats = new HashMap<>();
  private final Map<String, AlertLine> alerts = new HashMap<>();
  private Optional<Scoreboard> totals = Optional.empty();
  private long revision;

  /**
   * @param alertsOnly whether what becomes of seats is no news by itself
   */
  WatchedNight(Election election, boolean alertsOnly) {
    this.election = election;
    this.alertsOnly = alertsOnly;
  }

  /** The totals; empty until a snapshot was read. */
  Optional<Scoreboard> totals() {
    return totals;
  }

  /** Whether every seat is decided and none is being checked. */
  boolean isDeclared() {
    return totals
        .filter(now -> now.declared() + now.rushed() >= now.seats() && now.checking().isEmpty())
        .isPresent();
  }

  /** Whether an update was read before, and is no news. */
  boolean has(Update update) {
    return totals.isPresent() && update.revision() <= revision;
  }

  /** Whether an update is the next; where it is not, only a snapshot helps. */
  boolean isFollowedBy(Update update) {
    return totals.isPresent() && update.revision() == revision + 1;
  }

  /** One change. */
  List<News> update(Update update) {
    NewsLines lines = new NewsLines(election, update.scoreboard());
    List<News> news = new ArrayList<>();
    for (SeatReport report : update.seats()) {
      news.addAll(seat(lines, report.seat(), SeatNow.of(report)));
    }
    lines.alertSwitch(stopped()).ifPresent(news::add);
    update.alerts().stream()
        .map(AlertLine::of)
        .forEach(alert -> alert(lines, alert).ifPresent(news::add));
    reach(update.revision(), update.scoreboard());
    return news;
  }

  /** A whole night: what is news to one who joins, or against what was read before. */
  List<News> snapshot(Snapshot snapshot) {
    boolean joins = totals.isEmpty();
    NewsLines lines = new NewsLines(election, snapshot.scoreboard());
    List<News> news = new ArrayList<>();
    List<News> ofSeats = seats(lines, snapshot);
    lines.alertSwitch(stopped()).ifPresent(news::add);
    List<News> ofAlerts = new ArrayList<>();
    for (int i = snapshot.alerts().size() - 1; i >= 0; i--) {
      alert(lines, snapshot.alerts().get(i)).ifPresent(ofAlerts::add);
    }
    if (joins) {
      news.addAll(ofAlerts.subList(Math.max(0, ofAlerts.size() - LATEST), ofAlerts.size()));
    } else {
      news.addAll(ofSeats);
      news.addAll(ofAlerts);
    }
    news.add(0, lines.standing(joins ? "NIGHT" : "CAUGHT UP"));
    reach(snapshot.revision(), snapshot.scoreboard());
    return news;
  }

  /** How the night is to be taken. */
  Mode mode() {
    return totals.map(Scoreboard::mode).orElse(election.mode());
  }

  private Optional<AlertSwitch> stopped() {
    return totals.flatMap(Scoreboard::alertsStopped);
  }

  private List<News> seats(NewsLines lines, Snapshot snapshot) {
    Map<SeatId, SeatNow> now = new HashMap<>();
    snapshot.results().forEach(result -> now.put(result.seat(), SeatNow.of(result)));
    for (SeatReport notice : snapshot.notices()) {
      Optional<ResultLine> result =
          Optional.ofNullable(now.get(notice.seat())).flatMap(SeatNow::result);
      now.put(notice.seat(), SeatNow.of(notice, result));
    }
    List<SeatId> order =
        new ArrayList<>(
            seats.keySet().stream().filter(seat -> !now.containsKey(seat)).sorted().toList());
    List<SeatId> oldestFirst = new ArrayList<>(snapshot.newest());
    Collections.reverse(oldestFirst);
    order.addAll(oldestFirst);
    List<News> news = new ArrayList<>();
    for (SeatId seat : order) {
      SeatNow gone = SeatNow.nothing(name(seat));
      news.addAll(seat(lines, seat, now.getOrDefault(seat, gone)));
    }
    return news;
  }

  private String name(SeatId seat) {
    return Optional.ofNullable(seats.get(seat)).map(SeatNow::name).orElse(seat.value());
  }

  private List<News> seat(NewsLines lines, SeatId seat, SeatNow now) {
    SeatNow before = seats.getOrDefault(seat, SeatNow.nothing(now.name()));
    seats.put(seat, now);
    return alertsOnly ? List.of() : lines.seat(before, now);
  }

  private Optional<News> alert(NewsLines lines, AlertLine now) {
    Optional<AlertLine> before = Optional.ofNullable(alerts.put(now.id(), now));
    return before.filter(last -> last.revision() == now.revision()).isPresent()
        ? Optional.empty()
        : Optional.of(lines.alert(before, now));
  }

  private void reach(long to, Scoreboard standing) {
    revision = to;
    totals = Optional.of(standing);
  }
}
