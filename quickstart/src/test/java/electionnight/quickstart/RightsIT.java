package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import electionnight.dashboard.Dashboard;
import electionnight.dashboard.DashboardSettings;
import electionnight.domain.ElectionId;
import electionnight.domain.Scoreboard;
import electionnight.producer.night.Nights;
import electionnight.streams.StreamsApp;
import electionnight.streams.StreamsSettings;
import electionnight.webhooks.Receiver;
import electionnight.webhooks.Webhooks;
import electionnight.webhooks.WebhooksSettings;
import electionnight.wire.App;
import electionnight.wire.KafkaSettings;
import electionnight.wire.Right;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** With the rights that are listed everything works, and without any one of them nothing starts. */
@TestInstance(Lifecycle.PER_CLASS)
class RightsIT {
  private static final String NIGHT = "by-elections-2023-10-19";
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private static Path folder;

  private final Receiver desk = Receiver.start();
  private final Deque<AutoCloseable> running = new ArrayDeque<>();
  private SecuredBroker broker;

  @BeforeAll
  void start() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("secret"), SECRET);
    Files.writeString(
        folder.resolve("endpoints.json"),
        "[{\"id\":\"desk\",\"url\":\"%s\",\"secretFile\":\"secret\",\"from\":\"earliest\",\"modes\":[\"REPLAY\"]}]"
            .formatted(desk.url()));
    broker = SecuredBroker.start(folder);
  }

  @AfterEach
  void stopApps() throws Exception {
    while (!running.isEmpty()) {
      running.pop().close();
    }
  }

  @AfterAll
  void stop() {
    desk.close();
    if (broker != null) {
      broker.close();
    }
  }

  @Test
  void withTheRightsThatAreListedANightRunsFromTheProducerToTheWebhooks() throws Exception {
    running.push(fold());
    Dashboard dashboard = dashboard();
    running.push(dashboard);
    running.push(webhooks());

    CommandLineRun producer =
        broker.run(App.PRODUCER, "producer", "--night", NIGHT, "--speed", "max");
    assertThat(producer.exitCode()).as("exit code; standard error: %s", producer.err()).isZero();

    int declared = Nights.open(NIGHT).seats().size();
    await("every seat is shown")
        .atMost(PATIENCE)
        .until(
            () ->
                dashboard
                    .scoreboard(new ElectionId(NIGHT))
                    .map(Scoreboard::declared)
                    .filter(count -> count == declared)
                    .isPresent());
    await("alerts are delivered").atMost(PATIENCE).until(() -> !desk.taken().isEmpty());
    CommandLineRun verify = broker.run(App.NEWSROOM, "verify");
    assertThat(verify.exitCode()).as("verify; standard error: %s", verify.err()).isZero();
  }

  @ParameterizedTest(name = "{0} without {1}")
  @MethodSource("everyRight")
  void withoutAnyOneRightAnAppNamesItAndStops(App app, Right right) throws Exception {
    broker.revoke(app, right);
    try {
      CommandLineRun run = broker.run(app, command(app));

      assertThat(run.exitCode()).as("exit code; standard error: %s", run.err()).isEqualTo(1);
      assertThat(run.err().lines())
          .as("standard error")
          .hasSize(1)
          .first()
          .asString()
          .startsWith(
              "Kafka at " + broker.bootstrapServers() + " refuses " + right + " to this app; ");
    } finally {
      broker.grant(app, right);
    }
  }

  static Stream<Arguments> everyRight() {
    return Arrays.stream(App.values())
        .flatMap(
            app ->
                app.rights(new KafkaSettings("", "", Map.of())).stream()
                    .map(right -> Arguments.of(app, right)));
  }

  private static String[] command(App app) {
    return switch (app) {
      case PRODUCER -> new String[] {"producer", "--night", NIGHT};
      case STREAMS_APP ->
          new String[] {"streams-app", "--state-dir", folder.resolve("unused").toString()};
      case CONSUMER_DASHBOARD ->
          new String[] {"consumer-dashboard", "--port", "0", "--admin-port", "off"};
      case WEBHOOKS ->
          new String[] {
            "webhooks",
            "--admin-port",
            "off",
            "--endpoints",
            folder.resolve("endpoints.json").toString()
          };
      case NEWSROOM -> new String[] {"verify"};
      case NEWS_DESK ->
          new String[] {
            "producer", "stop-alerts", "--election", NIGHT, "--by", "desk", "--reason", "a test"
          };
    };
  }

  private StreamsApp fold() {
    return StreamsApp.start(
        new StreamsSettings(
            folder.resolve("streams"),
            Duration.ofMillis(10),
            Duration.ofSeconds(6),
            Optional.empty(),
            1,
            0),
        broker.as(App.STREAMS_APP),
        new SimpleMeterRegistry());
  }

  private Dashboard dashboard() {
    return Dashboard.start(
        DashboardSettings.DEFAULTS.withPort(0),
        broker.as(App.CONSUMER_DASHBOARD),
        new SimpleMeterRegistry());
  }

  private Webhooks webhooks() {
    return Webhooks.start(
        new WebhooksSettings(folder.resolve("endpoints.json"), false, Duration.ofHours(1)),
        broker.as(App.WEBHOOKS),
        new SimpleMeterRegistry());
  }
}
