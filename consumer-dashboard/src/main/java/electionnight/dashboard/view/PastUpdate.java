package electionnight.dashboard.view;

import electionnight.domain.Alert;
import electionnight.domain.SeatId;
import electionnight.domain.SeatReport;
import electionnight.domain.Update;
import electionnight.wire.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An update that is kept, in the bytes of its message: those are a tenth of the objects.
 *
 * @param revision the night's
 * @param json the message as it was read from Kafka; must not be changed
 * @param at the timestamp of its record
 * @param clock the latest time of declaration told up to it; empty where there was none
 * @param seats those it speaks of
 * @param alerts what it issued, amended or withdrew
 */
record PastUpdate(
    long revision,
    byte[] json,
    Instant at,
    Optional<Instant> clock,
    List<SeatId> seats,
    List<AlertChange> alerts) {

  /** What became of an alert. */
  record AlertChange(String id, Alert.Kind kind, Alert.State state) {}

  static PastUpdate of(Update update, byte[] json, Instant at, Optional<Instant> clock) {
    return new PastUpdate(
        update.revision(),
        json,
        at,
        clock,
        update.seats().stream().map(SeatReport::seat).toList(),
        update.alerts().stream()
            .map(alert -> new AlertChange(alert.id(), alert.kind(), alert.state()))
            .toList());
  }

  /** The update again. */
  Update update() {
    return MessageType.UPDATE.read(json).orElseThrow();
  }
}
