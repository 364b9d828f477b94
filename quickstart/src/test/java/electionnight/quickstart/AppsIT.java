package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.webhooks.Receiver;
import electionnight.wire.Json;
import electionnight.wire.MessageType;
import electionnight.wire.Topic;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Each app as a process of its own, as those see it who run it. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class AppsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TOKEN = "a-token-for-this-test-alone-0123456789";
  private static final RecordedNight NIGHT = Nights.open("by-elections-2023-10-19");

  @TempDir private static Path folder;

  private final Receiver newsroom = Receiver.start();
  private final HttpClient http = HttpClient.newHttpClient();
  private final Map<String, Program> apps = new LinkedHashMap<>();
  private final Map<String, String> adminPorts = new LinkedHashMap<>();
  private BrokerWithTopics broker;
  private String intake;

  @BeforeAll
  void start() throws IOException, InterruptedException {
    broker = BrokerWithTopics.start(folder.resolve("kafka"));
    Path secret =
        Files.writeString(folder.resolve("secret"), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    Path endpoints =
        Files.writeString(
            folder.resolve("endpoints.json"),
            "[{\"id\":\"newsroom\",\"url\":\"%s\",\"secretFile\":\"%s\",\"modes\":[\"REPLAY\"]}]"
                .formatted(newsroom.url(), secret.getFileName()));
    Files.writeString(token(), TOKEN);
    start("streams-app", "--state-dir", folder.resolve("state").toString());
    start("consumer-dashboard", "--port", "0");
    start("webhooks", "--endpoints", endpoints.toString());
    String night = NIGHT.election().election().value();
    start(
        "producer",
        "--night",
        night,
        "--speed",
        "max",
        "--intake-port",
        "0",
        "--intake-token-file",
        token().toString());
    apps.forEach(
        (name, app) ->
            adminPorts.put(name, app.awaitLine("Metrics and health are at (http://\\S+)")));
    intake = apps.get("producer").awaitLine("decisions at (http://\\S+)");
  }

  private void start(String app, String... options) {
    List<String> arguments = new ArrayList<>(List.of(app, "--admin-port", "0"));
    arguments.addAll(List.of("--bootstrap-servers", broker.kafka().bootstrapServers()));
    arguments.addAll(List.of(options));
    apps.put(app, Program.start(arguments.toArray(String[]::new)));
  }

  @AfterAll
  void end() {
    apps.values().forEach(Program::close);
    newsroom.close();
    if (broker != null) {
      broker.close();
    }
  }

  @Test
  @Order(1)
  void eachIsReadyOnceAllIsWell() {
    adminPorts.forEach(
        (app, port) ->
            await(app)
                .atMost(PATIENCE)
                .until(() -> get(port + "/health/ready").statusCode() == 200));

    assertThat(checks("streams-app")).containsExactly("kafka", "streams");
    assertThat(checks("consumer-dashboard")).containsExactly("kafka", "view");
    assertThat(checks("producer")).containsExactly("kafka", "intake");
    assertThat(checks("webhooks")).containsExactly("kafka", "couriers");
  }

  @Test
  @Order(2)
  void eachServesTheMetricsThatAreDocumentedAndNoOthers() {
    assertThat(post("nobody").statusCode()).isEqualTo(401);
    await("the night is shown")
        .atMost(PATIENCE)
        .until(
            () ->
                served("consumer-dashboard").value("election_night_view_declared")
                    == NIGHT.declarations().size());
    await("Kafka's clients are measured")
        .atMost(PATIENCE)
        .until(() -> served("streams-app").others().toString().contains("kafka_stream_"));

    MetricsTable table = new MetricsTable();
    adminPorts.forEach(
        (app, port) -> {
          ServedMetrics served = served(app);
          assertThat(served.ours())
              .as("our metrics that %s serves, against docs/metrics.md", app)
              .isEqualTo(table.metrics(app));
          assertThat(served.unexplained()).as("metrics of %s without HELP", app).isEmpty();
          assertThat(served.others())
              .as("other metrics of %s: each begins as docs/metrics.md says", app)
              .allMatch(name -> table.prefixes(app).stream().anyMatch(name::startsWith));
          assertThat(table.prefixes(app))
              .as("beginnings in docs/metrics.md of %s that are served", app)
              .allMatch(begin -> served.others().stream().anyMatch(name -> name.startsWith(begin)));
        });
  }

  @Test
  @Order(3)
  void theFiguresAreThoseOfTheNight() {
    ServedMetrics streams = served("streams-app");

    assertThat(
            streams.value(
                "election_night_declarations_total{outcome=\"accepted\",source=\"replay\","
                    + "state=\"declared\"}"))
        .isEqualTo(NIGHT.declarations().size());
    assertThat(streams.value("election_night_streams_state{state=\"RUNNING\"}")).isEqualTo(1);
    assertThat(streams.value("election_night_folded_revision"))
        .isEqualTo(served("consumer-dashboard").value("election_night_view_revision"));
    assertThat(
            served("producer")
                .value("election_night_published_total{source=\"replay\",topic=\"declarations\"}"))
        .isEqualTo(NIGHT.declarations().size());
  }

  @Test
  @Order(4)
  void whatATransactionThatStaysOpenKeepsFromReadersIsSeen() {
    Map<String, Object> settings = new HashMap<>(broker.kafka().producer());
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "left-open");
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> leftOpen = new KafkaProducer<>(settings, bytes, bytes)) {
      leftOpen.initTransactions();
      leftOpen.beginTransaction();
      leftOpen.send(new ProducerRecord<>(broker.kafka().topic(Topic.UPDATES), new byte[1]));
      leftOpen.flush();

      await("seen").atMost(PATIENCE).until(() -> uncommitted() == 1);

      leftOpen.abortTransaction();
      await("it is over").atMost(PATIENCE).until(() -> uncommitted() == 0);
    }
  }

  private double uncommitted() {
    return served("consumer-dashboard").value("election_night_uncommitted_records");
  }

  /** Ends with 1 whoever takes more than 10 seconds. */
  @Test
  @Order(5)
  void eachStopsInTimeWithExitCode0AndLosesNothing() throws InterruptedException {
    assertThat(post(TOKEN).statusCode()).as("acknowledged a moment before").isEqualTo(202);

    apps.values().forEach(Program::terminate);

    for (Map.Entry<String, Program> app : apps.entrySet()) {
      assertThat(app.getValue().awaitExit())
          .as("exit code of %s; standard error: %s", app.getKey(), app.getValue().err())
          .isZero();
    }
    assertThat(TopicReader.values(broker.kafka(), Topic.DECLARATIONS))
        .hasSize(NIGHT.declarations().size() + 1);
  }

  @Test
  @Order(6)
  void aProducerIsNotReadyWhileItWaitsForWhatHasBegun() throws Exception {
    start("producer", "--intake-port", "0", "--intake-token-file", token().toString());
    Program producer = apps.get("producer");
    URI at = URI.create(producer.awaitLine("decisions at (http://\\S+)"));
    String ready = producer.awaitLine("Metrics and health are at (http://\\S+)") + "/health/ready";
    await("the producer is ready").atMost(PATIENCE).until(() -> get(ready).statusCode() == 200);
    String head =
        "POST /declarations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer "
            + TOKEN
            + "\r\nContent-Length: ";
    String declaration =
        new String(
            MessageType.DECLARATION.write(NIGHT.declarations().get(0)), StandardCharsets.UTF_8);

    try (Socket sender = new Socket(at.getHost(), at.getPort())) {
      String whole = head + bytes(declaration).length + "\r\n\r\n" + declaration;
      sender.getOutputStream().write(bytes(whole + head + "2\r\n\r\n{"));
      assertThat(sender.getInputStream().read()).as("an answer to the whole one").isEqualTo('H');
      producer.terminate();

      await("the producer says that its intake is stopping")
          .atMost(PATIENCE)
          .until(() -> get(ready).body().contains("the intake is stopping"));
    }
    assertThat(producer.awaitExit()).as("exit code of the producer").isZero();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Path token() {
    return folder.resolve("token");
  }

  private HttpResponse<String> post(String token) {
    return send(
        HttpRequest.newBuilder(URI.create(intake + "/declarations"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofByteArray(
                    MessageType.DECLARATION.write(NIGHT.declarations().get(0)))));
  }

  private List<String> checks(String app) {
    try {
      JsonNode health = Json.shared().readTree(get(adminPorts.get(app) + "/health/ready").body());
      return health.path("checks").findValuesAsText("name");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private ServedMetrics served(String app) {
    return new ServedMetrics(get(adminPorts.get(app) + "/metrics").body());
  }

  private HttpResponse<String> get(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
