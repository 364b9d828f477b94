package electionnight.dashboard.push;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;

/**
 * One event of a night's stream, encoded once and written to every client as it is.
 *
 * @param revision the night's revision that a client holds once it has read this
 * @param bytes a whole Server-Sent Event, blank line included; must not be changed
 */
record Frame(long revision, Buffer bytes) {

  static Frame update(long revision, byte[] json) {
    return event("update", revision, json);
  }

  static Frame snapshot(long revision, byte[] json) {
    return event("snapshot", revision, json);
  }

  private static Frame event(String name, long revision, byte[] json) {
    String head = "id: " + revision + "\nevent: " + name + "\ndata: ";
    Buffer bytes = Buffer.buffer(head.length() + json.length + 2);
    bytes.appendBytes(head.getBytes(StandardCharsets.US_ASCII));
    bytes.appendBytes(oneLine(json));
    bytes.appendByte((byte) '\n').appendByte((byte) '\n');
    return new Frame(revision, bytes);
  }

  /** A line break would end the data field; in JSON it can only stand where a space may. */
  private static byte[] oneLine(byte[] json) {
    byte[] line = json;
    for (int i = 0; i < json.length; i++) {
      if (json[i] == '\n' || json[i] == '\r') {
        if (line == json) {
          line = json.clone();
        }
        line[i] = ' ';
      }
    }
    return line;
  }
}
