package electionnight.streams;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Cause;
import electionnight.domain.Folded;
import electionnight.domain.Heard;
import electionnight.domain.Input;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import electionnight.testing.SmallNight;
import electionnight.wire.Inputs;
import electionnight.wire.Provenance;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TaskMetricsTest {
  private static final Folded DUPLICATE = new Folded.Ignored(Folded.Ignored.Why.DUPLICATE);
  private static final Input WITHDRAWAL =
      SmallNight.withdrawal("ASHBY", 70, 2, "the wrong candidate was announced");

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final AtomicLong clock = new AtomicLong(1_000);
  private final TaskMetrics task =
      new TaskMetrics(new NightMetrics(registry), clock::get, Map.of(SmallNight.ID, 7L));

  @Test
  void aDeclarationIsCountedByWhoSentItWhatItIsAndWhatBecameOfIt() {
    folded("desk", Optional.of(WITHDRAWAL), DUPLICATE, 1_000);
    folded("desk", Optional.of(SmallNight.hold("ASHBY", "a doubt")), DUPLICATE, 1_000);
    folded(null, Optional.empty(), rejected(), 1_000);

    assertThat(declared("desk", "withdrawn", "duplicate")).isEqualTo(1);
    assertThat(declared("desk", "hold", "duplicate")).isEqualTo(1);
    assertThat(declared("unknown", "unknown", "rejected")).isEqualTo(1);
    assertThat(registry.get("election.night.rejected").tag("code", "unreadable").counter().count())
        .as("one message with two reasons of one kind")
        .isEqualTo(1);
  }

  @Test
  void whoeverSendsAfterTheFirstFiftyIsAnother() {
    for (int i = 0; i < BoundedLabel.MOST + 5; i++) {
      folded("source-" + i, Optional.of(WITHDRAWAL), DUPLICATE, 1_000);
    }
    folded("source-0", Optional.of(WITHDRAWAL), DUPLICATE, 1_000);

    assertThat(declared("other", "withdrawn", "duplicate")).isEqualTo(5);
    assertThat(declared("source-0", "withdrawn", "duplicate")).isEqualTo(2);
  }

  @Test
  void whatHadBeenWaitingIsNotMeasuredAsIfItWereSlow() {
    clock.set(1_250);

    folded("desk", Optional.of(WITHDRAWAL), DUPLICATE, 999);
    folded("desk", Optional.of(WITHDRAWAL), DUPLICATE, 1_000);

    assertThat(registry.get("election.night.published.to.folded").timer().count()).isEqualTo(1);
    assertThat(
            registry
                .get("election.night.published.to.folded")
                .timer()
                .totalTime(TimeUnit.MILLISECONDS))
        .isEqualTo(250);
  }

  @Test
  void aRevisionIsToldOnlyWhereTheNightIsFolded() {
    assertThat(
            registry
                .get("election.night.folded.revision")
                .tag("election", SmallNight.ID.value())
                .gauge()
                .value())
        .isEqualTo(7);

    task.close();

    assertThat(registry.find("election.night.folded.revision").gauge()).isNull();
  }

  private void folded(String source, Optional<Input> said, Folded folded, long publishedAt) {
    task.folded(
        Inputs.NIGHT,
        said,
        folded,
        new Heard(
            new Cause("declarations", 0, 1, "0".repeat(64)), Instant.ofEpochMilli(publishedAt)),
        new Provenance(Optional.ofNullable(source), Optional.empty()));
  }

  private static Folded rejected() {
    Reason reason = new Reason(Code.UNREADABLE, "", "x", "a JSON object");
    return new Folded.Rejected(List.of(reason, reason));
  }

  private double declared(String source, String state, String outcome) {
    Counter counter =
        registry
            .find("election.night.declarations")
            .tags("source", source, "state", state, "outcome", outcome)
            .counter();
    return counter == null ? 0 : counter.count();
  }
}
