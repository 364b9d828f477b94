package electionnight.dashboard.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A reader of Server-Sent Events that keeps up. */
public final class EventStream implements AutoCloseable {
  private final HttpHeaders headers;
  private final Stream<String> lines;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final List<Event> heartbeats = new CopyOnWriteArrayList<>();
  private final List<String> comments = new CopyOnWriteArrayList<>();
  private final List<String> retries = new CopyOnWriteArrayList<>();
  private volatile boolean ended;

  /**
   * One event.
   *
   * @param id its id as sent; null where the stream told none yet
   * @param name its type
   * @param data its data as sent
   */
  public record Event(String id, String name, String data) {
    public JsonNode json() {
      return RunningDashboard.parse(data.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
      return name + " " + id.replaceFirst("-.*", "");
    }
  }

  private EventStream(HttpHeaders headers, Stream<String> lines) {
    this.headers = headers;
    this.lines = lines;
    Thread reader = new Thread(this::read, "event-stream");
    reader.setDaemon(true);
    reader.start();
  }

  static EventStream open(HttpClient client, HttpRequest request) {
    try {
      HttpResponse<Stream<String>> response =
          client.sendAsync(request, BodyHandlers.ofLines()).get(20, TimeUnit.SECONDS);
      assertThat(response.statusCode()).as("status of %s", request.uri()).isEqualTo(200);
      return new EventStream(response.headers(), response.body());
    } catch (Exception e) {
      throw new IllegalStateException("no stream at " + request.uri(), e);
    }
  }

  public HttpHeaders headers() {
    return headers;
  }

  public List<Event> events() {
    return events;
  }

  /** The events as {@code snapshot 0}, {@code update 1}, heartbeats left out. */
  public List<String> names() {
    return events.stream().map(Event::toString).toList();
  }

  public List<Event> heartbeats() {
    return heartbeats;
  }

  public List<String> comments() {
    return comments;
  }

  public List<String> retries() {
    return retries;
  }

  public boolean ended() {
    return ended;
  }

  @Override
  public void close() {
    lines.close();
  }

  private void read() {
    String[] fields = new String[3];
    try {
      lines.forEach(line -> take(line, fields));
    } catch (RuntimeException e) {
      comments.add("broken: " + e.getMessage());
    }
    ended = true;
  }

  private void take(String line, String[] fields) {
    if (line.startsWith("id: ")) {
      fields[0] = line.substring(4);
    } else if (line.startsWith("event: ")) {
      fields[1] = line.substring(7);
    } else if (line.startsWith("data: ")) {
      fields[2] = line.substring(6);
    } else if (line.startsWith(":")) {
      comments.add(line);
    } else if (line.startsWith("retry: ")) {
      retries.add(line);
    } else if (line.isEmpty() && fields[1] != null) {
      (fields[1].equals("heartbeat") ? heartbeats : events)
          .add(new Event(fields[0], fields[1], fields[2]));
      fields[1] = null;
    }
  }
}
