package electionnight.quickstart;

import electionnight.domain.Alert;
import electionnight.domain.Alert.State;
import electionnight.domain.AlertSwitch;
import electionnight.domain.Checking;
import electionnight.domain.Election;
import electionnight.domain.Mode;
import electionnight.domain.Query;
import electionnight.domain.SeatReport;
import electionnight.domain.Update;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells a terminal the alerts of a night, that they are stopped, and what is being checked, in the
 * night's own time.
 */
final class NightLog {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);

  private final Election election;
  private final Consumer<String> terminal;
  private Optional<AlertSwitch> stopped = Optional.empty();

  NightLog(Election election, Consumer<String> terminal) {
    this.election = election;
    this.terminal = terminal;
  }

  void update(Update update) {
    if (!update.election().equals(election.election())) {
      return;
    }
    String label = update.scoreboard().mode() == Mode.TEST ? "TEST  " : "";
    told(update, text -> terminal.accept(label + text));
  }

  private void told(Update update, Consumer<String> line) {
    Optional<AlertSwitch> stop = update.scoreboard().alertsStopped();
    if (!stop.equals(stopped)) {
      stopped = stop;
      line.accept(
          stop.map(
                  change ->
                      time(change.at())
                          + "  ALERTS STOPPED by "
                          + change.by()
                          + ": "
                          + change.reason())
              .orElse("ALERTS RESUMED; what was held:"));
    }
    for (SeatReport seat : update.seats()) {
      seat.checking().ifPresent(checking -> line.accept(checking(seat, checking)));
    }
    for (Alert alert : update.alerts()) {
      line.accept(
          time(alert.at())
              + "  "
              + state(alert)
              + alert.headline()
              + alert.reason().map(reason -> " (" + reason + ")").orElse(""));
    }
  }

  private String checking(SeatReport seat, Checking checking) {
    String why =
        Stream.concat(
                seat.held().map(hold -> "held by " + hold.by() + ": " + hold.reason()).stream(),
                checking.queries().stream().map(Query::words))
            .collect(Collectors.joining("; "));
    return time(checking.declaredAt()) + "  BEING CHECKED: " + seat.name() + ": " + why;
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(election.zone()));
  }

  private static String state(Alert alert) {
    return alert.state() == State.ISSUED ? "" : alert.state() + ": ";
  }
}
