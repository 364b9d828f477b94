package electionnight.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.cli.UserError;
import electionnight.wire.Json;
import electionnight.wire.KafkaSettings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An app whose Kafka takes connections and says nothing, which is the worst that it can do. */
@TestInstance(Lifecycle.PER_CLASS)
class AdminServerTest {
  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final HttpClient http = HttpClient.newHttpClient();
  private final Queue<String> done = new ConcurrentLinkedQueue<>();
  private ServerSocket silentKafka;
  private AdminServer server;

  @BeforeAll
  void start() throws IOException {
    silentKafka = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    server = start(OptionalInt.of(0));
  }

  @AfterAll
  void stop() throws IOException {
    server.close();
    silentKafka.close();
  }

  @Test
  void tellsPrometheusWhatIsMeasuredOfTheAppAndOfEveryProcess() throws Exception {
    Counter.builder("election.night.tests").register(meters).increment();

    HttpResponse<String> answer = get("/metrics");

    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(answer.body())
        .contains("election_night_tests_total 1.0", "election_night_build_info{app=\"tester\"")
        .contains("election_night_ready 0.0")
        .contains("jvm_memory_used_bytes", "process_cpu_usage", "logback_events_total");
  }

  @Test
  void isAliveWhateverItsKafkaDoes() throws Exception {
    HttpResponse<String> answer = get("/health/live");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
  }

  @Test
  void isNotReadyWhileKafkaIsSilentAndSaysSoInPlainWords() {
    await("the first look")
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              HttpResponse<String> answer = get("/health/ready");
              assertThat(answer.statusCode()).isEqualTo(503);
              assertThat(json(answer))
                  .hasToString(
                      ("{\"status\":\"DOWN\",\"checks\":["
                              + "{\"name\":\"kafka\",\"status\":\"DOWN\",\"reason\":\"Kafka at %s"
                              + " does not answer\"},{\"name\":\"view\",\"status\":\"UP\"}]}")
                          .formatted(silentAddress()));
            });
  }

  @Test
  void tellsWhichBuildItIs() throws Exception {
    JsonNode info = json(get("/info"));

    assertThat(info.path("app").textValue()).isEqualTo("tester");
    assertThat(info.path("commit").textValue()).matches("[0-9a-f]{40}|unknown");
    assertThat(info.path("java").textValue()).isEqualTo(System.getProperty("java.version"));
  }

  @Test
  void doesWhatTheAppLetsBeDone() throws Exception {
    HttpResponse<String> answer =
        send(request("/things/seven/start").POST(BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(done).containsExactly("seven");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/health/live", "/info", "/things"})
  void answersHeadAsGetWithoutTheBody(String path) throws Exception {
    HttpResponse<String> answer = send(request(path).method("HEAD", BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValueAsLong("Content-Length").orElse(0)).isPositive();
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /metrics, 405, This path takes GET., 'GET, HEAD'",
    "GET, /things/seven/start, 405, This path takes POST., POST",
    "POST, /things/start, 404, There are, ",
    "GET, /metrics/, 404, There are, ",
    "GET, /, 404, 'There are /metrics, /health/live, /health/ready, /info, /things,', "
  })
  void aWrongRequestIsAProblemThatSaysWhatWasExpected(
      String method, String path, int status, String detail, String allow) throws Exception {
    HttpResponse<String> answer = send(request(path).method(method, BodyPublishers.noBody()));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("\"status\":" + status).contains(detail);
    assertThat(answer.headers().firstValue("Allow")).isEqualTo(Optional.ofNullable(allow));
  }

  @Test
  void aBugOfTheAppIsAProblemOfOneRequest() throws Exception {
    assertThat(get("/broken").statusCode()).isEqualTo(500);
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void aPageInABrowserMayAskNothing() throws Exception {
    assertThat(send(request("/things").header("Origin", "https://a.b")).statusCode())
        .isEqualTo(403);
  }

  /** As a page asks whose name was made to point to this machine. */
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
            "The admin port %d cannot be had at 127.0.0.1; choose another with --admin-port, or off.",
            server.port().orElseThrow());
  }

  @Test
  void canBeLeftOut() {
    try (AdminServer none = start(OptionalInt.empty())) {
      assertThat(none.port()).isEmpty();
      assertThat(none.address()).isEmpty();
    }
  }

  private AdminServer start(OptionalInt port) {
    return AdminServer.start(
        new AdminSettings("127.0.0.1", port),
        new Observed(
            "tester",
            new KafkaSettings(silentAddress(), "", Map.of()),
            meters,
            List.of(new HealthCheck("view", Optional::empty)),
            List.of(
                Route.get("/things", () -> Answer.json(List.of("seven"))),
                Route.get(
                    "/broken",
                    () -> {
                      throw new IllegalStateException("a bug, for this test");
                    }),
                Route.post(
                    "/things/{id}/start",
                    id -> {
                      done.add(id);
                      return Answer.accepted();
                    }))));
  }

  private String silentAddress() {
    return "127.0.0.1:" + silentKafka.getLocalPort();
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return Json.shared().readTree(answer.body());
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address().orElseThrow() + path));
  }

  private int statusFor(String host) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port().orElseThrow())) {
      socket
          .getOutputStream()
          .write(
              ("GET /things HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }
}
