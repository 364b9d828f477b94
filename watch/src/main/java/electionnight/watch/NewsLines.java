package electionnight.watch;

import electionnight.domain.Alert;
import electionnight.domain.AlertSwitch;
import electionnight.domain.Announced;
import electionnight.domain.Checking;
import electionnight.domain.Election;
import electionnight.domain.Headline;
import electionnight.domain.Hold;
import electionnight.domain.Query;
import electionnight.domain.Scoreboard;
import electionnight.domain.Status;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lines of the ticker: what each kind of news reads like. */
final class NewsLines {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  private final Election election;
  private final Scoreboard totals;

  /**
   * @param totals the night as it stands with the news
   */
  NewsLines(Election election, Scoreboard totals) {
    this.election = election;
    this.totals = totals;
  }

  /** Where the night stands for one who joins it or comes back to it. */
  News standing(String tag) {
    return news(
        tag,
        false,
        election.name() + ", revision " + totals.revision() + ": " + Totals.declared(totals) + ".");
  }

  /** What is new of a seat. */
  List<News> seat(SeatNow before, SeatNow now) {
    List<News> lines = new ArrayList<>();
    now.announced()
        .filter(said -> !before.announced().equals(Optional.of(said)))
        .ifPresent(said -> lines.add(announced(now, said)));
    held(before, now).ifPresent(lines::add);
    now.checking()
        .filter(checking -> !before.checking().equals(Optional.of(checking)))
        .ifPresent(checking -> lines.add(checking(now, checking)));
    now.result()
        .filter(result -> !before.result().equals(Optional.of(result)))
        .ifPresent(result -> lines.add(result(before, result)));
    if (lines.isEmpty() && before.result().isPresent() && now.result().isEmpty()) {
      lines.add(news("WITHDRAWN", true, now.name() + ": no result stands any more."));
    }
    return lines;
  }

  private News result(SeatNow before, ResultLine result) {
    boolean corrects =
        result.status() == Status.CORRECTED
            || before.result().filter(last -> last.isContradictedBy(result)).isPresent();
    String outcome =
        result
            .outcome()
            .map(change -> Headline.outcome(election, change))
            .orElseGet(() -> Headline.win(election, result.party()));
    return news(
        corrects ? Status.CORRECTED.name() : result.status().name(),
        corrects,
        at(result.declaredAt())
            + result.name()
            + ": "
            + outcome
            + (result.winner().isEmpty() ? "" : ", " + result.winner())
            + (result.majority().isPresent()
                ? ", majority " + Headline.number(result.majority().getAsInt())
                : "")
            + (result.status() == Status.RUSH ? ", votes not known yet" : "")
            + because(result.reason())
            + ".");
  }

  private News announced(SeatNow seat, Announced said) {
    boolean recount = said.status() == Status.RECOUNT;
    return news(
        said.status().name(),
        !recount,
        at(said.at())
            + seat.name()
            + (recount ? ": votes are counted again" : ": the result is taken back")
            + because(said.reason())
            + ".");
  }

  private News checking(SeatNow seat, Checking checking) {
    return news(
        "CHECKING",
        false,
        at(checking.declaredAt())
            + seat.name()
            + ": a result is being checked and not counted"
            + because(
                checking.queries().isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                        checking.queries().stream()
                            .map(Query::words)
                            .collect(Collectors.joining("; "))))
            + ".");
  }

  private Optional<News> held(SeatNow before, SeatNow now) {
    if (now.held().isPresent() && !now.held().equals(before.held())) {
      Hold hold = now.held().get();
      return Optional.of(
          news(
              "HELD",
              before.result().isPresent(),
              at(hold.at())
                  + now.name()
                  + ": nothing of it counts, by "
                  + hold.by()
                  + because(Optional.of(hold.reason()))
                  + "."));
    }
    return before.held().isPresent() && now.held().isEmpty()
        ? Optional.of(news("RELEASED", false, now.name() + ": held no more."))
        : Optional.empty();
  }

  /**
   * An alert as it stands now.
   *
   * @param before the same alert as it was last seen
   */
  News alert(Optional<AlertLine> before, AlertLine now) {
    boolean correction = now.kind() == Alert.Kind.CORRECTION;
    boolean first = now.state() == Alert.State.ISSUED;
    String what = correction ? "CORRECTION" : "ALERT";
    String said =
        now.state() == Alert.State.AMENDED
            ? before
                .map(AlertLine::headline)
                .filter(headline -> !headline.equals(now.headline()))
                .map(headline -> " Said before: " + headline + ".")
                .orElse("")
            : "";
    return new News(
        now.mode(),
        first ? what : now.state() + " " + what,
        correction || !first,
        at(now.at()) + now.headline() + because(now.reason()) + "." + said);
  }

  /** That the alerts were stopped, or flow again; empty where neither changed. */
  Optional<News> alertSwitch(Optional<AlertSwitch> before) {
    Optional<AlertSwitch> now = totals.alertsStopped();
    if (now.equals(before)) {
      return Optional.empty();
    }
    return Optional.of(
        now.map(
                change ->
                    news("ALERTS STOPPED", true, at(change.at()) + Totals.stopped(change) + "."))
            .orElseGet(() -> news("ALERTS RESUMED", false, "Alerts flow again.")));
  }

  private News news(String tag, boolean takesBack, String text) {
    return new News(totals.mode(), tag, takesBack, text);
  }

  private String at(Instant time) {
    return TIME.format(time.atZone(election.zone())) + " ";
  }

  private static String because(Optional<String> reason) {
    return reason.filter(words -> !words.isBlank()).map(words -> " (" + words + ")").orElse("");
  }
}
