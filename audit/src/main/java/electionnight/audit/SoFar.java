package electionnight.audit;

import electionnight.domain.Alert;
import electionnight.domain.Result;
import electionnight.domain.Update;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the claim of an alert for the night so far was measured against. */
final class SoFar {
  private static final int NEXT_BEST = 3;

  private final Page page;
  private final Alert alert;
  private final List<Result> results;

  /**
   * @param updates up to the one that brought the alert
   */
  SoFar(Page page, Alert alert, List<Update> updates) {
    this.page = page;
    this.alert = alert;
    this.results = MajorityCount.inOrder(updates);
  }

  /** Tells it; of an alert that makes no such claim there is nothing to tell. */
  void tell() {
    switch (alert.kind()) {
      case MAJORITY_REACHED -> {
        page.heading("The running count");
        MajorityCount.tell(
            page,
            alert.facts().party().orElseThrow(),
            alert.facts().majorityLine().orElseThrow(),
            results);
      }
      case BIGGEST_MAJORITY_OVERTURNED ->
          earlier(
              "majority overturned",
              result -> result.overturned().isPresent(),
              Comparator.comparingInt((Result result) -> result.overturned().getAsInt()).reversed(),
              result -> Page.number(result.overturned().getAsInt()));
      case LARGEST_SWING ->
          earlier(
              "swing",
              result -> result.toSeatSwing().isPresent(),
              Comparator.comparingDouble((Result result) -> result.swing().get().points())
                  .reversed(),
              result -> Page.points(result.swing().get().points()));
      case NARROWEST_MAJORITY ->
          earlier(
              "majority",
              result -> result.majority().isPresent(),
              Comparator.comparingInt((Result result) -> result.majority().get().votes()),
              result -> Page.number(result.majority().get().votes()));
      case SEAT_GAIN, FIRST_SINCE, REGAIN, TIE_BY_LOT, RECOUNT, CORRECTION -> {
        // They follow from the seat alone.
      }
    }
  }

  private void earlier(
      String measure,
      Predicate<Result> counts,
      Comparator<Result> bestFirst,
      Function<Result, String> figure) {
    page.heading("Declared earlier in the night, by " + measure);
    List<Result> earlier =
        results.stream()
            .takeWhile(result -> !result.seat().equals(alert.seat()))
            .filter(counts)
            .sorted(bestFirst)
            .limit(NEXT_BEST)
            .toList();
    earlier.forEach(
        result -> page.figure(figure.apply(result), result.name() + ", " + result.declaredAt()));
    if (earlier.isEmpty()) {
      page.line("None");
    }
  }
}
