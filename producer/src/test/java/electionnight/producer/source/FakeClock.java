package electionnight.producer.source;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time passes only while somebody sleeps. */
final class FakeClock implements MonotonicClock {
  final List<Duration> slept = new ArrayList<>();
  Duration sleepsLonger = Duration.ZERO;
  int interruptedAfter = Integer.MAX_VALUE;
  private long now = Long.MAX_VALUE - Duration.ofSeconds(90).toNanos();

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public void sleep(long nanos) throws InterruptedException {
    if (slept.size() == interruptedAfter) {
      throw new InterruptedException("told to stop");
    }
    slept.add(Duration.ofNanos(nanos));
    now += nanos + sleepsLonger.toNanos();
  }
}
