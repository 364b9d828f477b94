package electionnight.quickstart.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * What a dashboard shows of the general election of 2024.
 *
 * @param declared seats that have a result
 * @param labourSeats seats of Labour
 * @param labourGains seats that Labour won and another party had
 * @param biggestOverturned the biggest majority overturned; 0 before there is one
 */
record Figures(int declared, int labourSeats, int labourGains, int biggestOverturned) {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  static final Figures NONE = new Figures(0, 0, 0, 0);

  /** As they were in the end. */
  static final Figures FINAL = new Figures(650, 411, 218, 27_402);

  /** What the dashboard at an address shows now; {@link #NONE} where it does not know the night. */
  static Figures at(String dashboard) {
    Optional<JsonNode> scoreboard =
        Answers.json(dashboard + "/api/nights/general-election-2024/scoreboard");
    return scoreboard.map(Figures::of).orElse(NONE);
  }

  /** Waits until the dashboard at an address shows the end of the night. */
  static void awaitFinal(String dashboard) {
    await("the final figures at " + dashboard)
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(at(dashboard)).isEqualTo(FINAL));
  }

  private static Figures of(JsonNode scoreboard) {
    int seats = 0;
    int gains = 0;
    for (JsonNode row : scoreboard.path("parties")) {
      if (row.path("party").textValue().equals("Lab")) {
        seats = row.path("seats").intValue();
        gains = row.path("gains").intValue();
      }
    }
    return new Figures(
        scoreboard.path("declared").intValue(),
        seats,
        gains,
        scoreboard.path("biggestOverturned").path("overturned").intValue());
  }
}
