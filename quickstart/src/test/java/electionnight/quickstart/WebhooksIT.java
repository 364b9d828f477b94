package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.admin.AdminServer;
import electionnight.admin.AdminSettings;
import electionnight.admin.Observed;
import electionnight.domain.Alert;
import electionnight.domain.Declaration;
import electionnight.domain.ElectionId;
import electionnight.domain.Hold;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.testing.Amended;
import electionnight.webhooks.Receiver;
import electionnight.webhooks.Receiver.Request;
import electionnight.webhooks.Webhooks;
import electionnight.webhooks.WebhooksSettings;
import electionnight.wire.Json;
import electionnight.wire.MessageType;
import electionnight.wire.Topic;
import electionnight.wire.TraceParent;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Alerts as newsrooms get them: one night, and after a restart a rehearsal. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class WebhooksIT {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final RecordedNight NIGHT =
      UnqueriedNight.of(Nights.open("by-elections-2023-10-19-misreported"));

  @TempDir private static Path folder;

  private final Receiver desk = Receiver.start();
  private final Receiver gone = Receiver.start();
  private final Receiver live = Receiver.start();
  private final Receiver rehearsal = Receiver.start();
  private RunningSystem system;
  private Webhooks webhooks;
  private AdminServer admin;

  @BeforeAll
  void start() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("secret"), SECRET);
    Files.writeString(
        folder.resolve("endpoints.json"),
        "["
            + String.join(
                ",",
                endpoint("desk", desk, ",\"modes\":[\"REPLAY\"]"),
                endpoint("gone", gone, ",\"modes\":[\"REPLAY\"]"),
                endpoint("live", live, ""),
                endpoint("rehearsal", rehearsal, ",\"modes\":[\"TEST\"]"))
            + "]");
    system = RunningSystem.embedded();
    startWebhooks();
  }

  @AfterAll
  void stop() {
    if (webhooks != null) {
      stopWebhooks();
    }
    if (system != null) {
      system.close();
    }
    List.of(desk, gone, live, rehearsal).forEach(Receiver::close);
  }

  @Test
  @Order(1)
  void everyRevisionOfEveryAlertIsDeliveredOnceAndInOrderByWhomeverItFails() throws Exception {
    desk.answerNext(500);
    desk.answerNext(503);
    gone.answerNext(410);

    publish(NIGHT);
    ElectionId night = NIGHT.election().election();
    SeatId held = NIGHT.declarations().get(0).seat();
    TraceParent trace = TraceParent.begin();
    system
        .publisher()
        .as("desk", trace)
        .publish(new Hold(night, held, true, "the desk", "a doubt", Instant.EPOCH))
        .join();
    system.drained(night);
    List<byte[]> alerts = TopicReader.values(system.kafka(), Topic.ALERTS);
    soon("the desk has all").until(() -> desk.taken().size() >= alerts.size());

    assertThat(desk.requested()).hasSize(alerts.size() + 2);
    for (int i = 0; i < alerts.size(); i++) {
      Request request = desk.taken().get(i);
      Alert alert = MessageType.ALERT.read(alerts.get(i)).orElseThrow();
      new com.standardwebhooks.Webhook(SECRET).verify(request.body(), request.headers());
      assertThat(request.id()).isEqualTo(alert.id() + ":" + alert.revision());
      assertThat(request.body())
          .startsWith("{\"type\":\"alert." + alert.state().name().toLowerCase(Locale.ROOT))
          .endsWith("\"data\":" + new String(alerts.get(i), StandardCharsets.UTF_8) + "}");
    }
    assertThat(desk.taken())
        .extracting(request -> request.headers().firstValue(TraceParent.HEADER).orElseThrow())
        .as("traces from the source to the webhook, of which the last is the hold's")
        .endsWith(trace.toString());
    assertThat(alerts)
        .extracting(bytes -> MessageType.ALERT.read(bytes).orElseThrow().state())
        .as("what the night has to show")
        .contains(Alert.State.ISSUED, Alert.State.AMENDED, Alert.State.WITHDRAWN);
  }

  @Test
  @Order(2)
  void whatIsGoneIsSetAsideAndShownToOpsWhoResumeIt() throws Exception {
    assertThat(gone.requested()).as("not asked again").hasSize(1);
    String shown = ask("GET", "/endpoints");
    assertThat(status(shown, "gone").path("state").textValue()).isEqualTo("SET_ASIDE");
    assertThat(status(shown, "desk").path("state").textValue()).isEqualTo("RUNNING");
    assertThat(shown).doesNotContain("key=hidden").doesNotContain(SECRET);
    assertThat(ask("GET", "/metrics"))
        .contains("election_night_webhook_set_aside{endpoint=\"gone\"} 1.0")
        .contains(
            "election_night_webhook_deliveries_total{endpoint=\"desk\",outcome=\"failed\"} 2.0");

    ask("POST", "/endpoints/gone/resume");

    soon("it goes on where it was").until(() -> gone.taken().size() == desk.taken().size());
    assertThat(ids(gone)).isEqualTo(ids(desk));
  }

  @Test
  @Order(3)
  void afterARestartItGoesOnAndARehearsalReachesOnlyWhoAskedForIt() throws Exception {
    int before = desk.requested().size();
    stopWebhooks();
    publish(rehearsed(RenamedNight.as("rehearsed", NIGHT)));
    startWebhooks();

    List<byte[]> alerts = TopicReader.values(system.kafka(), Topic.ALERTS);
    soon("the rehearsal is delivered")
        .until(() -> rehearsal.taken().size() == alerts.size() - gone.taken().size());
    soon("all have passed it")
        .untilAsserted(
            () ->
                assertThat(Json.shared().readTree(ask("GET", "/endpoints")))
                    .allMatch(endpoint -> endpoint.path("lag").longValue() == 0));

    assertThat(ids(rehearsal)).isNotEmpty().allMatch(id -> id.startsWith("rehearsed:"));
    assertThat(desk.requested()).as("the desk gets nothing twice").hasSize(before);
    assertThat(live.requested()).as("no rehearsal and no replay").isEmpty();
  }

  @Test
  @Order(4)
  void whatNobodyCanReadIsPassedOnceOpsSaySo() throws Exception {
    String place = publishWhatNobodyCanRead();
    soon("every endpoint is set aside there")
        .untilAsserted(
            () ->
                assertThat(Json.shared().readTree(ask("GET", "/endpoints")))
                    .allMatch(endpoint -> endpoint.path("state").textValue().equals("SET_ASIDE"))
                    .allMatch(endpoint -> endpoint.path("unreadable").textValue().equals(place)));

    ask("POST", "/unreadable/" + place + "/skip");

    soon("all have passed it")
        .untilAsserted(
            () ->
                assertThat(Json.shared().readTree(ask("GET", "/endpoints")))
                    .allMatch(endpoint -> endpoint.path("lag").longValue() == 0)
                    .noneMatch(endpoint -> endpoint.path("state").textValue().equals("SET_ASIDE")));
  }

  /** Gives its place. */
  private String publishWhatNobodyCanRead() throws Exception {
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(system.kafka().producer(), bytes, bytes)) {
      String topic = system.kafka().topic(Topic.ALERTS);
      RecordMetadata written = producer.send(new ProducerRecord<>(topic, new byte[] {'{'})).get();
      return topic + "-" + written.partition() + "@" + written.offset();
    }
  }

  private static ConditionFactory soon(String what) {
    return await(what).atMost(PATIENCE);
  }

  private void startWebhooks() {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    webhooks =
        Webhooks.start(
            new WebhooksSettings(folder.resolve("endpoints.json"), false, Duration.ofHours(1)),
            system.kafka(),
            meters);
    admin =
        AdminServer.start(
            new AdminSettings("127.0.0.1", OptionalInt.of(0)),
            new Observed("webhooks", system.kafka(), meters, webhooks.checks(), webhooks.routes()));
  }

  private void stopWebhooks() {
    admin.close();
    webhooks.close();
  }

  private static String endpoint(String id, Receiver receiver, String more) {
    return "{\"id\":\"%s\",\"url\":\"%s\",\"secretFile\":\"secret\",\"from\":\"earliest\"%s}"
        .formatted(id, receiver.url(), more);
  }

  private void publish(RecordedNight night) throws InterruptedException {
    system.publisher().publish(night.election()).join();
    for (Seat seat : night.seats()) {
      system.publisher().publish(seat).join();
    }
    for (Declaration word : night.declarations()) {
      system.publisher().publish(word).join();
    }
    system.drained(night.election().election());
  }

  private static RecordedNight rehearsed(RecordedNight night) {
    return new RecordedNight(
        Amended.of(MessageType.ELECTION, night.election(), tree -> tree.put("mode", "TEST")),
        night.seats(),
        night.declarations().stream()
            .map(word -> Amended.of(MessageType.DECLARATION, word, tree -> tree.put("test", true)))
            .toList());
  }

  private static List<String> ids(Receiver receiver) {
    return receiver.taken().stream().map(Request::id).toList();
  }

  private static JsonNode status(String endpoints, String id) throws IOException {
    for (JsonNode endpoint : Json.shared().readTree(endpoints)) {
      if (endpoint.path("id").textValue().equals(id)) {
        return endpoint;
      }
    }
    throw new AssertionError(id + " is not among " + endpoints);
  }

  private String ask(String method, String path) throws IOException, InterruptedException {
    URI url = URI.create(admin.address().orElseThrow() + path);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(url).method(method, BodyPublishers.noBody()).build(),
            BodyHandlers.ofString())
        .body();
  }
}
