package electionnight.quickstart;

import electionnight.domain.ElectionId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A plain client of the event stream, which notes the name and the revision of each event. */
final class StreamReader implements AutoCloseable {
  private final InputStream body;
  private final List<String> events = new CopyOnWriteArrayList<>();

  private StreamReader(InputStream body) {
    this.body = body;
  }

  static StreamReader open(int port, ElectionId night) throws InterruptedException {
    URI uri = URI.create("http://localhost:" + port + "/api/nights/" + night + "/stream");
    try {
      StreamReader reader =
          new StreamReader(
              HttpClient.newHttpClient()
                  .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofInputStream())
                  .body());
      Thread thread = new Thread(reader::read, "stream-reader");
      thread.setDaemon(true);
      thread.start();
      return reader;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What came so far, each as {@code update 17}. */
  List<String> events() {
    return events;
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    String id = "";
    String event = "";
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id:")) {
          id = line.substring(3).strip().replaceFirst("-.*", "");
        } else if (line.startsWith("event:")) {
          event = line.substring(6).strip();
        } else if (line.isEmpty() && !event.isEmpty()) {
          if (!event.equals("heartbeat")) {
            events.add(event + " " + id);
          }
          event = "";
        }
      }
    } catch (IOException e) {
      events.add("broken off");
    }
  }
}
