package electionnight.audit;

import electionnight.domain.PartyCode;
import electionnight.domain.Result;
import electionnight.domain.SeatId;
import electionnight.domain.Update;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts a party's seats up to the majority line, from the results that stood at an update. */
final class MajorityCount {
  private static final int LAST_SEATS = 5;

  private MajorityCount() {}

  /** Every result as it stood after these updates, in order of declaration, ties by seat code. */
  static List<Result> inOrder(List<Update> updates) {
    Map<SeatId, Result> results = new TreeMap<>();
    for (Update update : updates) {
      update
          .seats()
          .forEach(
              report ->
                  report
                      .result()
                      .ifPresentOrElse(
                          result -> results.put(report.seat(), result),
                          () -> results.remove(report.seat())));
    }
    return results.values().stream()
        .sorted(Comparator.comparing(Result::declaredAt).thenComparing(Result::seat))
        .toList();
  }

  /**
   * Tells the last seats before the line.
   *
   * @param line how many seats are a majority
   */
  static void tell(Page page, PartyCode party, int line, List<Result> inOrder) {
    List<String> seats = new ArrayList<>();
    int won = 0;
    for (int decided = 1; decided <= inOrder.size() && won < line; decided++) {
      Result result = inOrder.get(decided - 1);
      if (result.party().equals(party)) {
        won++;
        seats.add(
            Page.number(won)
                + " of the first "
                + Page.number(decided)
                + " decided: "
                + result.name()
                + ", "
                + result.declaredAt());
      }
    }
    page.line(
        "The seats of " + party + " in order of declaration, the line is " + Page.number(line));
    seats.stream().skip(Math.max(0, seats.size() - LAST_SEATS)).forEach(page::line);
    if (won < line) {
      page.line("These results reach only " + Page.number(won));
    }
  }
}
