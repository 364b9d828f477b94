package electionnight.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Thousands of readers of one night, read by one thread, and others that never read. */
final class Crowd implements AutoCloseable {
  private static final int READ_BYTES = 256 * 1024;

  private final String path;
  private final Selector selector;
  private final List<Spectator> spectators = new ArrayList<>();
  private final List<SocketChannel> silent = new ArrayList<>();

  private Crowd(String path, Selector selector) {
    this.path = path;
    this.selector = selector;
  }

  static Crowd of(String election) throws IOException {
    Crowd crowd = new Crowd("/api/nights/" + election + "/stream", Selector.open());
    Thread reader = new Thread(crowd::read, "crowd");
    reader.setDaemon(true);
    reader.start();
    return crowd;
  }

  /** Spectators that read, on one of several replicas each in turn. */
  void join(int count, int... ports) throws IOException {
    for (int i = 0; i < count; i++) {
      Spectator spectator = new Spectator(path);
      spectators.add(spectator);
      connect(spectator, ports[i % ports.length]);
    }
  }

  /** Spectators that ask and do not read. */
  void joinSilently(int count, int port) throws IOException {
    for (int i = 0; i < count; i++) {
      silent.add(Spectator.silent(port, path));
    }
  }

  /** Lets those whose connection is gone come back, to another replica if it must be. */
  void comeBack(int port) throws IOException {
    for (Spectator spectator : spectators) {
      if (!spectator.connected()) {
        connect(spectator, port);
      }
    }
  }

  List<Spectator> spectators() {
    return spectators;
  }

  /** The highest revision that anyone holds. */
  long furthest() {
    return spectators.stream().mapToLong(Spectator::revision).max().orElse(-1);
  }

  /** Whether every spectator holds a revision. */
  boolean allAt(long revision) {
    return spectators.stream().allMatch(spectator -> spectator.revision() >= revision);
  }

  /** What did not follow what was before it, for each spectator that saw such a thing. */
  List<String> wrong() {
    return spectators.stream().map(Spectator::wrong).filter(text -> !text.isEmpty()).toList();
  }

  long deliveries() {
    return spectators.stream().mapToLong(Spectator::updates).sum();
  }

  @Override
  public void close() throws IOException {
    selector.close();
    spectators.forEach(Spectator::close);
    for (SocketChannel channel : silent) {
      channel.close();
    }
  }

  private void connect(Spectator spectator, int port) throws IOException {
    spectator.connect(port).register(selector, SelectionKey.OP_READ, spectator);
    selector.wakeup();
  }

  private void read() {
    ByteBuffer shared = ByteBuffer.allocateDirect(READ_BYTES);
    try {
      while (selector.isOpen()) {
        selector.select(key -> ((Spectator) key.attachment()).read(shared));
      }
    } catch (ClosedSelectorException end) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
