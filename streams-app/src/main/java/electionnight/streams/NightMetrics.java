package electionnight.streams;

import electionnight.admin.Latency;
import electionnight.domain.Alert;
import electionnight.domain.Cause;
import electionnight.domain.Confirmation;
import electionnight.domain.Declaration;
import electionnight.domain.ElectionId;
import electionnight.domain.Folded;
import electionnight.domain.Hold;
import electionnight.domain.Input;
import electionnight.domain.Queried;
import electionnight.domain.Query;
import electionnight.domain.Reason;
import electionnight.domain.Update;
import electionnight.wire.Provenance;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * What is measured of the fold, for all tasks of a process. Counters whose labels are known stand
 * at 0 from the start: an alert on their growth would miss the first of a series that is new.
 */
final class NightMetrics {
  private static final String REVISION = "election.night.folded.revision";
  private static final String UNKNOWN = "unknown";

  private final MeterRegistry meters;
  private final BoundedLabel sources = new BoundedLabel();
  private final Timer publishedToFolded;
  private final Map<ElectionId, Long> revisions = new ConcurrentHashMap<>();

  NightMetrics(MeterRegistry meters) {
    this.meters = meters;
    publishedToFolded =
        Latency.timer(
                "election.night.published.to.folded",
                "From the publishing of a message to its having been folded, not yet committed")
            .register(meters);
    for (Reason.Code code : Reason.Code.values()) {
      rejected(code);
    }
    for (Query.Code code : Query.Code.values()) {
      queries(code);
    }
    for (Alert.Kind kind : Alert.Kind.values()) {
      for (Alert.State state : Alert.State.values()) {
        alerts(kind, state);
      }
    }
  }

  /**
   * What follows from an input.
   *
   * @param cause its record
   */
  void count(Folded folded, Cause cause) {
    if (folded instanceof Folded.Accepted accepted) {
      doubt(accepted, cause)
          .ifPresent(
              queried -> queried.queries().forEach(query -> queries(query.code()).increment()));
      accepted.update().ifPresent(this::count);
    } else if (folded instanceof Folded.Rejected rejected) {
      rejected.reasons().stream()
          .map(Reason::code)
          .distinct()
          .forEach(code -> rejected(code).increment());
    }
  }

  /**
   * Something was said or decided.
   *
   * @param said what; empty where it cannot be read
   * @param folded what became of it
   * @param cause its record
   * @param provenance who sent it
   */
  void declared(Optional<Input> said, Folded folded, Cause cause, Provenance provenance) {
    Counter.builder("election.night.declarations")
        .description("What was said and decided, by who sent it, what it is, and what became of it")
        .tag("source", sources.of(provenance.source().orElse(UNKNOWN)))
        .tag("state", said.map(NightMetrics::state).orElse(UNKNOWN))
        .tag("outcome", outcome(folded, cause))
        .register(meters)
        .increment();
  }

  /**
   * @param millis by two machines' clocks, so it may come out below 0
   */
  void publishedToFolded(long millis) {
    publishedToFolded.record(Math.max(0, millis), TimeUnit.MILLISECONDS);
  }

  /** A night that is folded in this process has reached a revision. */
  void reached(ElectionId election, long revision) {
    if (revisions.put(election, revision) == null) {
      Gauge.builder(REVISION, () -> revisions.getOrDefault(election, 0L))
          .description("The revision up to which a night is folded, where it is folded now")
          .tag("election", election.value())
          .register(meters);
    }
  }

  /** These nights are not folded in this process any more. */
  void left(Collection<ElectionId> elections) {
    for (ElectionId election : elections) {
      meters.find(REVISION).tag("election", election.value()).gauges().forEach(meters::remove);
      revisions.remove(election);
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
    update.alerts().forEach(alert -> alerts(alert.kind(), alert.state()).increment());
  }

  private Counter rejected(Reason.Code code) {
    return Counter.builder("election.night.rejected")
        .description("Reasons why messages were not believed; a message may have several")
        .tag("code", label(code))
        .register(meters);
  }

  private Counter queries(Query.Code code) {
    return Counter.builder("election.night.queries")
        .description("Reasons why results were queried; a result may have several")
        .tag("code", label(code))
        .register(meters);
  }

  private Counter alerts(Alert.Kind kind, Alert.State state) {
    return Counter.builder("election.night.alerts")
        .description("Alerts issued, amended or withdrawn")
        .tags("kind", label(kind), "state", label(state))
        .register(meters);
  }

  private static String outcome(Folded folded, Cause cause) {
    if (folded instanceof Folded.Accepted accepted) {
      return doubt(accepted, cause).isPresent() ? "queried" : "accepted";
    }
    return folded instanceof Folded.Ignored ignored ? label(ignored.why()) : "rejected";
  }

  private static String state(Input input) {
    if (input instanceof Declaration declaration) {
      return label(declaration.status());
    }
    if (input instanceof Confirmation) {
      return "confirmation";
    }
    return input instanceof Hold ? "hold" : "alert_switch";
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
