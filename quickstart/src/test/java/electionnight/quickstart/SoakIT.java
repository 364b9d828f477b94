package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.UnixOperatingSystemMXBean;
import electionnight.wire.Json;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Thousands watch the whole night of 2024, and some of them never read. The server is a process of
 * its own, started as people start it, so that its memory is measured without the spectators'.
 */
@Tag("soak")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class SoakIT {
  private static final String NIGHT = "general-election-2024";
  private static final String SPEED = System.getProperty("soak.speed", "600");
  private static final int SPECTATORS = Integer.getInteger("soak.spectators", 5_000);
  private static final int SILENT = Integer.getInteger("soak.silent", 100);
  private static final int FILES_BESIDE = 500;
  private static final double MOST_HEAP = 2;
  private static final double MOST_MEMORY = 2;
  private static final Duration WHOLE_NIGHT = Duration.ofMinutes(15);

  private final HttpClient http = HttpClient.newHttpClient();
  private Cost alone;

  /**
   * What a night cost the server.
   *
   * @param heap bytes that are used after a collection
   * @param memory bytes that the process holds
   * @param cpu time on all cores
   */
  private record Cost(long heap, long memory, Duration cpu) {}

  @Test
  @Order(1)
  void nobodyWatches() throws Exception {
    alone = night(0, 0);
  }

  @Test
  @Order(2)
  void thousandsWatch() throws Exception {
    assertBounded(night(SPECTATORS, 0));
  }

  @Test
  @Order(3)
  void thousandsWatchBesideSomeWhoNeverRead() throws Exception {
    assertBounded(night(SPECTATORS, SILENT));
  }

  private void assertBounded(Cost cost) {
    assertThat((double) cost.heap() / alone.heap()).as("heap").isLessThan(MOST_HEAP);
    assertThat((double) cost.memory() / alone.memory()).as("memory").isLessThan(MOST_MEMORY);
  }

  private Cost night(int spectators, int silent) throws Exception {
    requireFiles(spectators + silent + FILES_BESIDE);
    try (Program server =
            Program.start(
                "--night",
                NIGHT,
                "--speed",
                SPEED,
                "--port",
                "0",
                "--max-clients-per-address",
                "20000");
        Crowd crowd = Crowd.of(NIGHT)) {
      int port = Integer.parseInt(server.awaitLine("http://localhost:(\\d+)$"));
      String admin = server.awaitLine("Its metrics: (\\S+)/metrics");
      crowd.join(spectators, port);
      crowd.joinSilently(silent, port);
      String pushed = server.awaitLine("Published to pushed: (.*)", WHOLE_NIGHT);
      long last =
          json("http://localhost:" + port + "/api/nights/" + NIGHT + "/scoreboard")
              .get("revision")
              .longValue();
      await("the last revision everywhere")
          .atMost(WHOLE_NIGHT)
          .failFast(() -> assertThat(crowd.wrong()).isEmpty())
          .until(() -> crowd.allAt(last));
      JsonNode clients = json(admin + "/clients");
      Cost cost = new Cost(server.heap(), server.memory(), server.cpu());
      report(spectators, silent, pushed, crowd, clients, cost);

      assertThat(crowd.wrong()).as("what came out of order").isEmpty();
      assertThat(crowd.spectators()).as("cut off").allMatch(Spectator::connected);
      assertThat(clients.get("slowCloses").intValue()).as("closed").isEqualTo(silent);
      return cost;
    }
  }

  private void report(
      int spectators, int silent, String pushed, Crowd crowd, JsonNode clients, Cost cost) {
    long deliveries = crowd.deliveries();
    double perDelivery =
        deliveries == 0 || alone == null
            ? 0
            : (cost.cpu().toNanos() - alone.cpu().toNanos()) / 1e3 / deliveries;
    System.out.printf(
        Locale.ROOT,
        "SOAK %d spectators, %d silent: published to pushed %s; %d deliveries, %d resyncs, %d slow"
            + " closes; heap %d MB, memory %d MB, CPU %d s, %.1f us a delivery%n",
        spectators,
        silent,
        pushed,
        deliveries,
        clients.get("resyncs").longValue(),
        clients.get("slowCloses").longValue(),
        cost.heap() >> 20,
        cost.memory() >> 20,
        cost.cpu().toSeconds(),
        perDelivery);
  }

  private JsonNode json(String uri) throws IOException, InterruptedException {
    return Json.shared()
        .readTree(
            http.send(HttpRequest.newBuilder(URI.create(uri)).build(), BodyHandlers.ofByteArray())
                .body());
  }

  private static void requireFiles(int files) {
    UnixOperatingSystemMXBean system =
        (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    assertThat(system.getMaxFileDescriptorCount())
        .as("open files that a process may have; raise it with 'ulimit -n %d'", files)
        .isGreaterThanOrEqualTo(files);
  }
}
