package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import electionnight.cli.UserError;
import electionnight.dashboard.Dashboard;
import electionnight.dashboard.DashboardSettings;
import electionnight.domain.AlertSwitch;
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
import electionnight.wire.MessageType;
import electionnight.wire.Right;
import electionnight.wire.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** With the rights that are listed everything works, and without any one of them nothing starts. */
@Tag("cluster")
@TestInstance(Lifecycle.PER_CLASS)
class RightsIT {
  private static final String NIGHT = "by-elections-2023-10-19";
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(1);

  /** It is to be 10 seconds, on a machine that has not other tests to do as well. */
  private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);

  private static final KafkaSettings NOWHERE = new KafkaSettings("", "", Map.of());
  private static final Right NEWSROOM_GROUPS =
      new Right(ResourceType.GROUP, "newsroom-", PatternType.PREFIXED, AclOperation.READ);
  private static final Right WRITE_DECLARATIONS =
      new Right(ResourceType.TOPIC, "declarations", PatternType.LITERAL, AclOperation.WRITE);
  private static final String SWITCH =
      new String(
          MessageType.ALERT_SWITCH.write(
              new AlertSwitch(new ElectionId(NIGHT), true, "desk", "a test", Instant.EPOCH)),
          StandardCharsets.UTF_8);

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
        broker.run(
            App.PRODUCER, "producer", "--admin-port", "off", "--night", NIGHT, "--speed", "max");
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
    without(
        app,
        right,
        () -> {
          CommandLineRun run = broker.run(app, command(app));

          assertThat(run.exitCode()).as("exit code; standard error: %s", run.err()).isEqualTo(1);
          assertThat(run.err().lines())
              .as("standard error")
              .filteredOn(line -> !line.contains(" INFO "))
              .containsExactly(refusal(right));
        });
  }

  @Test
  void aRightThatNewsroomsHaveForTheirOwnConsumersIsNamedByTheDoctor() throws Exception {
    without(
        App.NEWSROOM,
        NEWSROOM_GROUPS,
        () -> {
          CommandLineRun doctor = broker.run(App.NEWSROOM, "doctor", "--as", "newsroom");

          assertThat(doctor.exitCode()).as("exit code; %s", doctor.out()).isEqualTo(1);
          assertThat(doctor.out())
              .contains(
                  "this principal cannot be newsroom, it is refused READ on group newsroom-*");
        });
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("takenFromTheFold")
  void aRightThatIsTakenFromTheRunningFoldEndsIt(Right right) throws Exception {
    StreamsApp fold = fold();
    running.push(fold);
    fold.running().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

    without(
        App.STREAMS_APP,
        right,
        () -> {
          publishWhatNobodyCanRead();

          assertRefused(right, fold::awaitEnd);
        });
  }

  static Stream<Right> takenFromTheFold() {
    return Stream.of(
        Right.toRead(Topic.DECLARATIONS, NOWHERE),
        new Right(ResourceType.TOPIC, "rejected", PatternType.LITERAL, AclOperation.WRITE),
        new Right(
            ResourceType.TRANSACTIONAL_ID,
            "streams-app-",
            PatternType.PREFIXED,
            AclOperation.WRITE));
  }

  @Test
  void aRightThatIsTakenFromTheRunningDashboardEndsIt() throws Exception {
    Dashboard dashboard = dashboard();
    running.push(dashboard);
    await("the log is read").atMost(PATIENCE).until(dashboard::caughtUp);
    Right right = Right.toRead(Topic.UPDATES, NOWHERE);

    without(App.CONSUMER_DASHBOARD, right, () -> assertRefused(right, dashboard::await));
  }

  @Test
  void aRightThatIsTakenFromTheRunningWebhooksEndsThem() throws Exception {
    Webhooks webhooks = webhooks();
    running.push(webhooks);
    await("the place in the log is known")
        .atMost(PATIENCE)
        .until(
            () ->
                !broker
                    .admin()
                    .listConsumerGroupOffsets("webhooks-desk")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .isEmpty());
    Right right = Right.toRead(Topic.ALERTS, NOWHERE);

    without(App.WEBHOOKS, right, () -> assertRefused(right, webhooks::await));
  }

  @Test
  void aRightThatIsTakenFromTheRunningProducerEndsIt() throws Exception {
    Path inbox = Files.createDirectory(folder.resolve("inbox"));
    CompletableFuture<CommandLineRun> producer =
        CompletableFuture.supplyAsync(
            () ->
                broker.run(
                    App.PRODUCER, "producer", "--admin-port", "off", "--watch", inbox.toString()));
    await("it watches").atMost(PATIENCE).until(() -> Files.exists(inbox.resolve("done")));

    without(
        App.PRODUCER,
        WRITE_DECLARATIONS,
        () -> {
          Path written = Files.writeString(folder.resolve("switch.json"), SWITCH);
          Files.move(written, inbox.resolve("switch.json"));

          CommandLineRun ended = producer.get(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS);
          assertThat(ended.exitCode()).as("exit code; %s", ended.err()).isEqualTo(1);
          assertThat(ended.err().lines()).last().isEqualTo(refusal(WRITE_DECLARATIONS));
        });
  }

  /** What is done while an app is without a right. */
  private interface Deed {
    void run() throws Exception;
  }

  private void without(App app, Right right, Deed deed) throws Exception {
    broker.revoke(app, right);
    try {
      deed.run();
    } finally {
      broker.grant(app, right);
    }
  }

  private void assertRefused(Right right, Deed waiting) {
    CompletableFuture<Void> ended =
        CompletableFuture.runAsync(
            () -> {
              try {
                waiting.run();
              } catch (RuntimeException e) {
                throw e;
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(ended)
        .failsWithin(STOPS_WITHIN)
        .withThrowableOfType(ExecutionException.class)
        .havingCause()
        .isInstanceOf(UserError.class)
        .withMessage(refusal(right));
  }

  private String refusal(Right right) {
    return "Kafka at "
        + broker.bootstrapServers()
        + " refuses "
        + right
        + " to this app; grant it ('election-night acls' says how).";
  }

  /** Makes the fold read, and write to rejected. */
  private void publishWhatNobodyCanRead() throws Exception {
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(broker.as(App.PRODUCER).producer(), bytes, bytes)) {
      producer.send(new ProducerRecord<>("declarations", new byte[] {'{'})).get();
    }
  }

  static Stream<Arguments> everyRight() {
    return Arrays.stream(App.values())
        .flatMap(
            app ->
                app.rights(NOWHERE).stream()
                    .filter(right -> !right.equals(NEWSROOM_GROUPS))
                    .map(right -> Arguments.of(app, right)));
  }

  private static String[] command(App app) {
    return switch (app) {
      case PRODUCER -> new String[] {"producer", "--admin-port", "off", "--night", NIGHT};
      case STREAMS_APP ->
          new String[] {
            "streams-app", "--admin-port", "off", "--state-dir", folder.resolve("unused").toString()
          };
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
            SESSION_TIMEOUT,
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
