package electionnight.dashboard.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import electionnight.cli.UserError;
import electionnight.dashboard.testing.FakeLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TailTest {
  private final FakeLog log = new FakeLog();
  private final Recording handled = new Recording();
  private final Tail tail =
      new Tail(log, List.of(FakeLog.SEATS, FakeLog.UPDATES), handled, new SimpleMeterRegistry());

  @AfterEach
  void close() {
    tail.close();
  }

  @Test
  void readsFromTheBeginningAndTellsWhatIsLive() {
    log.append(FakeLog.SEATS, bytes("a")).append(FakeLog.UPDATES, bytes("b", "c"));
    tail.start();
    await("caught up").until(() -> tail.caughtUp().isDone());
    assertThat(handled.records).containsExactlyInAnyOrder("a old", "b old", "c old");

    log.append(FakeLog.UPDATES, bytes("d"));
    await("d").until(() -> handled.records.contains("d live"));
  }

  @Test
  void isNotCaughtUpBeforeTheBurstHasBeenHandled() {
    AtomicInteger handledByThen = new AtomicInteger(-1);
    tail.caughtUp().thenRun(() -> handledByThen.set(handled.bursts.get()));
    log.append(FakeLog.UPDATES, bytes("a"));
    tail.start();

    await("caught up").until(() -> handledByThen.get() >= 0);
    assertThat(handledByThen).hasValueGreaterThanOrEqualTo(1);
  }

  @Test
  void anEmptyLogIsCaughtUpAtOnce() {
    tail.start();

    await("caught up").until(() -> tail.caughtUp().isDone());
    assertThat(handled.records).isEmpty();
  }

  @Test
  void aClusterThatLacksWhatWaitingDoesNotBringIsNotAskedAgain() {
    log.without("There is no topic updates.");
    tail.start();

    assertThat(tail.failure())
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableOfType(ExecutionException.class)
        .havingCause()
        .isInstanceOf(UserError.class)
        .withMessage("There is no topic updates.");
  }

  @Test
  void aClusterThatIsAwayIsAskedUntilItIsBack() {
    log.awayFor(2).append(FakeLog.UPDATES, bytes("a"));
    tail.start();

    await("a").until(() -> handled.records.contains("a old"));
  }

  @Test
  void afterALostConnectionItReadsFromTheBeginningAgain() {
    log.append(FakeLog.UPDATES, bytes("a"));
    tail.start();
    await("caught up").until(() -> tail.caughtUp().isDone());
    log.breakConnection();

    await("connected again").until(() -> log.opened() == 2);
    log.append(FakeLog.UPDATES, bytes("b"));
    await("b").until(() -> handled.records.stream().anyMatch(record -> record.startsWith("b")));
    assertThat(handled.records.subList(0, 2)).containsExactly("a old", "a old");
  }

  @Test
  void aRecordThatBreaksTheHandlerStopsNothing() {
    log.append(FakeLog.UPDATES, bytes("a", "bug", "b"));
    tail.start();

    await("b").until(() -> handled.records.contains("b old"));
    assertThat(handled.records).containsExactly("a old", "b old");
    await("caught up").until(() -> tail.caughtUp().isDone());
  }

  @Test
  void anErrorOfTheMachineIsTheEndAndIsTold() {
    tail.start();
    await("caught up").until(() -> tail.caughtUp().isDone());
    assertThat(tail.notCaughtUp()).as("before").isEmpty();

    log.append(FakeLog.UPDATES, bytes("no memory"));

    assertThat(tail.failure())
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(OutOfMemoryError.class);
    assertThat(tail.notCaughtUp()).as("afterwards").isPresent();
  }

  private static List<byte[]> bytes(String... values) {
    return List.of(values).stream()
        .map(value -> value.getBytes(StandardCharsets.US_ASCII))
        .toList();
  }

  private static final class Recording implements RecordHandler {
    final List<String> records = new CopyOnWriteArrayList<>();
    final AtomicInteger bursts = new AtomicInteger();

    @Override
    public void record(ConsumerRecord<byte[], byte[]> record, boolean live) {
      String value = new String(record.value(), StandardCharsets.US_ASCII);
      if (value.equals("bug")) {
        throw new IllegalStateException("thrown by the test");
      }
      if (value.equals("no memory")) {
        throw new OutOfMemoryError("thrown by the test");
      }
      records.add(value + (live ? " live" : " old"));
    }

    @Override
    public void endOfBurst() {
      bursts.incrementAndGet();
    }
  }
}
