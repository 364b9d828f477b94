package electionnight.dashboard.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A reader with a small buffer that asks for a stream and then does not read it. */
final class SleepingReader implements AutoCloseable {
  private static final int SMALL_BUFFER = 4 * 1024;
  private static final int PATIENCE_MS = 20_000;

  private final Socket socket;

  private SleepingReader(Socket socket) {
    this.socket = socket;
  }

  static SleepingReader of(int port, String path) throws IOException {
    return asking(port, path, "");
  }

  static SleepingReader ofSocket(int port, String path) throws IOException {
    return asking(
        port,
        path,
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
  }

  private static SleepingReader asking(int port, String path, String headers) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(SMALL_BUFFER);
    socket.setSoTimeout(PATIENCE_MS);
    socket.connect(new InetSocketAddress("localhost", port));
    socket
        .getOutputStream()
        .write(
            ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    return new SleepingReader(socket);
  }

  /** Reads at last; the events seen, {@code update 1}, up to a line or the end of the stream. */
  List<String> wakeUpUntil(String idLine) throws IOException {
    List<String> events = new ArrayList<>();
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    String id = "";
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) {
          id = line.replaceFirst("-.*", "");
        } else if (line.startsWith("event: ")) {
          events.add(line.substring("event: ".length()) + id.substring("id:".length()));
          if (id.equals(idLine)) {
            return events;
          }
        }
      }
    } catch (SocketException reset) {
      return events;
    }
    return events;
  }

  /** Ends a WebSocket, still without reading. */
  void sayGoodbye() throws IOException {
    // The close frame of RFC 6455 for 1000, masked with zeros.
    socket
        .getOutputStream()
        .write(new byte[] {(byte) 0x88, (byte) 0x82, 0, 0, 0, 0, 0x03, (byte) 0xE8});
  }

  /** Whether the other side has let go of the connection, found out without reading. */
  boolean isCutOff() {
    try {
      socket.getOutputStream().write('\n');
      return false;
    } catch (IOException refused) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
