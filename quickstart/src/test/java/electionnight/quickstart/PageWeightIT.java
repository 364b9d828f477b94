package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import electionnight.domain.ElectionId;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.wire.Json;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** What a first visit costs. */
@ExtendWith(SharedSystem.class)
class PageWeightIT {
  private static final long MOST_BYTES = 150_000;

  private final Page page;

  PageWeightIT(Page page) {
    this.page = page;
  }

  @Test
  void theLastHourOfANightWeighsUnder150KilobytesWithoutTheMapData() throws InterruptedException {
    RecordedNight night = RenamedNight.as("weighed", Nights.open("general-election-2024"));
    ElectionId id = night.election().election();
    long revision = page.play(night).revision();
    Map<String, Long> bytes = new HashMap<>();

    try (Browser browser = Browser.watchingTheNetwork()) {
      Page fresh = page.in(browser);
      fresh.show(id, "");
      fresh.awaitRevision(revision);
      Map<String, String> addresses = new HashMap<>();
      for (LogEntry entry : browser.log(LogType.PERFORMANCE)) {
        JsonNode event = parse(entry.getMessage()).path("message");
        JsonNode details = event.path("params");
        String request = details.path("requestId").asText();
        switch (event.path("method").asText()) {
          case "Network.requestWillBeSent" ->
              addresses.put(request, details.path("request").path("url").asText());
          case "Network.loadingFinished" ->
              bytes.put(
                  addresses.getOrDefault(request, request),
                  details.path("encodedDataLength").asLong());
          default -> {
            // Nothing that was transferred.
          }
        }
      }
    }

    assertThat(bytes.remove(page.address("/api/nights/" + id))).as("the map data").isPositive();
    assertThat(bytes).hasSizeGreaterThan(20);
    assertThat(bytes.values().stream().mapToLong(Long::longValue).sum())
        .as("bytes of %s", bytes)
        .isLessThan(MOST_BYTES);
  }

  private static JsonNode parse(String json) {
    try {
      return Json.shared().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
