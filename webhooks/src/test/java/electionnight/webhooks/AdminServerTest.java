package electionnight.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import electionnight.cli.UserError;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminServerTest {
  private final AdminServer server = start(0);

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /endpoints, 405, This path takes GET.",
    "POST, /metrics, 405, This path takes GET.",
    "POST, /endpoints/nobody/resume, 404, There is no such endpoint",
    "POST, /endpoints/resume, 404, There is no such endpoint",
    "GET, /, 404, '/endpoints, /endpoints/{id}/resume and /metrics'",
  })
  void aWrongRequestIsAProblemThatSaysWhatWasExpected(
      String method, String path, int status, String detail) throws Exception {
    HttpResponse<String> response = send(request(path).method(method, BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(response.body()).contains("\"status\":" + status).contains(detail);
  }

  @Test
  void aPageInABrowserMayAskNothing() throws Exception {
    assertThat(send(request("/endpoints").header("Origin", "https://a.b")).statusCode())
        .isEqualTo(403);
  }

  /** As a page asks whose name was made to point to this machine. */
  @Test
  void whoAsksForAnotherMachineIsToldThatThisIsNotIt() throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /endpoints HTTP/1.1\r\nHost: news.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));

      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
          .startsWith("HTTP/1.1 421")
          .contains("only for this machine");
    }
  }

  @Test
  void aPortThatIsTakenIsOneSentence() {
    assertThatThrownBy(() -> start(server.port()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "The admin port %d cannot be had at 127.0.0.1; choose another with --admin-port, or off.",
            server.port());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private static AdminServer start(int port) {
    return AdminServer.start(
        new InetSocketAddress("127.0.0.1", port),
        List.of(),
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
  }
}
