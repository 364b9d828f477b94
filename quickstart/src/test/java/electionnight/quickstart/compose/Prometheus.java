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

  /** The targets that were ready when they were scraped last. */
  Set<String> ready() {
    return instances("election_night_ready == 1");
  }

  /**
   * The alerts that fire, or fired in the last seconds, as {@code name} or {@code name instance}.
   */
  Set<String> firing(long seconds) {
    return series("last_over_time(ALERTS{alertstate=\"firing\"}[" + seconds + "s])").stream()
        .map(
            labels ->
                (labels.path("alertname").textValue() + " " + labels.path("instance").asText(""))
                    .strip())
        .collect(Collectors.toSet());
  }

  private Set<String> instances(String query) {
    return series(query).stream()
        .map(labels -> labels.path("instance").textValue())
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
