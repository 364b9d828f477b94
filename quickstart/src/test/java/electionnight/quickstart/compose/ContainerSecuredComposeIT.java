package electionnight.quickstart.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import electionnight.quickstart.compose.ComposeProject.Ended;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/** The secured compose file: a night that loses a broker, and those who are refused. */
@Tag("compose")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ContainerSecuredComposeIT {
  private static final int SOME_DECLARED = 100;
  private static final List<String> PRINCIPALS =
      List.of("producer", "streams-app", "consumer-dashboard", "newsroom");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private ComposeProject system;

  @BeforeAll
  void start() {
    system =
        ComposeProject.of(
            "docker-compose.secured.yml", List.of("kafka-1", "kafka-2", "kafka-3"), "600");
    system.up();
  }

  @AfterAll
  void remove() {
    if (system != null) {
      system.close();
    }
  }

  @Test
  @Order(1)
  void theNightGoesOnWithoutOneOfTheBrokers() {
    await("some declarations").atMost(PATIENCE).until(() -> declared() > SOME_DECLARED);

    system.stop("kafka-2");

    assertThat(declared()).as("declared when a broker stopped").isLessThan(650);
    Figures.awaitFinal(system.address("PAGE"));
    Figures.awaitFinal(system.address("PAGE_2"));
  }

  @Test
  @Order(2)
  void anAppWithThePasswordOfAnotherIsRefusedWhatThatOneMayNot() {
    Ended refused = system.run(List.of(), "producer", "consumer-dashboard");

    assertThat(refused.exitCode()).as(refused.output()).isEqualTo(1);
    assertThat(refused.output()).as("which right is missing").containsIgnoringCase("Read");
  }

  @Test
  @Order(3)
  void whoDoesNotSpeakTlsIsToldSo() {
    for (String app : List.of("producer", "streams-app", "consumer-dashboard")) {
      Ended refused =
          system.run(List.of("-e", "ELECTION_NIGHT_KAFKA_CONFIG=/dev/null"), "producer", app);

      assertThat(refused.exitCode()).as("%s: %s", app, refused.output()).isEqualTo(1);
      assertThat(refused.output()).contains("What listens at kafka-1:9092 speaks TLS");
    }
  }

  @Test
  @Order(4)
  void noPasswordIsInTheEnvironmentOrInTheLogs() {
    String environment = system.inspect("{{json .Config}}");
    String logs = system.logs();

    for (String principal : PRINCIPALS) {
      Ended password =
          system.run(List.of("--entrypoint", "cat"), "topics", "/secrets/scram/" + principal);
      assertThat(password.exitCode()).as(password.output()).isZero();
      String secret = password.output().lines().reduce("", (earlier, line) -> line).strip();
      assertThat(secret).as("password of %s", principal).hasSizeGreaterThan(40);
      assertThat(environment.contains(secret)).as("%s in the environment", principal).isFalse();
      assertThat(logs.contains(secret)).as("%s in the logs", principal).isFalse();
    }
  }

  private int declared() {
    return Figures.at(system.address("PAGE")).declared();
  }
}
