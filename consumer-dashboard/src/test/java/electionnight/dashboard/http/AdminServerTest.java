package electionnight.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.cli.UserError;
import electionnight.dashboard.testing.RunningDashboard;
import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(Lifecycle.PER_CLASS)
class AdminServerTest {
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private AdminServer server;
  private RunningDashboard http;

  @BeforeAll
  void start() {
    server = start(OptionalInt.of(0));
    http = new RunningDashboard(server.port().orElseThrow());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void tellsPrometheusWhatIsMeasured() {
    Counter.builder("election.night.tests").register(meters).increment();

    HttpResponse<byte[]> answer = http.get("/metrics");

    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .contains("election_night_tests_total 1.0");
  }

  @Test
  void tellsWhoIsIn() {
    JsonNode clients = http.json("/clients");

    assertThat(clients)
        .hasToString(
            "{\"clients\":3,\"addresses\":{\"192.0.2.1\":2},\"refused\":{\"total\":7},"
                + "\"resyncs\":5,\"slowCloses\":4}");
  }

  @Test
  void hasNothingElse() {
    assertThat(http.get("/api/nights").statusCode()).isEqualTo(404);
    assertThat(http.send("POST", "/metrics").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "LOCALHOST:8081, 200",
    "127.0.0.1:8081, 200",
    "[::1]:8081, 200",
    "evil.example, 421",
    "localhost.evil.example:8081, 421",
    "192.0.2.1, 421"
  })
  void answersToNamesOfThisMachineOnly(String host, int status) throws IOException {
    assertThat(statusFor(host)).isEqualTo(status);
  }

  @Test
  void aPortThatIsTakenIsOneSentence() {
    assertThatExceptionOfType(UserError.class)
        .isThrownBy(() -> start(server.port()))
        .withMessage(
            "Port %d is in use; choose another with --admin-port, or 0 for a free one.",
            server.port().orElseThrow());
  }

  @Test
  void canBeLeftOut() {
    try (AdminServer none = start(OptionalInt.empty())) {
      assertThat(none.port()).isEmpty();
    }
  }

  private AdminServer start(OptionalInt port) {
    return AdminServer.start(
        new AdminSettings("127.0.0.1", port),
        meters,
        () -> new ClientsReport(3, Map.of("192.0.2.1", 2), Map.of("total", 7L), 5, 4));
  }

  private int statusFor(String host) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", http.port())) {
      socket
          .getOutputStream()
          .write(
              ("GET /clients HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }
}
