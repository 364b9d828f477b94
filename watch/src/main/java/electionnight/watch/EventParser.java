package electionnight.watch;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a stream of Server-Sent Events as the HTML standard has it, from bytes that may be cut
 * anywhere.
 */
final class EventParser {
  private static final Pattern MILLIS = Pattern.compile("[0-9]{1,9}");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final int longest;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder data = new StringBuilder();
  private final List<Event> events = new ArrayList<>();
  private String id = "";
  private String name = "";
  private Optional<Duration> retry = Optional.empty();
  private boolean tooLong;
  private boolean afterReturn;
  private boolean first = true;

  /**
   * @param longest of a line, in bytes, and of an event's data, in characters
   */
  EventParser(int longest) {
    this.longest = longest;
  }

  /** The events that these bytes complete. */
  List<Event> read(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next == '\n' && afterReturn) {
        afterReturn = false;
      } else if (next == '\n' || next == '\r') {
        afterReturn = next == '\r';
        endLine();
      } else {
        afterReturn = false;
        add(next);
      }
    }
    List<Event> completed = List.copyOf(events);
    events.clear();
    return completed;
  }

  /** How long the server wants a reader to wait before it comes back, where it said so. */
  Optional<Duration> retry() {
    return retry;
  }

  private void add(byte next) {
    if (line.size() < longest) {
      line.write(next);
    } else {
      tooLong = true;
    }
  }

  private void endLine() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    if (first && text.startsWith(BYTE_ORDER_MARK)) {
      text = text.substring(1);
    }
    first = false;
    if (text.isEmpty()) {
      dispatch();
    } else {
      int colon = text.indexOf(':');
      String value = colon < 0 ? "" : text.substring(colon + 1);
      field(
          colon < 0 ? text : text.substring(0, colon),
          value.startsWith(" ") ? value.substring(1) : value);
    }
  }

  private void field(String field, String value) {
    switch (field) {
      case "event" -> name = value;
      case "data" -> addData(value);
      case "id" -> id = value.indexOf('\0') < 0 ? value : id;
      case "retry" -> {
        if (MILLIS.matcher(value).matches()) {
          retry = Optional.of(Duration.ofMillis(Long.parseLong(value)));
        }
      }
      default -> {} // A comment, or a field of a later standard.
    }
  }

  private void addData(String value) {
    if (data.length() + value.length() < longest) {
      data.append(value).append('\n');
    } else {
      tooLong = true;
    }
  }

  private void dispatch() {
    if (tooLong) {
      events.add(new Event(id, name.isEmpty() ? "message" : name, "", true));
    } else if (!data.isEmpty()) {
      data.setLength(data.length() - 1);
      events.add(new Event(id, name.isEmpty() ? "message" : name, data.toString(), false));
    }
    data.setLength(0);
    name = "";
    tooLong = false;
  }
}
