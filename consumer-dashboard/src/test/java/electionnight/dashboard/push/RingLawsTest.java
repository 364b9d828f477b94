package electionnight.dashboard.push;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.dashboard.testing.ANight;
import electionnight.dashboard.view.NightView;
import electionnight.dashboard.view.Replaced;
import electionnight.dashboard.view.Selection;
import electionnight.domain.Update;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever happens in whatever order, every client gets every revision that it follows in order or
 * a snapshot, and nothing twice.
 */
class RingLawsTest {
  private static final int STEPS = 2_000;
  private static final byte[] JSON = "{}".getBytes(StandardCharsets.US_ASCII);
  private static final EveryNth ALL = new EveryNth(1);

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
        case 0 ->
            sockets.add(
                SlowSocket.fresh(
                    night, new EveryNth(1 + random.nextInt(3)), 1 + random.nextInt(4)));
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
      assertThat(socket.follows.upTo(night.revision))
          .as("last revision of %s in the end, holding %d", socket.follows, socket.held)
          .isLessThanOrEqualTo(socket.held);
    }
  }

  @Test
  void noSnapshotIsSentWhileTheRingHoldsWhatIsNext() {
    GivenNight night = new GivenNight(16);
    SlowSocket socket = SlowSocket.fresh(night, ALL, 1);
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
    SlowSocket socket = SlowSocket.fresh(night, ALL, 1);
    night.append(5);
    socket.becomeFast();
    night.append(1);
    socket.advance();
    assertThat(socket.events).containsExactly("snapshot 0", "snapshot 5", "update 6");
    assertThat(night.resyncs).hasValue(1);
  }

  @Test
  void whatTheSameSelectionIsToldIsEncodedOnceForAll() {
    GivenNight night = new GivenNight(4);
    night.append(5);
    Counting counting = new Counting();
    List<SlowSocket> sockets =
        List.of(SlowSocket.fresh(night, counting, 9), SlowSocket.fresh(night, counting, 9));
    assertThat(counting.snapshots).as("snapshots encoded").hasValue(1);

    night.append(2);
    sockets.forEach(SlowSocket::advance);
    assertThat(counting.updates).as("updates encoded").hasValue(2);
    assertThat(SlowSocket.fresh(night, counting, 9).events).containsExactly("snapshot 7");
    assertThat(counting.snapshots).as("snapshots encoded").hasValue(2);
  }

  @Test
  void aSnapshotIsEncodedAnewWhenTheTermsOfANightWithoutUpdatesAreAmended() {
    GivenNight night = new GivenNight(4);
    Counting counting = new Counting();
    SlowSocket.fresh(night, counting, 9);
    night.referenceVersion++;
    SlowSocket.fresh(night, counting, 9);
    assertThat(counting.snapshots).as("snapshots encoded").hasValue(2);
  }

  @Test
  void anIdOfAnotherLogGetsASnapshot() {
    GivenNight night = new GivenNight(8);
    night.append(5);
    Channel channel = night.feed.channel(ALL, EventFormat.SERVER_SENT);

    assertThat(Cursor.after(channel, new EventId(4, Optional.of("other"))).poll().revision())
        .as("of another log")
        .isEqualTo(5);
    assertThat(Cursor.after(channel, new EventId(2, Optional.of(night.log()))).poll().revision())
        .as("of this log")
        .isEqualTo(3);
    assertThat(Cursor.after(channel, new EventId(2, Optional.empty())).poll().revision())
        .as("of a log it does not name")
        .isEqualTo(3);
  }

  @Test
  void whoWasToldMoreByAnotherReplicaGoesOnWhenThisOneIsAsFar() {
    GivenNight night = new GivenNight(8);
    night.append(5);
    Channel channel = night.feed.channel(ALL, EventFormat.SERVER_SENT);

    Cursor ahead = Cursor.after(channel, new EventId(6, Optional.of(night.log())));
    assertThat(ahead.poll()).as("before this one has revision 7").isNull();
    night.append(1);
    assertThat(ahead.poll()).as("what it holds").isNull();
    night.append(1);
    assertThat(ahead.poll().revision()).isEqualTo(7);

    assertThat(Cursor.after(channel, new EventId(9, Optional.empty())).poll().revision())
        .as("of a log it does not name")
        .isEqualTo(7);
  }

  @Test
  void aGapInTheRevisionsIsBridgedByASnapshot() {
    GivenNight night = new GivenNight(8);
    SlowSocket socket = SlowSocket.fresh(night, ALL, 8);
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
      SlowSocket socket = SlowSocket.fresh(night, ALL, Integer.MAX_VALUE);
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

  /** Follows the revisions that a number divides. */
  private record EveryNth(int n) implements Selection {
    /** The last revision up to a given one that it follows. */
    long upTo(long revision) {
      return revision / n * n;
    }

    @Override
    public byte[] snapshot(NightView night) {
      return JSON;
    }

    @Override
    public Optional<byte[]> update(Update update, byte[] json, Replaced before) {
      return update.revision() % n == 0 ? Optional.of(json) : Optional.empty();
    }
  }

  /** Follows everything and counts what is encoded for it. */
  private static final class Counting implements Selection {
    final AtomicInteger snapshots = new AtomicInteger();
    final AtomicInteger updates = new AtomicInteger();

    @Override
    public byte[] snapshot(NightView night) {
      snapshots.incrementAndGet();
      return JSON;
    }

    @Override
    public Optional<byte[]> update(Update update, byte[] json, Replaced before) {
      updates.incrementAndGet();
      return Optional.of(json);
    }
  }

  /** A night whose view is always at least as new as its ring, as in production. */
  private static final class GivenNight {
    private static final ANight NIGHT = ANight.of("a-night");
    private static final Update ANY = NIGHT.update(1);

    final AtomicInteger resyncs = new AtomicInteger();
    final Feed feed;
    volatile long revision;
    long referenceVersion;

    GivenNight(int capacity) {
      feed = new Feed(capacity, this::view, resyncs::incrementAndGet);
    }

    private NightView view() {
      return new NightView(
          NIGHT.election(),
          ANight.electionRecord(0),
          Instant.EPOCH,
          Map.of(),
          referenceVersion,
          revision,
          ANY.scoreboard(),
          Map.of(),
          List.of());
    }

    String log() {
      return view().log();
    }

    void append(int count) {
      for (int i = 0; i < count; i++) {
        append(Optional.of(new Replaced(ANY.scoreboard(), Map.of(), Map.of())));
      }
    }

    void skip(int missing) {
      revision += missing;
      append(Optional.empty());
    }

    private void append(Optional<Replaced> before) {
      revision++;
      Update update =
          new Update(
              ANY.election(), revision, ANY.receipt(), List.of(), ANY.scoreboard(), List.of());
      feed.ring().append(new Publication(feed, update, JSON, before, 0, true));
    }
  }

  /** A client behind a connection that takes a few events, then none until it drains. */
  private static final class SlowSocket implements Outlet {
    final List<String> events = new ArrayList<>();
    final Client client;
    final EveryNth follows;
    long held;
    private final GivenNight night;
    private final Selection selection;
    private int room;
    private int free;

    private SlowSocket(
        GivenNight night, Selection selection, Optional<EventId> resumed, long held, int room) {
      this.night = night;
      this.selection = selection;
      this.follows = selection instanceof EveryNth nth ? nth : ALL;
      this.held = held;
      this.room = room;
      this.free = room;
      Channel channel = night.feed.channel(selection, format());
      this.client =
          new Client(
              this,
              resumed
                  .map(id -> Cursor.after(channel, id))
                  .orElseGet(() -> Cursor.fromSnapshot(channel)),
              new AtomicLong()::get);
      client.advance();
    }

    static SlowSocket fresh(GivenNight night, Selection selection, int room) {
      return new SlowSocket(night, selection, Optional.empty(), -1, room);
    }

    static SlowSocket resuming(GivenNight night, SlowSocket before) {
      Optional<EventId> id =
          Optional.of(before.held)
              .filter(held -> held >= 0)
              .map(held -> new EventId(held, Optional.of(night.log())));
      return new SlowSocket(night, before.selection, id, before.held, before.room);
    }

    void advance() {
      client.advance();
    }

    void drain() {
      free = room;
      client.advance();
    }

    void becomeFast() {
      room = Integer.MAX_VALUE;
      drain();
    }

    @Override
    public EventFormat format() {
      return EventFormat.SERVER_SENT;
    }

    @Override
    public void write(Buffer data) {
      assertThat(isFull()).as("written to a full socket").isFalse();
      String[] lines = data.toString().split("\n");
      long revision =
          EventId.parse(lines[0].substring("id: ".length())).map(EventId::revision).orElseThrow();
      String event = lines[1].substring("event: ".length());
      if (event.equals("update")) {
        assertThat(revision)
            .as("update after revision %d, following %s", held, follows)
            .isEqualTo(follows.upTo(held) + follows.n());
      } else {
        assertThat(revision).as("snapshot after revision %d", held).isGreaterThan(held);
      }
      held = revision;
      free--;
      if (room < Integer.MAX_VALUE || events.size() < 100) {
        events.add(event + " " + revision);
      }
    }

    @Override
    public boolean isClosed() {
      return false;
    }

    @Override
    public boolean isFull() {
      return free <= 0;
    }

    @Override
    public void end() {}

    @Override
    public void drop() {}

    @Override
    public void onDrain(Runnable drained) {}

    @Override
    public void onClose(Runnable closed) {}
  }
}
