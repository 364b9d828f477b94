package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import electionnight.testing.Requirement;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.MountableFile;

/** Prometheus's own tool on our rules and on what the dashboards ask. */
@Tag("cluster")
class ContainerRulesIT {
  private static GenericContainer<?> prometheus;

  @BeforeAll
  static void start() {
    Requirement.CONTAINERS.require(
        DockerClientFactory.instance().isDockerAvailable(), "Docker engine");
    prometheus =
        new GenericContainer<>("prom/prometheus:v3.5.0")
            .withCreateContainerCmdModifier(command -> command.withEntrypoint("sleep", "600"))
            .withCopyFileToContainer(MountableFile.forHostPath(OpsFiles.PROMETHEUS), "/ops/");
    prometheus.start();
  }

  @AfterAll
  static void stop() {
    if (prometheus != null) {
      prometheus.stop();
    }
  }

  @Test
  void prometheusTakesTheConfigurationAndItsRules() throws Exception {
    passes("check", "config", "/ops/prometheus.yml");
  }

  @Test
  void theRulesFireWhenTheyShouldAndOnAGoodNightNoneDoes() throws Exception {
    passes("test", "rules", "/ops/rules.test.yml");
  }

  @Test
  void prometheusUnderstandsWhatTheDashboardsAsk() throws Exception {
    prometheus.copyFileToContainer(Transferable.of(dashboardsAsRules()), "/ops/dashboards.yml");

    passes("check", "rules", "/ops/dashboards.yml");
  }

  private static void passes(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "promtool";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    ExecResult result = prometheus.execInContainer(command);

    assertThat(result.getExitCode())
        .as(
            "promtool %s: %s%s",
            String.join(" ", arguments), result.getStdout(), result.getStderr())
        .isZero();
  }

  /** Each expression as a rule that records it, with something in place of Grafana's variables. */
  private static String dashboardsAsRules() throws IOException {
    ObjectNode file = OpsFiles.YAML.createObjectNode();
    ObjectNode group = file.putArray("groups").addObject().put("name", "dashboards");
    ArrayNode rules = group.putArray("rules");
    OpsFiles.dashboards().stream()
        .flatMap(board -> OpsFiles.expressions(board).stream())
        .map(expression -> expression.replaceAll("\\$\\w+", "any"))
        .distinct()
        .forEach(
            expression ->
                rules.addObject().put("record", "asked:" + rules.size()).put("expr", expression));
    return OpsFiles.YAML.writeValueAsString(file);
  }
}
