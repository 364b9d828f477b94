package electionnight.dashboard.view;

import electionnight.domain.Alert;
import java.time.Instant;
import java.util.Optional;

/**
 * An alert as it stands, and when it came to that by the log: an alert's own time is that of the
 * declaration, which an amendment need not move. Both times are the timestamps of the updates that
 * carried it. Such a timestamp is when the declaration was sent, which the next one's may equal or
 * precede; of one night, an update that would not come later counts a millisecond after the one
 * before. So they rise with every revision, and are the same whenever and wherever the log is read.
 *
 * @param alert as it stands
 * @param issued when it was first issued; empty where the update that did so was never seen
 * @param changed when it was last issued, amended or withdrawn
 * @param concerned what it has been about
 */
public record AlertView(
    Alert alert, Optional<Instant> issued, Instant changed, Concerned concerned) {

  static AlertView of(Alert alert, Optional<AlertView> before, Instant at, Concerned concerned) {
    return new AlertView(
        alert,
        before.isPresent()
            ? before.get().issued()
            : Optional.of(at).filter(first -> alert.revision() == 1),
        at,
        concerned);
  }
}
