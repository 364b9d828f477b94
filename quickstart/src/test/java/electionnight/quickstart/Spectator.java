package electionnight.quickstart;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * One reader of a night among many: keeps nothing but how far it is, and whether ever an event came
 * that did not follow the one before.
 */
final class Spectator {
  private static final int RECEIVE_BYTES = 64 * 1024;

  private final String path;
  private SocketChannel channel;
  private EventParser parser;
  private volatile String id = "";
  private volatile long revision = -1;
  private volatile long updates;
  private volatile long snapshots;
  private volatile String wrong = "";
  private volatile boolean connected;

  /**
   * @param path of the stream
   */
  Spectator(String path) {
    this.path = path;
  }

  /** Asks for the stream, from the last event on where there was one. */
  SocketChannel connect(int port) throws IOException {
    parser = new EventParser(this::event);
    channel = request(port, path, id, RECEIVE_BYTES);
    connected = true;
    channel.configureBlocking(false);
    return channel;
  }

  /** A connection that asks for the stream and is never read. */
  static SocketChannel silent(int port, String path) throws IOException {
    return request(port, path, "", 4 * 1024);
  }

  /** Takes what has come in. */
  void read(ByteBuffer shared) {
    try {
      shared.clear();
      if (channel.read(shared) < 0) {
        connected = false;
      } else {
        parser.take(shared.flip());
      }
    } catch (IOException e) {
      connected = false;
      if (e.getMessage().contains("no stream")) {
        wrong = e.getMessage();
      }
    }
    if (!connected) {
      close();
    }
  }

  void close() {
    connected = false;
    try {
      channel.close();
    } catch (IOException e) {
      wrong = "cannot be closed: " + e.getMessage();
    }
  }

  boolean connected() {
    return connected;
  }

  /** The revision it holds; -1 before the first event. */
  long revision() {
    return revision;
  }

  long updates() {
    return updates;
  }

  long snapshots() {
    return snapshots;
  }

  /** What was wrong with the order of the events; empty where nothing was. */
  String wrong() {
    return wrong;
  }

  private static SocketChannel request(int port, String path, String id, int receiveBytes)
      throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBytes);
    channel.connect(new InetSocketAddress("localhost", port));
    String resumed = id.isEmpty() ? "" : "Last-Event-ID: " + id + "\r\n";
    channel.write(
        StandardCharsets.US_ASCII.encode(
            "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + resumed + "\r\n"));
    return channel;
  }

  private void event(String name, String eventId) {
    long next = Long.parseLong(eventId.split("-", 2)[0]);
    boolean follows =
        name.equals("snapshot") ? next > revision : revision >= 0 && next == revision + 1;
    if (!follows && wrong.isEmpty()) {
      wrong = name + " " + next + " after revision " + revision;
    }
    if (name.equals("snapshot")) {
      snapshots++;
    } else {
      updates++;
    }
    id = eventId;
    revision = next;
  }
}
