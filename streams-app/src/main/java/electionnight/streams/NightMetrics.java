package electionnight.streams;

import electionnight.domain.Cause;
import electionnight.domain.Folded;
import electionnight.domain.Queried;
import electionnight.domain.Update;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;

/**
 * Counts what became of every input ({@code election.night.declarations} by outcome), which queries
 * were asked of those that are being checked ({@code election.night.queries} by code), and the
 * alerts ({@code election.night.alerts} by kind and state).
 */
final class NightMetrics {
  private static final String INPUTS = "election.night.declarations";
  private static final String QUERIES = "election.night.queries";
  private static final String ALERTS = "election.night.alerts";

  private final MeterRegistry meters;

  NightMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  /**
   * @param folded what became of an input
   * @param cause its record
   */
  void count(Folded folded, Cause cause) {
    if (folded instanceof Folded.Accepted accepted) {
      Optional<Queried> doubt = doubt(accepted, cause);
      count(INPUTS, "outcome", doubt.isPresent() ? "queried" : "accepted");
      doubt.ifPresent(
          queried ->
              queried.queries().forEach(query -> count(QUERIES, "code", name(query.code()))));
      accepted.update().ifPresent(this::count);
    } else if (folded instanceof Folded.Ignored ignored) {
      count(INPUTS, "outcome", name(ignored.why()));
    } else {
      count(INPUTS, "outcome", "rejected");
    }
  }

  /** The word that came in with this record, where it is being checked. */
  static Optional<Queried> doubt(Folded.Accepted accepted, Cause cause) {
    return accepted.seats().stream()
        .flatMap(state -> state.queried().stream())
        .filter(queried -> queried.word().cause().equals(cause))
        .findFirst();
  }

  private void count(Update update) {
    update
        .alerts()
        .forEach(alert -> count(ALERTS, "kind", name(alert.kind()), "state", name(alert.state())));
  }

  private void count(String meter, String... tags) {
    meters.counter(meter, tags).increment();
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
