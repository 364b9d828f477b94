package electionnight.dashboard.push;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PushSettingsTest {
  @Test
  void figuresThatCannotWorkAreRefused() {
    Duration second = Duration.ofSeconds(1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PushSettings(0, second, second))
        .withMessageContaining("1 to 1000000 updates, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PushSettings(1, Duration.ZERO, second))
        .withMessageContaining("heartbeat");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PushSettings(1, second, Duration.ofSeconds(-1)))
        .withMessageContaining("slow client limit");
  }
}
