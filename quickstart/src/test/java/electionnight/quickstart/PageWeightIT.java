package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import electionnight.domain.ElectionId;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.wire.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
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

    long seats = removed(bytes, page.address("/api/nights/" + id));
    long map = seats + results(id, bytes.get(page.address("/api/nights/" + id + "/snapshot")));
    long all = seats + bytes.values().stream().mapToLong(Long::longValue).sum();
    System.err.printf("The page weighs %d bytes, of which %d are the map.%n", all, map);
    assertThat(bytes).hasSizeGreaterThan(20);
    assertThat(all - map).as("bytes of %s without the map", bytes).isLessThan(MOST_BYTES);
  }

  private static long removed(Map<String, Long> bytes, String address) {
    assertThat(bytes).containsKey(address);
    return bytes.remove(address);
  }

  /** What the results of the seats, with which the map is coloured, add to the snapshot. */
  private long results(ElectionId id, long snapshot) {
    ObjectNode document = (ObjectNode) read(page.address("/api/nights/" + id + "/snapshot"));
    long whole = compressed(document);
    document.remove("results");
    long part = whole - compressed(document);
    assertThat(part).as("of the snapshot, the results").isBetween(1L, snapshot);
    return part;
  }

  private static JsonNode read(String address) {
    try (InputStream body = URI.create(address).toURL().openStream()) {
      return Json.shared().readTree(body.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long compressed(JsonNode document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(document.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.size();
  }

  private static JsonNode parse(String json) {
    try {
      return Json.shared().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
