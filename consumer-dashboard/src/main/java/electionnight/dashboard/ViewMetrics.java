package electionnight.dashboard;

import electionnight.dashboard.view.NightView;
import electionnight.domain.Checking;
import electionnight.domain.ElectionId;
import electionnight.domain.SeatId;
import electionnight.domain.SeatReport;
import electionnight.domain.Update;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What is measured of one night as it is shown. One thread tells it of updates. */
final class ViewMetrics {
  private static final double MILLIS = 1_000;

  private final ElectionId election;
  private final MeterRegistry registry;
  private final Map<SeatId, Waiting> queried = new ConcurrentHashMap<>();
  private volatile Optional<Instant> updated = Optional.empty();

  /** A result that waits to be checked, and since when. */
  private record Waiting(int revision, Instant since) {}

  /**
   * @param shown the night as it is shown; empty until it has been opened
   */
  ViewMetrics(ElectionId election, Supplier<Optional<NightView>> shown, MeterRegistry registry) {
    this.election = election;
    this.registry = registry;
    gauge("revision", "The revision up to which a night is shown", shown, NightView::revision);
    gauge(
        "updated.timestamp",
        "When the newest update that is shown was published, or the night opened before the first",
        shown,
        night -> seconds(updated.orElse(night.opened())));
    gauge(
        "declared",
        "Seats declared with their votes",
        shown,
        night -> night.scoreboard().declared());
    gauge("seats", "Seats contested", shown, night -> night.scoreboard().seats());
    gauge("queried", "Results that wait to be checked", shown, night -> queried.size());
    gauge(
        "oldest.queried.timestamp",
        "When the word was published that waits longest to be checked; 0 where none does",
        shown,
        night ->
            queried.values().stream()
                .map(Waiting::since)
                .min(Instant::compareTo)
                .map(ViewMetrics::seconds)
                .orElse(0.0));
  }

  /**
   * An update that was not known before.
   *
   * @param at the timestamp of its record
   */
  void applied(Update update, Instant at) {
    updated = Optional.of(at);
    for (SeatReport seat : update.seats()) {
      Optional<Checking> doubt = seat.checking().filter(word -> !word.queries().isEmpty());
      if (doubt.isPresent()) {
        int revision = doubt.get().revision();
        queried.compute(
            seat.seat(),
            (id, known) ->
                known != null && known.revision() == revision ? known : new Waiting(revision, at));
      } else {
        queried.remove(seat.seat());
      }
    }
  }

  private void gauge(
      String name,
      String description,
      Supplier<Optional<NightView>> shown,
      ToDoubleFunction<NightView> value) {
    boolean isTime = name.endsWith("timestamp");
    Gauge.builder(
            "election.night.view." + name,
            () -> shown.get().map(night -> (Number) value.applyAsDouble(night)).orElse(0))
        .description(description)
        .baseUnit(isTime ? "seconds" : null)
        .tag("election", election.value())
        .register(registry);
  }

  private static double seconds(Instant at) {
    return at.toEpochMilli() / MILLIS;
  }
}
