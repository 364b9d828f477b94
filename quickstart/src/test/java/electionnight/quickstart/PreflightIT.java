package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import electionnight.wire.Json;
import electionnight.wire.KafkaSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults are planted under prefixes of their own, found by the doctor, and mended. */
@TestInstance(Lifecycle.PER_CLASS)
class PreflightIT {
  private EmbeddedBroker broker;
  private Admin admin;

  @BeforeAll
  void start(@TempDir Path folder) throws InterruptedException {
    broker = EmbeddedBroker.start(folder);
    admin = Admin.create(new KafkaSettings(broker.bootstrapServers(), "", Map.of()).admin());
  }

  @AfterAll
  void stop() {
    if (admin != null) {
      admin.close();
      broker.close();
    }
  }

  @Test
  void aClusterThatWasPreparedIsWell() throws JsonProcessingException {
    create("well.");

    CommandLineRun doctor = run("doctor", "--topic-prefix", "well.");

    assertThat(doctor.exitCode()).as("exit code: %s", doctor.out()).isZero();
    assertThat(doctor.out()).contains("0 failed");
    assertThat(findings("well.", "FAIL")).isEmpty();
    assertThat(findings("well.", "WARN"))
        .as("a broker alone")
        .anyMatch(found -> found.startsWith("replication: 1 replica: well.seats, "));
  }

  @Test
  void topicsAreMadeOnceAndASecondTimeThereIsNothingToDo() {
    CommandLineRun first = create("twice.", "--partitions", "2");
    CommandLineRun second = create("twice.");

    assertThat(first.out().lines().skip(1)).hasSize(10).allMatch(line -> line.endsWith("created"));
    assertThat(second.out().lines().skip(1))
        .hasSize(10)
        .allMatch(line -> line.matches("\\S+ +2 +was right"));
  }

  @Test
  void aMissingTopicIsNamedByTheDoctorAndByEveryAppAndNobodyMakesIt() throws Exception {
    create("missing.");
    admin.deleteTopics(List.of("missing.updates")).all().get();
    await("the broker knows")
        .until(() -> !admin.listTopics().names().get().contains("missing.updates"));

    assertThat(findings("missing.", "FAIL"))
        .containsExactly("topics: there is no topic missing.updates");
    assertThat(mistakeOf("streams-app", "missing."))
        .isEqualTo(
            "There is no topic missing.updates at %1$s; make it with 'election-night topics create"
                    .formatted(broker.bootstrapServers())
                + " --bootstrap-servers %s --topic-prefix missing.'."
                    .formatted(broker.bootstrapServers()));
    assertThat(admin.listTopics().names().get()).doesNotContain("missing.updates");

    assertThat(create("missing.").out()).containsPattern("missing.updates +3 +created");
    assertThat(findings("missing.", "FAIL")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cleanup.policy=compact",
        "retention.ms=604800000",
        "retention.bytes=1000000",
        "max.message.bytes=1048588"
      })
  void aSettingThatIsWrongIsNamedAndCorrected(String wrong) throws Exception {
    String prefix = wrong.replaceAll("[^a-z]", "") + ".";
    create(prefix);
    set(prefix + "declarations", wrong);

    assertThat(findings(prefix, "FAIL"))
        .singleElement()
        .asString()
        .startsWith("topics: topic " + prefix + "declarations has " + wrong + ", expected ");
    assertThat(mistakeOf("streams-app", prefix))
        .startsWith("At " + broker.bootstrapServers() + " topic " + prefix + "declarations has ")
        .contains(wrong, "election-night topics create");

    assertThat(create(prefix).out()).contains("corrected from " + wrong.split("=")[1]);
    assertThat(findings(prefix, "FAIL")).isEmpty();
  }

  @Test
  void partitionsThatDifferAreNamedAndNotTouched() throws Exception {
    admin
        .createTopics(List.of(topic("differ.seats", 2), topic("differ.declarations", 3)))
        .all()
        .get();

    CommandLineRun refused = run("topics", "create", "--topic-prefix", "differ.");

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .contains("topic differ.declarations has partitions=3, expected 2 as differ.seats has");
    assertThat(findings("differ.", "FAIL"))
        .contains(
            "topics: topic differ.declarations has partitions=3, expected 2 as differ.seats has");
  }

  @Test
  void morePartitionsAreRefusedBecauseKeysWouldMove() {
    create("grow.");

    CommandLineRun refused =
        run("topics", "create", "--topic-prefix", "grow.", "--partitions", "6");

    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err())
        .contains("topic grow.seats has 3 partitions", "keys would move", "--partitions 3");
  }

  @Test
  void aMinimumThatNoReplicasReachIsNamed() throws Exception {
    create("minimum.");
    set("minimum.alerts", "min.insync.replicas=2");

    assertThat(findings("minimum.", "FAIL"))
        .containsExactly("replication: 1 in sync, and min.insync.replicas=2: minimum.alerts");
  }

  @Test
  void aSessionTimeoutThatTheBrokersRefuseIsNamed() throws Exception {
    create("session.");

    assertThat(findings("session.", "FAIL", "--session-timeout", "500"))
        .singleElement()
        .asString()
        .endsWith("broker 1 does not allow the session timeout of streams-app, 500");
  }

  @Test
  void theTopicOfTheClockIsGoneAgain() throws Exception {
    create("clock.");

    assertThat(findings("clock.", "OK"))
        .anyMatch(found -> found.startsWith("clocks: within a second"));
    assertThat(admin.listTopics().names().get()).noneMatch(name -> name.contains("doctor-"));
  }

  @Test
  void aClusterThatIsAwayIsSaidToBeAway() {
    long begun = System.nanoTime();
    CommandLineRun doctor = CommandLineRun.against("localhost:1", "doctor");

    assertThat(doctor.exitCode()).isEqualTo(1);
    assertThat(doctor.out()).contains("No Kafka broker answers at localhost:1");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
  }

  private CommandLineRun create(String prefix, String... more) {
    List<String> arguments = new ArrayList<>(List.of("topics", "create", "--topic-prefix", prefix));
    arguments.addAll(Arrays.asList(more));
    CommandLineRun run = run(arguments.toArray(String[]::new));
    assertThat(run.exitCode()).as("exit code; standard error: %s", run.err()).isZero();
    return run;
  }

  private String mistakeOf(String app, String prefix) {
    CommandLineRun run = run(app, "--topic-prefix", prefix);
    assertThat(run.exitCode()).as("exit code; standard error: %s", run.err()).isEqualTo(1);
    return run.err().strip();
  }

  /** What the doctor says of one status, each with the name of its check. */
  private List<String> findings(String prefix, String status, String... more)
      throws JsonProcessingException {
    List<String> arguments = new ArrayList<>(List.of("doctor", "--json", "--topic-prefix", prefix));
    arguments.addAll(Arrays.asList(more));
    CommandLineRun run = run(arguments.toArray(String[]::new));
    JsonNode report = Json.shared().readTree(run.out());
    assertThat(run.exitCode())
        .as("exit code of %s", report)
        .isEqualTo(report.path("status").textValue().equals("FAIL") ? 1 : 0);
    List<String> findings = new ArrayList<>();
    for (JsonNode finding : report.path("findings")) {
      if (finding.path("status").textValue().equals(status)) {
        findings.add(finding.path("check").textValue() + ": " + finding.path("found").textValue());
        assertThat(finding.has("advice"))
            .as("advice for %s", finding)
            .isEqualTo(!status.equals("OK"));
      }
    }
    return findings;
  }

  private void set(String topic, String setting) throws ExecutionException, InterruptedException {
    String[] parts = setting.split("=");
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    AlterConfigOp change =
        new AlterConfigOp(new ConfigEntry(parts[0], parts[1]), AlterConfigOp.OpType.SET);
    admin.incrementalAlterConfigs(Map.of(resource, List.of(change))).all().get();
    await("the broker knows")
        .until(
            () ->
                admin
                    .describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get(parts[0])
                    .value()
                    .equals(parts[1]));
  }

  private static NewTopic topic(String name, int partitions) {
    return new NewTopic(name, Optional.of(partitions), Optional.empty());
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.against(broker.bootstrapServers(), arguments);
  }
}
