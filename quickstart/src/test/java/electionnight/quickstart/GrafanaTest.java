package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dashboards as Grafana would read them, and as ops would. */
class GrafanaTest {
  /** In columns, of which Grafana has this many. */
  private static final int WIDTH = 24;

  static List<JsonNode> dashboards() {
    return OpsFiles.dashboards();
  }

  @Test
  void thereIsOneOfTheNightAndOneOfEachAppUnderNamesOfTheirOwn() {
    assertThat(dashboards())
        .as("the dashboards in ops/grafana")
        .extracting(board -> board.path("uid").asText())
        .containsExactlyInAnyOrder(
            "election-night", "producer", "streams-app", "consumer-dashboard", "webhooks");
    assertThat(dashboards())
        .as("their titles")
        .extracting(board -> board.path("title").asText())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void everyPanelSaysWhatItIsAndAsksThePrometheusThatIsProvisioned(JsonNode dashboard) {
    List<String> provisioned = OpsFiles.datasources().findValuesAsText("uid");
    Set<Integer> ids = new HashSet<>();

    for (JsonNode panel : dashboard.path("panels")) {
      String title = panel.path("title").asText();

      assertThat(title).as("the title of a panel").isNotBlank();
      assertThat(ids.add(panel.path("id").asInt())).as("the id of '%s' is its own", title).isTrue();
      assertThat(panel.path("description").asText())
          .as("the description of '%s'", title)
          .endsWith(".");
      assertThat(panel.path("targets").isEmpty())
          .as("'%s' asks something, unless it is a heading", title)
          .isEqualTo(panel.path("type").asText().equals("row"));
    }
    assertThat(dashboard.findValues("datasource"))
        .as("the sources that are asked")
        .allSatisfy(source -> assertThat(source.path("uid").asText()).isIn(provisioned));
  }

  /** Over a range it would go on showing what an app said last that is gone. */
  @ParameterizedTest
  @MethodSource("dashboards")
  void aSingleFigureIsThatOfNow(JsonNode dashboard) {
    for (JsonNode panel : dashboard.path("panels")) {
      if (panel.path("type").asText().equals("stat")) {
        assertThat(panel.path("targets"))
            .as("what '%s' asks", panel.path("title").asText())
            .allMatch(
                target -> target.path("instant").asBoolean() && !target.path("range").asBoolean());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void noPanelCoversAnother(JsonNode dashboard) {
    Set<String> taken = new HashSet<>();
    for (JsonNode panel : dashboard.path("panels")) {
      JsonNode place = panel.path("gridPos");
      int left = place.path("x").asInt();
      int top = place.path("y").asInt();

      assertThat(left + place.path("w").asInt())
          .as("the right edge of '%s'", panel.path("title").asText())
          .isLessThanOrEqualTo(WIDTH);
      for (int x = left; x < left + place.path("w").asInt(); x++) {
        for (int y = top; y < top + place.path("h").asInt(); y++) {
          assertThat(taken.add(x + "," + y))
              .as("'%s' has the place %d,%d alone", panel.path("title").asText(), x, y)
              .isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void everyAlertThatAPanelNamesIsThere(JsonNode dashboard) {
    List<String> alerts =
        OpsFiles.alerts().stream().map(alert -> alert.path("alert").asText()).toList();

    for (String description : dashboard.findValuesAsText("description")) {
      int runbook = description.indexOf("Runbook: ");
      if (runbook >= 0 && !description.contains("each alert")) {
        String named =
            description.substring(runbook + "Runbook: ".length(), description.length() - 1);
        assertThat(named.split(", ")).as("the alerts in '%s'", description).isSubsetOf(alerts);
      }
    }
  }
}
