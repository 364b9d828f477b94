package electionnight.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReadinessTest {
  private final AtomicLong nanos = new AtomicLong();
  private Optional<String> failing = Optional.empty();
  private final Readiness readiness =
      new Readiness(
          List.of(
              new HealthCheck("well", Optional::empty), new HealthCheck("streams", () -> failing)),
          nanos::get);

  @Test
  void nothingIsReadyBeforeTheFirstLook() {
    assertThat(readiness.health().isUp()).isFalse();
    assertThat(readiness.health().reasons()).isEqualTo("nothing has been checked yet");
  }

  @Test
  void isReadyOnlyWhileAllIsWell() {
    readiness.look();
    assertThat(readiness.health().isUp()).isTrue();

    failing = Optional.of("streams are REBALANCING");
    readiness.look();
    assertThat(readiness.health().isUp()).isFalse();
    assertThat(readiness.health().reasons()).isEqualTo("streams are REBALANCING");

    failing = Optional.empty();
    readiness.look();
    assertThat(readiness.health().isUp()).as("well again").isTrue();
  }

  @Test
  void aCheckThatHangsIsNotBelievedForLong() {
    readiness.look();

    nanos.addAndGet(Duration.ofSeconds(11).toNanos());

    assertThat(readiness.health().reasons()).isEqualTo("no check has ended for 11 s");
    readiness.look();
    assertThat(readiness.health().isUp()).as("looked again").isTrue();
  }
}
