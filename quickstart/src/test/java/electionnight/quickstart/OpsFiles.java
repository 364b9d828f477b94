package electionnight.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What ops get with the programs: rules, dashboards and what is written about them. */
final class OpsFiles {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path PROMETHEUS = ROOT.resolve("ops/prometheus");
  static final YAMLMapper YAML = new YAMLMapper();

  private static final Path GRAFANA = ROOT.resolve("ops/grafana");
  private static final ObjectMapper JSON = new ObjectMapper();

  private OpsFiles() {}

  static String text(String path) {
    try {
      return Files.readString(ROOT.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every rule of rules.yml, those that alert and those that record. */
  static List<JsonNode> rules() {
    return all(read(YAML, PROMETHEUS.resolve("rules.yml")).findValues("rules"));
  }

  static List<JsonNode> alerts() {
    return rules().stream().filter(rule -> rule.has("alert")).toList();
  }

  /** Every question of rules.test.yml to the rules. */
  static List<JsonNode> ruleTests() {
    return all(read(YAML, PROMETHEUS.resolve("rules.test.yml")).findValues("promql_expr_test"));
  }

  static List<JsonNode> dashboards() {
    try (Stream<Path> files = Files.list(GRAFANA.resolve("dashboards"))) {
      return files.sorted().map(file -> read(JSON, file)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The expressions of all panels and annotations of a dashboard. */
  static List<String> expressions(JsonNode dashboard) {
    return dashboard.findValuesAsText("expr");
  }

  static JsonNode datasources() {
    return read(YAML, GRAFANA.resolve("provisioning/datasources/prometheus.yml"))
        .path("datasources");
  }

  private static List<JsonNode> all(List<JsonNode> arrays) {
    List<JsonNode> elements = new ArrayList<>();
    arrays.forEach(array -> array.forEach(elements::add));
    return elements;
  }

  private static JsonNode read(ObjectMapper mapper, Path file) {
    try {
      return mapper.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
