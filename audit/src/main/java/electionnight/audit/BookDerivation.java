package electionnight.audit;

import electionnight.domain.Election;
import electionnight.domain.Measure;
import electionnight.domain.RecordEntry;
import electionnight.domain.RecordRank;
import electionnight.domain.RecordScope;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a figure's place in the record book was found. */
final class BookDerivation {
  private static final int ROWS_EITHER_SIDE = 3;

  private final Election election;
  private final Measure measure;
  private final BigDecimal figure;

  BookDerivation(Election election, Measure measure, BigDecimal figure) {
    this.election = election;
    this.measure = measure;
    this.figure = figure;
  }

  /**
   * Tells the scope and the rows around the figure.
   *
   * @param rank its place; empty where the book supported none
   */
  void tell(Page page, Optional<RecordRank> rank) {
    if (rank.isPresent()) {
      place(page, rank.get());
      return;
    }
    List<RecordScope> scopes =
        election.recordBook().scopes().stream()
            .filter(scope -> scope.contest() == election.contest() && scope.measure() == measure)
            .toList();
    page.line(
        "No place is claimed for "
            + value(figure)
            + (scopes.isEmpty() ? ": the book has nothing of this measure and contest" : ":"));
    for (RecordScope scope : scopes) {
      page.line(
          name(scope)
              + ": places are claimed among the first ten, from "
              + value(scope.completeFrom())
              + " up");
    }
  }

  private void place(Page page, RecordRank rank) {
    RecordScope scope = rank.scope();
    page.line(
        name(scope)
            + ", complete from "
            + value(scope.completeFrom())
            + " up ("
            + scope.source()
            + ", as of "
            + scope.asOf()
            + ")");
    List<RecordEntry> rows =
        election.recordBook().entries().stream()
            .filter(entry -> entry.contest() == scope.contest())
            .filter(entry -> entry.measure() == scope.measure())
            .filter(entry -> scope.since().filter(entry.date()::isBefore).isEmpty())
            .sorted(Comparator.comparing(RecordEntry::value).reversed())
            .toList();
    rank.unbeaten()
        .ifPresentOrElse(
            smallest -> {
              List<RecordEntry> above =
                  rows.stream().filter(entry -> isAtLeast(entry, smallest)).toList();
              above.stream()
                  .skip(Math.max(0, above.size() - ROWS_EITHER_SIDE))
                  .forEach(entry -> row(page, entry));
            },
            () -> page.line("None above it"));
    page.figure(
        value(figure), "this one: " + (rank.joint() ? "joint " : "") + "rank " + rank.rank());
    rows.stream()
        .filter(entry -> rank.unbeaten().filter(above -> isAtLeast(entry, above)).isEmpty())
        .limit(ROWS_EITHER_SIDE)
        .forEach(entry -> row(page, entry));
  }

  private static boolean isAtLeast(RecordEntry entry, RecordEntry above) {
    return entry.value().compareTo(above.value()) >= 0;
  }

  private static String name(RecordScope scope) {
    return (scope.measure() == Measure.SWING
            ? "Swing, in percentage points,"
            : "Majority overturned, in votes,")
        + " at a "
        + scope.contest().noun()
        + scope.since().map(day -> " since " + day).orElse(" of all time");
  }

  private static void row(Page page, RecordEntry entry) {
    page.figure(
        value(entry.value()),
        entry.name()
            + ", "
            + entry.date()
            + " ("
            + entry.source()
            + ", as of "
            + entry.asOf()
            + ")");
  }

  private static String value(BigDecimal value) {
    return String.format(Locale.UK, "%,." + Math.max(0, value.scale()) + "f", value);
  }
}
