package electionnight.quickstart;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the beginning of each event of a chunked stream as its bytes come in, and skips the rest:
 * each write of the server is one chunk, and holds one event.
 */
final class EventParser {
  private static final Pattern HEAD = Pattern.compile("HTTP/1\\.1 (\\d+)");
  private static final int LONGEST_HEAD = 16 * 1024;
  private static final int BEGINNING = 80;

  private enum At {
    HEAD,
    SIZE,
    CHUNK,
    BREAK
  }

  /** Is told of each event. */
  @FunctionalInterface
  interface Events {
    /**
     * @param id its id as sent, such as {@code 17}
     */
    void event(String name, String id);
  }

  private final Events events;
  private final byte[] beginning = new byte[BEGINNING];
  private final StringBuilder head = new StringBuilder();
  private At at = At.HEAD;
  private int size;
  private int seen;

  EventParser(Events events) {
    this.events = events;
  }

  /**
   * @throws IOException when the answer is no stream
   */
  void take(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      switch (at) {
        case HEAD -> head(bytes.get());
        case SIZE -> size(bytes.get());
        case CHUNK -> chunk(bytes);
        case BREAK -> {
          if (bytes.get() == '\n') {
            at = At.SIZE;
          }
        }
      }
    }
  }

  private void head(byte next) throws IOException {
    head.append((char) next);
    if (head.length() > LONGEST_HEAD) {
      throw new IOException("the head of the answer does not end");
    }
    if (next == '\n' && head.indexOf("\r\n\r\n") >= 0) {
      Matcher status = HEAD.matcher(head);
      if (!status.lookingAt() || !status.group(1).equals("200")) {
        throw new IOException("the answer is no stream: " + head.substring(0, head.indexOf("\r")));
      }
      head.setLength(0);
      at = At.SIZE;
    }
  }

  private void size(byte next) {
    int digit = Character.digit(next, 16);
    if (digit >= 0) {
      size = size * 16 + digit;
    } else if (next == '\n') {
      at = At.CHUNK;
    }
  }

  private void chunk(ByteBuffer bytes) {
    int now = Math.min(size - seen, bytes.remaining());
    int kept = Math.max(0, Math.min(now, BEGINNING - seen));
    bytes.get(beginning, Math.min(seen, BEGINNING), kept);
    bytes.position(bytes.position() + now - kept);
    seen += now;
    if (seen == size) {
      told(new String(beginning, 0, Math.min(size, BEGINNING), StandardCharsets.UTF_8));
      size = 0;
      seen = 0;
      at = At.BREAK;
    }
  }

  private void told(String event) {
    String[] lines = event.split("\n", 3);
    if (lines.length == 3 && lines[0].startsWith("id: ") && lines[1].startsWith("event: ")) {
      events.event(lines[1].substring("event: ".length()), lines[0].substring("id: ".length()));
    }
  }
}
