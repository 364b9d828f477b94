package electionnight.domain;

import electionnight.domain.Alert.Facts;
import electionnight.domain.Alert.State;
import electionnight.domain.AlertRules.Draft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the alerts that should stand with those that do, so that one change of the night issues,
 * amends and withdraws all it has to. An alert that already says the same is left alone.
 *
 * @param election the night
 * @param changed the result that changed
 * @param why what brought the change about, for alerts that it amends or withdraws
 * @param cause the record of the log that brought the change about
 */
record AlertLedger(Election election, Result changed, String why, Cause cause) {

  /**
   * The alerts to publish.
   *
   * @param before each alert as it stands, the withdrawn included
   * @param drafts what should stand now
   */
  List<Alert> changes(List<Alert> before, List<Draft> drafts) {
    Map<String, Alert> known = byId(before);
    List<Alert> changes = new ArrayList<>();
    Map<String, Draft> wanted = new LinkedHashMap<>();
    drafts.forEach(draft -> wanted.put(draft.id(election), draft));
    for (Alert alert : before) {
      if (alert.state() != State.WITHDRAWN && !wanted.containsKey(alert.id())) {
        changes.add(withdrawn(alert));
      }
    }
    wanted.forEach(
        (id, draft) -> {
          Optional<Alert> alert = Optional.ofNullable(known.get(id));
          if (alert.isEmpty()) {
            changes.add(alert(draft, State.ISSUED, 1, Optional.empty(), Optional.empty()));
          } else if (alert.get().state() == State.WITHDRAWN) {
            changes.add(
                alert(
                    draft,
                    State.ISSUED,
                    alert.get().revision() + 1,
                    reason(draft.seat()),
                    Optional.empty()));
          } else if (!draft.saysTheSameAs(alert.get())) {
            changes.add(
                alert(
                    draft,
                    State.AMENDED,
                    alert.get().revision() + 1,
                    reason(draft.seat()),
                    Optional.of(alert.get().facts())));
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

  private Alert alert(
      Draft draft, State state, int revision, Optional<String> reason, Optional<Facts> was) {
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
        cause);
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
        reason(alert.seat()),
        Optional.of(alert.facts()),
        cause);
  }

  private Optional<String> reason(SeatId seat) {
    return Optional.of(seat.equals(changed.seat()) ? why : changed.name() + ": " + why);
  }
}
