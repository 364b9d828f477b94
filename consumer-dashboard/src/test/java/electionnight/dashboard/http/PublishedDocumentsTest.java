package electionnight.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.dashboard.TailedDashboard;
import electionnight.dashboard.push.Broadcaster;
import electionnight.dashboard.push.PushSettings;
import electionnight.dashboard.testing.EventStream;
import electionnight.dashboard.testing.FakeLog;
import electionnight.dashboard.testing.RunningDashboard;
import electionnight.dashboard.view.Nights;
import electionnight.domain.Contest;
import electionnight.domain.Seat;
import electionnight.domain.Update;
import electionnight.testing.FoldedNight;
import electionnight.testing.GeneratedNight;
import electionnight.wire.MessageType;
import electionnight.wire.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents for developers say what the dashboard and Kafka really hold. */
class PublishedDocumentsTest {
  private static final long SEED = 20_240_704;
  private static final int SEATS = 40;

  private static TailedDashboard tailed;
  private static RunningDashboard http;
  private static PublishedSchemas schemas;
  private static JsonNode openApi;
  private static JsonNode asyncApi;
  private static String night;
  private static String seat;
  private static String party;
  private static List<Update> updates;

  @BeforeAll
  static void givenANightWithAllThatIsRare() {
    System.err.println("seed " + SEED);
    GeneratedNight generated = GeneratedNight.of(SEED, Contest.GENERAL_ELECTION, SEATS).queried();
    FoldedNight folded = FoldedNight.of(generated).applyAll(generated.words());
    folded.applyAll(generated.holds());
    updates = folded.updates();
    tailed =
        TailedDashboard.of(
            new FakeLog()
                .open(generated.election(), generated.seats().toArray(Seat[]::new))
                .update(updates.toArray(Update[]::new)));
    http = tailed.http;
    schemas = new PublishedSchemas(http);
    openApi = http.json("/openapi.json");
    asyncApi = http.json("/asyncapi.json");
    night = generated.election().election().value();
    JsonNode first = http.json("/api/nights/" + night + "/results").at("/results/0");
    seat = first.path("seat").asText();
    party = first.path("party").asText();
  }

  @AfterAll
  static void close() {
    tailed.close();
  }

  @Test
  void everyAddressIsDescribedAndNoOther() {
    Vertx vertx = Vertx.vertx();
    Router router = Router.router(vertx);

    new NightApi(
            new Nights(), new Broadcaster(PushSettings.DEFAULTS, new SimpleMeterRegistry()), null)
        .addTo(router, null);

    assertThat(names(openApi.path("paths")))
        .containsExactlyInAnyOrderElementsOf(
            router.getRoutes().stream()
                .map(Route::getPath)
                .map(path -> path.replaceAll(":([a-z]+)", "{$1}"))
                .toList());
    vertx.close();
  }

  static Stream<String> documents() {
    return List.of(
        "/api/nights",
        "/api/nights/{election}",
        "/api/nights/{election}/scoreboard",
        "/api/nights/{election}/results",
        "/api/nights/{election}/results/{seat}",
        "/api/nights/{election}/seats/{seat}",
        "/api/nights/{election}/checking",
        "/api/nights/{election}/ledgers",
        "/api/nights/{election}/alerts",
        "/api/nights/{election}/alerts.atom",
        "/api/nights/{election}/results.csv",
        "/api/nights/{election}/candidates.csv",
        "/api/nights/{election}/scoreboard.csv",
        "/api/nights/{election}/snapshot",
        "/api/nights/{election}/updates",
        "/api/nights/{election}/timeline")
        .stream();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void anAnswerIsAsDescribed(String path) {
    JsonNode operation = operation(path);
    JsonNode content = operation.at("/responses/200/content");
    String mediaType = names(content).get(0);

    HttpResponse<byte[]> answer = http.get(filled(path));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("ETag")).isPresent();
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(mediaType);
    if (mediaType.equals("application/json")) {
      assertThat(
              schemas.errors(
                  "openapi.json",
                  "/paths/" + escaped(path) + "/get/responses/200/content/application~1json/schema",
                  RunningDashboard.parse(answer.body())))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void theNightAsItStoodIsAsDescribedWhereItCanBeAskedFor(String path) {
    if (parameters(path).noneMatch("revision"::equals)) {
      return;
    }
    for (String when : List.of("revision=" + updates.size(), "at=2100-01-01T00:00:00Z")) {
      assertThat(http.get(filled(path) + "?" + when).statusCode()).as(when).isEqualTo(200);
    }
    for (Map.Entry<String, Integer> wrong :
        Map.of(
                "revision=x",
                400,
                "at=yesterday",
                400,
                "revision=1&at=2100-01-01T00:00:00Z",
                400,
                "revision=" + (updates.size() + 1),
                404)
            .entrySet()) {
      HttpResponse<byte[]> answer = http.get(filled(path) + "?" + wrong.getKey());
      assertThat(answer.statusCode()).as(wrong.getKey()).isEqualTo(wrong.getValue());
      assertThat(names(operation(path).path("responses"))).contains("" + wrong.getValue());
      assertThat(
              schemas.errors(
                  "openapi.json",
                  "/components/schemas/Problem",
                  RunningDashboard.parse(answer.body())))
          .isEmpty();
    }
  }

  @Test
  void everyTopicAndEveryMessageIsDescribed() {
    assertThat(names(asyncApi.path("channels")))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Arrays.stream(Topic.values()).map(topic -> topic.name("")),
                    Stream.of("stream", "socket"))
                .toList());
    assertThat(names(asyncApi.at("/components/messages")))
        .containsAll(MessageType.ALL.stream().map(MessageType::name).toList());
    for (MessageType<?> type : MessageType.ALL) {
      JsonNode example = http.json("/schema/" + type.name() + ".example.json");
      assertThat(errors(type.name(), example)).as(type.name()).isEmpty();
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    for (String document : List.of("openapi.json", "asyncapi.json")) {
      for (JsonNode reference : http.json("/" + document).findValues("$ref")) {
        String[] parts = reference.asText().split("#", 2);
        JsonNode target = http.json("/" + (parts[0].isEmpty() ? document : parts[0]));
        if (parts.length == 2) {
          assertThat(target.at(parts[1]).isMissingNode()).as(reference.asText()).isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', snapshotEvent, updateEvent",
    "scoreboard=changes, snapshotEvent, changesEvent",
    "only=alerts, alertsSnapshotEvent, alertsEvent",
    "seat=, seatSnapshotEvent, seatEvent",
    "party=, partySnapshotEvent, partyEvent"
  })
  void whatIsPushedIsAsDescribed(String selection, String snapshot, String update) {
    String asked =
        switch (selection) {
          case "seat=" -> "seat=" + seat;
          case "party=" -> "party=" + party;
          default -> selection;
        };
    String stream = "/api/nights/" + night + "/stream?" + asked;
    try (EventStream whole = http.stream(stream);
        EventStream resumed = http.stream(stream + "&last_event_id=0")) {
      await().until(() -> !whole.events().isEmpty() && !resumed.events().isEmpty());
      await()
          .during(Duration.ofMillis(50))
          .until(() -> resumed.events().size(), size -> size == resumed.events().size());

      assertThat(errors(snapshot, whole.events().get(0).json())).as("snapshot").isEmpty();
      for (EventStream.Event event : resumed.events()) {
        assertThat(errors(event.name().equals("update") ? update : snapshot, event.json()))
            .as("%s with '%s'", event, asked)
            .isEmpty();
      }
      assertThat(resumed.events()).extracting(EventStream.Event::name).contains("update");
    }
  }

  @Test
  void thePageForDevelopersIsThere() {
    assertThat(http.get("/developers").headers().firstValue("Content-Type"))
        .contains("text/html; charset=utf-8");
  }

  private static List<String> errors(String message, JsonNode body) {
    return schemas.errors(
        "asyncapi.json", "/components/messages/" + message + "/payload/schema", body);
  }

  private static JsonNode operation(String path) {
    return openApi.at("/paths/" + escaped(path) + "/get");
  }

  private static Stream<String> parameters(String path) {
    return StreamSupport.stream(operation(path).path("parameters").spliterator(), false)
        .map(reference -> openApi.at(reference.path("$ref").asText().substring(1)))
        .map(parameter -> parameter.path("name").asText());
  }

  private static String filled(String path) {
    return path.replace("{election}", night).replace("{seat}", seat);
  }

  private static String escaped(String path) {
    return path.replace("~", "~0").replace("/", "~1");
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
