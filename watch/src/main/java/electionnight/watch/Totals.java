package electionnight.watch;

import electionnight.domain.AlertSwitch;
import electionnight.domain.MajorityLine;
import electionnight.domain.PartyRow;
import electionnight.domain.Scoreboard;
import java.util.ArrayList;
import java.util.List;

/** The totals of a night in words. */
final class Totals {
  private Totals() {}

  /** {@code 648 of 650 declared, 1 rushed, 2 being checked}. */
  static String declared(Scoreboard totals) {
    return totals.declared()
        + " of "
        + totals.seats()
        + " declared"
        + (totals.rushed() == 0 ? "" : ", " + totals.rushed() + " rushed")
        + ", "
        + totals.checking().size()
        + " being checked";
  }

  /** {@code Majority at 326: Lab needs 114 more}. */
  static String majority(Scoreboard totals, MajorityLine line) {
    String at = "Majority at " + line.seats();
    return line.crossed()
        .map(crossing -> at + ": reached by " + crossing.party() + " with " + crossing.name())
        .orElseGet(
            () ->
                leader(totals).stream()
                    .map(row -> at + ": " + row.party() + " needs " + (line.seats() - row.seats()))
                    .map(words -> words + " more")
                    .findFirst()
                    .orElse(at));
  }

  private static List<PartyRow> leader(Scoreboard totals) {
    return totals.parties().stream().filter(row -> row.seats() > 0).limit(1).toList();
  }

  /** {@code Lab 412 +214 Con 121 -252 4 others 117}, as many as fit, most seats first. */
  static String parties(Scoreboard totals, int columns) {
    List<PartyRow> rows = totals.parties().stream().filter(row -> row.seats() > 0).toList();
    for (int shown = rows.size(); shown > 0; shown--) {
      String line = parties(rows, shown);
      if (line.codePointCount(0, line.length()) <= columns) {
        return line;
      }
    }
    return rows.isEmpty() ? "No seat is won yet" : rows.get(0).party().value();
  }

  private static String parties(List<PartyRow> rows, int shown) {
    List<String> cells = new ArrayList<>();
    rows.subList(0, shown)
        .forEach(
            row -> cells.add(row.party() + " " + row.seats() + String.format(" %+d", row.net())));
    List<PartyRow> others = rows.subList(shown, rows.size());
    if (!others.isEmpty()) {
      int seats = others.stream().mapToInt(PartyRow::seats).sum();
      cells.add(others.size() + (others.size() == 1 ? " other " : " others ") + seats);
    }
    return String.join("  ", cells);
  }

  /** {@code Alerts are stopped by the night editor (Figures look wrong)}. */
  static String stopped(AlertSwitch change) {
    return "Alerts are stopped by " + change.by() + " (" + change.reason() + ")";
  }

  /** What a line-by-line reader is told of the whole. */
  static List<String> lines(Scoreboard totals, int columns) {
    List<String> lines = new ArrayList<>();
    lines.add(parties(totals, columns));
    totals.majorityLine().map(line -> majority(totals, line)).ifPresent(lines::add);
    lines.add(declared(totals));
    totals.alertsStopped().map(Totals::stopped).ifPresent(lines::add);
    return lines;
  }
}
