package electionnight.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.dashboard.testing.ANight;
import electionnight.dashboard.view.NightFold;
import electionnight.dashboard.view.NightView;
import electionnight.domain.Heard;
import electionnight.domain.Seat;
import electionnight.domain.SeatReport;
import electionnight.domain.Update;
import electionnight.wire.MessageType;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ViewMetricsTest {
  private static final Instant OPENED = Instant.parse("2024-07-04T21:00:00Z");

  private final ANight night = ANight.of("october");
  private final Seat ashby = night.seat("ASHBY", "Ashby");
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final NightFold fold = new NightFold(10);
  private final ViewMetrics metrics = new ViewMetrics(night.id(), this::shown, registry);
  private boolean opened;

  @Test
  void aNightIsAsOldAsItsOpeningBeforeItsFirstUpdate() {
    assertThat(gauge("updated.timestamp")).as("before it was opened").isZero();

    open();

    assertThat(gauge("updated.timestamp")).isEqualTo(seconds(0));
    assertThat(gauge("revision")).isZero();
    assertThat(gauge("oldest.queried.timestamp")).isZero();
  }

  @Test
  void aQueriedResultWaitsFromWhenItsWordWasPublished() {
    open();

    apply(1, night.checked(ashby, "its figures are those of another seat"));
    apply(2, night.checked(ashby, "its figures are those of another seat", "and too many"));
    assertThat(gauge("queried")).isEqualTo(1);
    assertThat(gauge("oldest.queried.timestamp")).isEqualTo(seconds(1));
    assertThat(gauge("updated.timestamp")).isEqualTo(seconds(2));

    apply(3, night.declared(3, ashby));
    assertThat(gauge("queried")).as("once it is believed").isZero();
    assertThat(gauge("oldest.queried.timestamp")).isZero();
    assertThat(gauge("revision")).isEqualTo(3);
  }

  @Test
  void aSeatThatIsOnlyHeldIsNotQueried() {
    open();

    apply(1, night.held(ashby, "the desk", "a doubt"));

    assertThat(gauge("queried")).isZero();
  }

  private void open() {
    fold.put(night.election(), new Heard(ANight.electionRecord(0), OPENED));
    opened = true;
  }

  private void apply(long revision, SeatReport report) {
    Update update = night.update(revision, List.of(report));
    Instant at = OPENED.plusSeconds(revision);
    fold.apply(update, MessageType.UPDATE.write(update), at);
    metrics.applied(update, at);
  }

  private Optional<NightView> shown() {
    return opened ? fold.view() : Optional.empty();
  }

  private static double seconds(long afterOpening) {
    return OPENED.getEpochSecond() + afterOpening;
  }

  private double gauge(String name) {
    return registry
        .get("election.night.view." + name)
        .tag("election", night.id().value())
        .gauge()
        .value();
  }
}
