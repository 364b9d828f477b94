package electionnight.domain;

import electionnight.domain.Alert.Facts;
import electionnight.domain.Alert.Kind;
import electionnight.domain.Alert.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Compares the alerts that should stand with those that do, so that one change of the night issues,
 * amends and withdraws all it has to. An alert that already says the same is left alone. A kind
 * that is off issues nothing, but what was issued before is still amended and withdrawn.
 *
 * @param election the night
 * @param rules which kinds are on
 * @param why what brought the change about, for alerts about a seat that it amends or withdraws
 * @param of the seat that the cause speaks of; empty where it speaks of the night
 * @param late whether even what is issued for the first time needs a reason
 * @param receipts the proof of what an alert says of a seat
 */
record AlertLedger(
    Election election,
    Rules rules,
    Function<SeatId, String> why,
    Optional<SeatId> of,
    boolean late,
    Function<SeatId, Receipt> receipts) {

  /**
   * The alerts to publish.
   *
   * @param before each alert as it stands, the withdrawn included
   * @param drafts what should stand now
   */
  List<Alert> changes(List<Alert> before, List<AlertDraft> drafts) {
    Map<String, Alert> known = byId(before);
    List<Alert> changes = new ArrayList<>();
    Map<String, AlertDraft> wanted = new LinkedHashMap<>();
    drafts.forEach(draft -> wanted.put(draft.id(election), draft));
    for (Alert alert : before) {
      if (alert.state() != State.WITHDRAWN && !wanted.containsKey(alert.id())) {
        changes.add(withdrawn(alert));
      }
    }
    wanted.forEach(
        (id, draft) -> {
          Optional<Alert> alert = Optional.ofNullable(known.get(id));
          boolean stands = alert.filter(last -> last.state() != State.WITHDRAWN).isPresent();
          if (!stands && rules.isOn(draft.kind())) {
            changes.add(issued(draft, alert));
          } else if (stands && !draft.saysTheSameAs(alert.get())) {
            changes.add(amended(draft, alert.get()));
          }
        });
    return changes;
  }

  /** The alerts as they stand once the changes are made, in the order in which they first came. */
  static List<Alert> after(List<Alert> before, List<Alert> changes) {
    Map<String, Alert> all = byId(before);
    changes.forEach(alert -> all.put(alert.id(), alert));
    return List.copyOf(all.values());
  }

  private static Map<String, Alert> byId(List<Alert> alerts) {
    Map<String, Alert> byId = new LinkedHashMap<>();
    alerts.forEach(alert -> byId.put(alert.id(), alert));
    return byId;
  }

  private Alert issued(AlertDraft draft, Optional<Alert> withdrawn) {
    boolean ofAnother = of.filter(seat -> !seat.equals(draft.seat())).isPresent();
    boolean explained =
        late || ofAnother || withdrawn.isPresent() || draft.kind() == Kind.CORRECTION;
    return alert(
        draft,
        State.ISSUED,
        withdrawn.map(alert -> alert.revision() + 1).orElse(1),
        explained ? Optional.of(why(draft)) : Optional.empty(),
        Optional.empty());
  }

  private Alert amended(AlertDraft draft, Alert alert) {
    return alert(
        draft,
        State.AMENDED,
        alert.revision() + 1,
        Optional.of(why(draft)),
        Optional.of(alert.facts()));
  }

  /** A correction that comes late still says what was corrected why. */
  private String why(AlertDraft draft) {
    String change = why.apply(draft.seat());
    return late ? draft.corrected().map(own -> own + "; " + change).orElse(change) : change;
  }

  private Alert alert(
      AlertDraft draft, State state, int revision, Optional<String> reason, Optional<Facts> was) {
    return new Alert(
        draft.id(election),
        draft.kind(),
        state,
        revision,
        election.election(),
        election.mode(),
        draft.seat(),
        draft.name(),
        draft.at(),
        draft.headline(),
        draft.facts(),
        reason,
        was,
        receipts.apply(draft.seat()));
  }

  private Alert withdrawn(Alert alert) {
    return new Alert(
        alert.id(),
        alert.kind(),
        State.WITHDRAWN,
        alert.revision() + 1,
        alert.election(),
        alert.mode(),
        alert.seat(),
        alert.name(),
        alert.at(),
        alert.headline(),
        alert.facts(),
        Optional.of(why.apply(alert.seat())),
        Optional.of(alert.facts()),
        receipts.apply(alert.seat()));
  }
}
