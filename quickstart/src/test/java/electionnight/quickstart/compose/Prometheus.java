package electionnight.quickstart.compose;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A Prometheus that is asked what it knows.
 *
 * @param address such as {@code http://localhost:9090}
 */
record Prometheus(String address) {
  /** The targets that answered when they were scraped last, such as {@code producer:8083}. */
  Set<String> targetsUp() {
    return instances("up == 1");
  }

  /** The alerts that fire now, as {@code name} or {@code name instance}. */
  Set<String> firing() {
    return alerts("ALERTS{alertstate=\"firing\"}");
  }

  /** The alerts that fire or are pending now, or have been in the last seconds. */
  Set<String> alertsWithin(long seconds) {
    return alerts("last_over_time(ALERTS[" + seconds + "s])");
  }

  private Set<String> instances(String query) {
    return series(query).stream()
        .map(labels -> labels.path("instance").textValue())
        .collect(Collectors.toSet());
  }

  private Set<String> alerts(String query) {
    return series(query).stream()
        .map(
            labels ->
                (labels.path("alertname").textValue() + " " + labels.path("instance").asText(""))
                    .strip())
        .collect(Collectors.toSet());
  }

  /** The labels of each series that a query finds; fails where it is not answered. */
  private List<JsonNode> series(String query) {
    String url =
        address + "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    JsonNode answer =
        Answers.json(url)
            .orElseThrow(() -> new AssertionError("Prometheus does not answer " + url));
    return StreamSupport.stream(answer.at("/data/result").spliterator(), false)
        .map(series -> series.path("metric"))
        .toList();
  }
}
