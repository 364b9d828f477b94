package electionnight.dashboard.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import electionnight.testing.Requirement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the examples on the page for developers do when a connection breaks. */
@Timeout(60)
class DeveloperExamplesTest {
  private static final Path EXAMPLES = Path.of("src/main/resources/web/developers");
  private static final String ALERTS =
      "{\"alerts\":[{\"id\":\"a\",\"revision\":1,\"state\":\"ISSUED\",\"headline\":\"%s\"}]}";

  @ParameterizedTest
  @CsvSource({"python3, alerts.py", "java, Alerts.java"})
  void anEventOfWhichOnlyAPartCameIsAskedForAgain(String program, String file) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process example = start(program, file, "http://localhost:" + server.getLocalPort());
      try (BufferedReader printed = example.inputReader(UTF_8)) {
        try (Socket first = server.accept()) {
          lastEventId(first);
          send(first, "id: 1-k\nevent: update\ndata: " + ALERTS.formatted("whole") + "\n\n");
          assertThat(printed.readLine()).as("the first").contains("whole");
          send(first, "event: heartbeat\ndata: {\"revision\":1}\n\n");
          send(first, "id: 2-k\nevent: update\ndata: " + ALERTS.formatted("half").substring(0, 30));
        }
        try (Socket second = server.accept()) {
          assertThat(lastEventId(second)).as("resumes after").isEqualTo("1-k");
          send(second, "id: 2-k\nevent: update\ndata: " + ALERTS.formatted("half") + "\n\n");

          assertThat(printed.readLine()).as("the second").contains("half");
        }
      } finally {
        example.destroyForcibly();
      }
    }
  }

  private static Process start(String program, String file, String server) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String command = program.equals("java") ? java.toString() : Requirement.tool(program);
    return new ProcessBuilder(List.of(command, EXAMPLES.resolve(file).toString(), server))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Reads a request, and begins to answer it. */
  private static String lastEventId(Socket socket) throws IOException {
    BufferedReader request =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
    String held = "";
    for (String line = request.readLine(); !line.isEmpty(); line = request.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("last-event-id: ")) {
        held = line.substring("last-event-id: ".length());
      }
    }
    socket
        .getOutputStream()
        .write(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"
                .getBytes(UTF_8));
    return held;
  }

  private static void send(Socket socket, String text) throws IOException {
    String chunk = Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    socket.getOutputStream().write(chunk.getBytes(UTF_8));
  }
}
