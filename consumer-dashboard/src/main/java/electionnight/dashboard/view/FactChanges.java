package electionnight.dashboard.view;

import electionnight.domain.Alert;
import electionnight.domain.Alert.Facts;
import electionnight.domain.Correction.Change;
import electionnight.domain.Election;
import electionnight.domain.Party;
import electionnight.domain.PartyCode;
import electionnight.domain.RecordRank;
import electionnight.domain.Swing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** What an alert said before and what it says now, figure by figure, in words. */
final class FactChanges {
  private final Election election;
  private final List<Change> changes = new ArrayList<>();

  private FactChanges(Election election) {
    this.election = election;
  }

  /** What it corrects, of a correction; else each fact that was amended. */
  static List<Change> of(Alert alert, Election election) {
    if (alert.kind() == Alert.Kind.CORRECTION) {
      return alert.facts().changes();
    }
    FactChanges changes = new FactChanges(election);
    alert.was().ifPresent(was -> changes.compare(was, alert.facts()));
    return List.copyOf(changes.changes);
  }

  private void compare(Facts was, Facts now) {
    add("won by", was.party().map(this::name), now.party().map(this::name));
    add("from", was.from().map(this::name), now.from().map(this::name));
    add("majority", number(was.majority()), number(now.majority()));
    add("majority overturned", number(was.overturned()), number(now.overturned()));
    add("swing", was.swing().map(this::words), now.swing().map(this::words));
    add("basis", was.basis().map(Enum::name), now.basis().map(Enum::name));
    add("record book", was.record().map(this::place), now.record().map(this::place));
    add("seats", number(was.seats()), number(now.seats()));
    add("majority line", number(was.majorityLine()), number(now.majorityLine()));
    add("held since", year(was.heldSince()), year(now.heldSince()));
    add("votes of each", number(was.tiedAt()), number(now.tiedAt()));
  }

  private void add(String figure, Optional<String> was, Optional<String> now) {
    if (!was.equals(now)) {
      changes.add(new Change(figure, was, now));
    }
  }

  private String name(PartyCode code) {
    return election.party(code).map(Party::name).orElse(code.value());
  }

  /** As exactly as it is published; one below 0 is told as the one the other way that it is. */
  private String words(Swing swing) {
    boolean back = swing.points() < 0;
    return BigDecimal.valueOf(swing.points()).abs().toPlainString()
        + " points from "
        + name(back ? swing.to() : swing.from())
        + " to "
        + name(back ? swing.from() : swing.to());
  }

  private String place(RecordRank record) {
    return (record.joint() ? "joint " : "")
        + "number "
        + record.rank()
        + " at a "
        + record.scope().contest().noun()
        + record.scope().since().map(day -> " since " + day.getYear()).orElse("");
  }

  private static Optional<String> number(OptionalInt count) {
    return count.isPresent()
        ? Optional.of(String.format(Locale.UK, "%,d", count.getAsInt()))
        : Optional.empty();
  }

  private static Optional<String> year(OptionalInt year) {
    return year.isPresent() ? Optional.of(Integer.toString(year.getAsInt())) : Optional.empty();
  }
}
