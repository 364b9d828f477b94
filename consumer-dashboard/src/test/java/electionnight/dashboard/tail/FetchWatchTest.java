package electionnight.dashboard.tail;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.dashboard.tail.FetchWatch.Change;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FetchWatchTest {
  private double answers;
  private long seconds;
  private final FetchWatch watch =
      new FetchWatch(() -> answers, () -> TimeUnit.SECONDS.toNanos(seconds));

  @Test
  void saysOnceThatTheClusterIsAwayAndOnceThatItIsBack() {
    answers = 1;
    seconds = 3;
    assertThat(watch.look()).as("answers").isEqualTo(Change.NONE);
    seconds = 8;
    assertThat(watch.look()).as("5 s of silence").isEqualTo(Change.NONE);
    seconds = 9;
    assertThat(watch.look()).as("6 s of silence").isEqualTo(Change.AWAY);
    seconds = 60;
    assertThat(watch.look()).as("still silent").isEqualTo(Change.NONE);
    answers = 2;
    assertThat(watch.look()).as("answers again").isEqualTo(Change.BACK);
    seconds = 64;
    assertThat(watch.look()).as("4 s after that").isEqualTo(Change.NONE);
  }
}
