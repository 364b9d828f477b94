package electionnight.dashboard.view;

import electionnight.domain.Announced;
import electionnight.domain.Checking;
import electionnight.domain.Query;
import electionnight.domain.SeatReport;
import electionnight.domain.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a seat has no result, in words. */
public final class NoResult {
  private NoResult() {}

  /** One sentence for a seat whose report has no result. */
  public static String sentence(SeatReport report) {
    List<String> reasons = new ArrayList<>();
    report.announced().map(NoResult::announced).ifPresent(reasons::add);
    report
        .held()
        .map(hold -> "it is on hold by " + hold.by() + " (" + hold.reason() + ")")
        .ifPresent(reasons::add);
    report.checking().map(NoResult::checking).ifPresent(reasons::add);
    String seat = report.name() + " (" + report.seat() + ")";
    return reasons.isEmpty()
        ? seat + " has not been declared yet."
        : seat + " has no result: " + String.join("; ", reasons) + ".";
  }

  private static String announced(Announced said) {
    return (said.status() == Status.RECOUNT ? "a recount was announced" : "it was withdrawn")
        + because(said.reason());
  }

  private static String checking(Checking checking) {
    return "revision "
        + checking.revision()
        + " is being checked"
        + because(
            checking.queries().isEmpty()
                ? Optional.empty()
                : Optional.of(
                    checking.queries().stream()
                        .map(Query::words)
                        .collect(Collectors.joining("; "))));
  }

  private static String because(Optional<String> reason) {
    return reason.map(words -> " (" + words + ")").orElse("");
  }
}
