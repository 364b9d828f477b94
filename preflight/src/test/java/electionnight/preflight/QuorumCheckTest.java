package electionnight.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuorumCheckTest {
  /** Controller 1 leads; its clock is far from the one here. */
  @ParameterizedTest
  @ValueSource(longs = {1_000_000_000_000L, 9_000_000_000_000L})
  void whoHasNotAskedTheLeaderForLongIsSilentByTheClockOfTheLeader(long now) {
    Map<Integer, Long> lastFetches =
        Map.of(1, now, 2, now - 500, 3, now - 10_000, 4, now - 10_001, 5, 0L);

    assertThat(QuorumCheck.silent(lastFetches))
        .as("controllers that are silent")
        .containsExactlyInAnyOrder(4, 5);
  }
}
