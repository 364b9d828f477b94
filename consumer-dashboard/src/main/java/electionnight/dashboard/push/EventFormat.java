package electionnight.dashboard.push;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How an event is written to a connection. */
enum EventFormat {
  /** As a Server-Sent Event, blank line included. */
  SERVER_SENT {
    @Override
    Buffer event(String name, Optional<EventId> id, byte[] json) {
      return enclosed(
          id.map(told -> "id: " + told + "\n").orElse("") + "event: " + name + "\ndata: ",
          oneLine(json),
          "\n\n");
    }
  },
  /** As the text of a WebSocket message, which is a JSON object. */
  SOCKET {
    @Override
    Buffer event(String name, Optional<EventId> id, byte[] json) {
      return enclosed(
          "{\"event\":\""
              + name
              + "\","
              + id.map(told -> "\"id\":\"" + told + "\",").orElse("")
              + "\"data\":",
          json,
          "}");
    }
  };

  /**
   * An event in this format.
   *
   * @param id empty for one that leaves the client where it is
   * @param json its data
   */
  abstract Buffer event(String name, Optional<EventId> id, byte[] json);

  private static Buffer enclosed(String head, byte[] json, String tail) {
    return Buffer.buffer(head.length() + json.length + tail.length())
        .appendBytes(head.getBytes(StandardCharsets.US_ASCII))
        .appendBytes(json)
        .appendBytes(tail.getBytes(StandardCharsets.US_ASCII));
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
