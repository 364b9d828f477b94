import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;

/** Prints the alerts of a night as they come: java Alerts.java SERVER NIGHT */
class Alerts {
  private static String lastEventId = "";

  public static void main(String[] arguments) throws InterruptedException {
    String server = arguments.length > 0 ? arguments[0] : "http://localhost:8080";
    String night = arguments.length > 1 ? arguments[1] : "general-election-2024";
    URI stream = URI.create(server + "/api/nights/" + night + "/stream?only=alerts");
    HttpClient client = HttpClient.newHttpClient();
    while (true) {
      HttpRequest.Builder request = HttpRequest.newBuilder(stream);
      if (!lastEventId.isEmpty()) {
        request.header("Last-Event-ID", lastEventId);
      }
      try {
        var response = client.send(request.build(), BodyHandlers.ofLines());
        if (response.statusCode() == 200) {
          print(response.body().iterator());
        }
      } catch (java.io.IOException | java.io.UncheckedIOException e) {
        System.err.println("The connection is gone: " + e);
      }
      Thread.sleep(2_000);
    }
  }

  private static void print(Iterator<String> lines) {
    String id = lastEventId;
    String alerts = "";
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith("id: ")) {
        id = line.substring(4);
      } else if (line.startsWith("data: ") && line.contains("\"alerts\":")) {
        alerts = line.substring(6);
      } else if (line.isEmpty()) {
        // Only now is the event here as a whole.
        if (!alerts.isEmpty()) {
          System.out.println(alerts);
        }
        lastEventId = id;
        alerts = "";
      }
    }
  }
}
