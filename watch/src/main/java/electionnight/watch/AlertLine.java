package electionnight.watch;

import electionnight.domain.Alert;
import electionnight.domain.Mode;
import java.time.Instant;
import java.util.Optional;

/**
 * Of an alert what a line has room for, as a snapshot tells it.
 *
 * @param reason why it was amended or withdrawn, and always of a correction
 */
record AlertLine(
    String id,
    Alert.Kind kind,
    Alert.State state,
    int revision,
    Mode mode,
    Instant at,
    String headline,
    Optional<String> reason) {

  static AlertLine of(Alert alert) {
    return new AlertLine(
        alert.id(),
        alert.kind(),
        alert.state(),
        alert.revision(),
        alert.mode(),
        alert.at(),
        alert.headline(),
        alert.reason());
  }
}
