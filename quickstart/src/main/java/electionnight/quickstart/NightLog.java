package electionnight.quickstart;

import electionnight.domain.Alert;
import electionnight.domain.Alert.State;
import electionnight.domain.Election;
import electionnight.domain.Update;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells a terminal the alerts of a night, in the night's own time. */
final class NightLog {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);

  private final Election election;
  private final Consumer<String> line;

  NightLog(Election election, Consumer<String> line) {
    this.election = election;
    this.line = line;
  }

  void update(Update update) {
    if (!update.election().equals(election.election())) {
      return;
    }
    for (Alert alert : update.alerts()) {
      line.accept(
          TIME.format(alert.at().atZone(election.zone()))
              + "  "
              + state(alert)
              + alert.headline()
              + alert.reason().map(reason -> " (" + reason + ")").orElse(""));
    }
  }

  private static String state(Alert alert) {
    return alert.state() == State.ISSUED ? "" : alert.state() + ": ";
  }
}
