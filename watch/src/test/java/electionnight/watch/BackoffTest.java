package electionnight.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class BackoffTest {
  private final AtomicReference<Double> chance = new AtomicReference<>(0.0);
  private final Backoff backoff = new Backoff(chance::get);

  @Test
  void doublesFromWhatTheServerAskedForUpToHalfAMinute() {
    backoff.ask(Duration.ofSeconds(4));

    assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(4));
    assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(8));
    assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(16));
    assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(30));
    backoff.succeeded();
    assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void isSpreadByHalf() {
    backoff.ask(Duration.ofSeconds(2));
    chance.set(0.5);

    assertThat(backoff.next()).isEqualTo(Duration.ofMillis(2500));
  }

  @Test
  void aServerThatWantsToBeLeftAloneIs() {
    backoff.ask(Duration.ofMinutes(2));

    assertThat(backoff.next()).isEqualTo(Duration.ofMinutes(2));
    assertThat(backoff.next()).isEqualTo(Duration.ofMinutes(2));
  }
}
