package electionnight.dashboard.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever happens in whatever order, every client gets every revision in order or a snapshot, and
 * nothing twice.
 */
class RingLawsTest {
  private static final int STEPS = 2_000;

  static LongStream seeds() {
    return new Random(20_231_019).longs(200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void everyClientSeesEveryRevisionInOrderOrASnapshot(long seed) {
    Random random = new Random(seed);
    GivenNight night = new GivenNight(1 + random.nextInt(8));
    List<SlowSocket> sockets = new ArrayList<>();
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(8)) {
        case 0 -> sockets.add(SlowSocket.fresh(night, 1 + random.nextInt(4)));
        case 1, 2, 3 -> night.append(1);
        case 4 -> night.append(1 + random.nextInt(12));
        case 5 -> {
          if (random.nextInt(20) == 0) {
            night.skip(1 + random.nextInt(3));
          }
          sockets.forEach(SlowSocket::advance);
        }
        default -> {
          if (!sockets.isEmpty()) {
            int which = random.nextInt(sockets.size());
            SlowSocket socket = sockets.get(which);
            if (random.nextInt(6) == 0) {
              sockets.set(which, SlowSocket.resuming(night, socket));
            } else {
              socket.drain();
            }
          }
        }
      }
    }
    for (SlowSocket socket : sockets) {
      socket.becomeFast();
      assertThat(socket.held).as("revision held in the end").isEqualTo(night.revision);
    }
  }

  @Test
  void noSnapshotIsSentWhileTheRingHoldsWhatIsNext() {
    GivenNight night = new GivenNight(16);
    SlowSocket socket = SlowSocket.fresh(night, 1);
    night.append(16);
    socket.becomeFast();
    assertThat(socket.events)
        .containsExactlyElementsOf(
            LongStream.rangeClosed(0, 16)
                .mapToObj(revision -> (revision == 0 ? "snapshot " : "update ") + revision)
                .toList());
    assertThat(night.resyncs).hasValue(0);
  }

  @Test
  void aClientThatFellOffTheRingGetsOneSnapshotAndGoesOn() {
    GivenNight night = new GivenNight(4);
    SlowSocket socket = SlowSocket.fresh(night, 1);
    night.append(5);
    socket.becomeFast();
    night.append(1);
    socket.advance();
    assertThat(socket.events).containsExactly("snapshot 0", "snapshot 5", "update 6");
    assertThat(night.resyncs).hasValue(1);
  }

  @Test
  void theSnapshotOfARevisionIsEncodedOnceForAll() {
    GivenNight night = new GivenNight(4);
    night.append(5);
    SlowSocket.fresh(night, 1);
    SlowSocket.fresh(night, 1);
    assertThat(night.snapshotsEncoded).hasValue(1);

    night.append(1);
    SlowSocket.fresh(night, 1);
    assertThat(night.snapshotsEncoded).hasValue(2);
  }

  @Test
  void aGapInTheRevisionsIsBridgedByASnapshot() {
    GivenNight night = new GivenNight(8);
    SlowSocket socket = SlowSocket.fresh(night, 8);
    night.append(2);
    socket.advance();
    night.skip(3);
    socket.advance();
    assertThat(socket.events).containsExactly("snapshot 0", "update 1", "update 2", "snapshot 6");
  }

  @Test
  void readersOnOtherThreadsSeeTheSameLaws() throws InterruptedException {
    GivenNight night = new GivenNight(4);
    AtomicBoolean over = new AtomicBoolean();
    List<AssertionError> broken = new ArrayList<>();
    List<Thread> readers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      SlowSocket socket = SlowSocket.fresh(night, Integer.MAX_VALUE);
      Thread reader =
          new Thread(
              () -> {
                try {
                  while (!over.get()) {
                    socket.advance();
                  }
                  socket.advance();
                  assertThat(socket.held).isEqualTo(night.revision);
                } catch (AssertionError e) {
                  synchronized (broken) {
                    broken.add(e);
                  }
                }
              });
      readers.add(reader);
      reader.start();
    }
    night.append(200_000);
    over.set(true);
    for (Thread reader : readers) {
      reader.join();
    }
    assertThat(broken).isEmpty();
  }

  /** A night whose view is always at least as new as its ring, as in production. */
  private static final class GivenNight {
    final AtomicInteger resyncs = new AtomicInteger();
    final AtomicInteger snapshotsEncoded = new AtomicInteger();
    final Feed feed;
    volatile long revision;

    GivenNight(int capacity) {
      feed = new Feed(capacity, this::view, resyncs::incrementAndGet);
    }

    private Snapshot view() {
      long now = revision;
      return new Snapshot() {
        @Override
        public long revision() {
          return now;
        }

        @Override
        public byte[] json() {
          snapshotsEncoded.incrementAndGet();
          return "{}".getBytes(StandardCharsets.US_ASCII);
        }
      };
    }

    void append(int count) {
      for (int i = 0; i < count; i++) {
        revision++;
        feed.ring().append(Frame.update(revision, new byte[0]));
      }
    }

    void skip(int missing) {
      revision += missing;
      append(1);
    }
  }

  /** A client behind a socket that takes a few events, then none until it drains. */
  private static final class SlowSocket implements WriteStream<Buffer> {
    final List<String> events = new ArrayList<>();
    final Client client;
    long held;
    private final GivenNight night;
    private int room;
    private int free;

    private SlowSocket(GivenNight night, Cursor cursor, long held, int room) {
      this.night = night;
      this.held = held;
      this.room = room;
      this.free = room;
      this.client = new Client(this, cursor, new AtomicLong()::get, () -> {});
      client.advance();
    }

    static SlowSocket fresh(GivenNight night, int room) {
      return new SlowSocket(night, Cursor.fromSnapshot(night.feed), -1, room);
    }

    static SlowSocket resuming(GivenNight night, SlowSocket before) {
      Cursor cursor =
          before.held < 0 ? Cursor.fromSnapshot(night.feed) : Cursor.after(night.feed, before.held);
      return new SlowSocket(night, cursor, before.held, before.room);
    }

    void advance() {
      client.advance();
    }

    void drain() {
      free = room;
      client.drained();
    }

    void becomeFast() {
      room = Integer.MAX_VALUE;
      drain();
    }

    @Override
    public Future<Void> write(Buffer data) {
      assertThat(writeQueueFull()).as("written to a full socket").isFalse();
      String[] lines = data.toString().split("\n");
      long revision = Long.parseLong(lines[0].substring("id: ".length()));
      String event = lines[1].substring("event: ".length());
      assertThat(revision).as("%s after revision %d", event, held).isGreaterThan(held);
      if (event.equals("update")) {
        assertThat(revision).as("update after revision %d", held).isEqualTo(held + 1);
      }
      held = revision;
      free--;
      if (room < Integer.MAX_VALUE || events.size() < 100) {
        events.add(event + " " + revision);
      }
      return Future.succeededFuture();
    }

    @Override
    public boolean writeQueueFull() {
      return free <= 0;
    }

    @Override
    public Future<Void> end() {
      return Future.succeededFuture();
    }

    @Override
    public SlowSocket setWriteQueueMaxSize(int maxSize) {
      return this;
    }

    @Override
    public SlowSocket drainHandler(Handler<Void> handler) {
      return this;
    }

    @Override
    public SlowSocket exceptionHandler(Handler<Throwable> handler) {
      return this;
    }
  }
}
