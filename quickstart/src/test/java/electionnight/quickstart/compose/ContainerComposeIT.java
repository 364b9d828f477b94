package electionnight.quickstart.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
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

/** The open compose file with its Prometheus: a good night, then parts that are missing. */
@Tag("compose")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ContainerComposeIT {
  private static final String[] APPS = {
    "producer", "streams-app-1", "streams-app-2", "dashboard-1", "dashboard-2"
  };
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** Seconds within which Prometheus looks at every rule, at least once. */
  private static final int NOW = 5;

  private ComposeProject system;
  private Prometheus prometheus;
  private Instant begun;

  @BeforeAll
  void start() {
    system = ComposeProject.of("docker-compose.yml", List.of("kafka"), "600");
    prometheus = new Prometheus(system.address("PROMETHEUS"));
    system.up("prometheus", "streams-app-1", "streams-app-2", "dashboard-1", "dashboard-2");
    await("everybody is ready for the night")
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(prometheus.ready()).hasSize(4));
    begun = Instant.now();
    system.up("producer");
  }

  @AfterAll
  void remove() {
    if (system != null) {
      system.close();
    }
  }

  @Test
  @Order(1)
  void prometheusReachesEveryPart() {
    await("every target up")
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(prometheus.targetsUp())
                    .containsExactlyInAnyOrder(
                        "producer:8083",
                        "streams-app-1:8084",
                        "streams-app-2:8084",
                        "dashboard-1:8081",
                        "dashboard-2:8081"));
  }

  @Test
  @Order(2)
  void theNightEndsInTheRightFiguresOnBothDashboards() {
    Figures.awaitFinal(system.address("PAGE"));
    Figures.awaitFinal(system.address("PAGE_2"));
  }

  @Test
  @Order(3)
  void noAlertFiresOnAGoodNight() {
    long seconds = Duration.between(begun, Instant.now()).toSeconds();

    assertThat(prometheus.firing(seconds)).as("alerts within %d s", seconds).isEmpty();
  }

  @Test
  @Order(4)
  void whatIsMissingIsReportedAndNothingElse() {
    system.stop("dashboard-2", "streams-app-1", "streams-app-2");

    await("the alerts")
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(prometheus.firing(NOW))
                    .containsExactlyInAnyOrder(
                        "AppDown dashboard-2:8081",
                        "AppDown streams-app-1:8084",
                        "AppDown streams-app-2:8084",
                        "NoFold"));
  }

  @Test
  @Order(5)
  void alertsEndWhenThePartsAreBack() {
    system.start("dashboard-2", "streams-app-1", "streams-app-2");

    await("no alert")
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(prometheus.firing(NOW)).isEmpty());
  }

  @Test
  @Order(6)
  void whoIsToldToStopEndsInTimeAndWithoutComplaint() {
    system.start("producer");
    await("the night is played once more")
        .atMost(PATIENCE)
        .until(() -> prometheus.targetsUp().contains("producer:8083"));

    system.stop(APPS);

    // Whoever does not end within 10 s is killed, and has exit code 137.
    assertThat(system.exitCodes(APPS))
        .as("exit codes")
        .allSatisfy((app, code) -> assertThat(code).isZero());
  }

  @Test
  @Order(7)
  void theFiguresAreThereAgainAfterwards() {
    system.up("dashboard-1", "dashboard-2");

    Figures.awaitFinal(system.address("PAGE"));
    Figures.awaitFinal(system.address("PAGE_2"));
  }
}
