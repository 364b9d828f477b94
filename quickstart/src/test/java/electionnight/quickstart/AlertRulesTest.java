package electionnight.quickstart;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every alert is explained, is tested, and goes by metrics that are documented. */
class AlertRulesTest {
  private static final Pattern DOCUMENTED = Pattern.compile("`(election_night_[a-z0-9_]+)");
  private static final Pattern HISTOGRAM_SERIES = Pattern.compile("_(bucket|sum|count)$");

  /** What Prometheus and the libraries document themselves. */
  private static final Pattern OF_OTHERS =
      Pattern.compile("up|ALERTS|(kafka|jvm|process|system)_[a-z0-9_]+");

  @Test
  void everyAlertSaysHowBadItIsAndWhatItIsAbout() {
    for (JsonNode alert : OpsFiles.alerts()) {
      String name = alert.path("alert").asText();

      assertThat(alert.at("/labels/severity").asText())
          .as("the severity of %s", name)
          .isIn("critical", "warning");
      assertThat(alert.at("/annotations/summary").asText())
          .as("the summary of %s", name)
          .isNotBlank();
      assertThat(alert.at("/annotations/description").asText())
          .as("the description of %s, which has its figures", name)
          .endsWith(".");
    }
  }

  @Test
  void everyAlertHasItsHeadingInTheRunbookAndEveryHeadingOfAnAlertHasItsAlert() {
    Set<String> anchors =
        OpsFiles.alerts().stream()
            .map(alert -> alert.at("/annotations/runbook_url").asText())
            .collect(toSet());
    Set<String> headings =
        OpsFiles.text("RUNBOOK.md")
            .lines()
            .filter(line -> line.startsWith("### "))
            .map(line -> "RUNBOOK.md#" + line.substring(4).toLowerCase(Locale.ROOT))
            .collect(toSet());

    assertThat(anchors).as("where the alerts lead, against RUNBOOK.md").isEqualTo(headings);
  }

  @Test
  void everyAlertIsTestedToFireAndNotToFire() {
    for (JsonNode alert : OpsFiles.alerts()) {
      String name = alert.path("alert").asText();
      List<JsonNode> tests =
          OpsFiles.ruleTests().stream().filter(test -> test.toString().contains(name)).toList();

      assertThat(tests).as("tests in which %s fires", name).anyMatch(AlertRulesTest::expectsOne);
    }
    assertThat(OpsFiles.ruleTests())
        .as("a night on which no alert at all fires")
        .anyMatch(
            test ->
                test.path("expr").asText().contains("ALERTS{alertstate=\"firing\"}")
                    && !expectsOne(test));
  }

  @Test
  void everyMetricInRulesAndDashboardsIsDocumented() {
    String page = OpsFiles.text("docs/metrics.md");
    Set<String> documented =
        DOCUMENTED.matcher(page).results().map(match -> match.group(1)).collect(toSet());
    Set<String> recorded =
        OpsFiles.rules().stream().map(rule -> rule.path("record").asText()).collect(toSet());

    Set<String> used =
        Stream.concat(
                OpsFiles.rules().stream().map(rule -> rule.path("expr").asText()),
                OpsFiles.dashboards().stream()
                    .flatMap(board -> OpsFiles.expressions(board).stream()))
            .flatMap(expression -> Promql.metrics(expression).stream())
            .collect(toSet());

    assertThat(used)
        .as("metrics in rules and dashboards that neither docs/metrics.md nor a rule has")
        .filteredOn(metric -> !OF_OTHERS.matcher(metric).matches())
        .filteredOn(metric -> !recorded.contains(metric))
        .filteredOn(metric -> !documented.contains(metric))
        .filteredOn(
            metric -> !documented.contains(HISTOGRAM_SERIES.matcher(metric).replaceFirst("")))
        .isEmpty();
  }

  private static boolean expectsOne(JsonNode test) {
    return !test.path("exp_samples").isEmpty();
  }
}
