package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import electionnight.dashboard.DashboardSettings;
import electionnight.dashboard.push.PushSettings;
import electionnight.domain.Scoreboard;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Many watch one night: nobody misses or repeats anything, whatever the others do. */
@TestInstance(Lifecycle.PER_CLASS)
class CrowdIT {
  private static final Duration SLOW_LIMIT = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RecordedNight wholeNight = Nights.open("general-election-2024");
  @AutoClose private RunningSystem system;

  @BeforeAll
  void start() throws InterruptedException {
    system =
        RunningSystem.embedded(
            DashboardSettings.DEFAULTS
                .withPort(0)
                .withPush(new PushSettings(2_048, Duration.ofSeconds(15), SLOW_LIMIT)));
  }

  @Test
  void whoNeverReadsIsClosedAndDelaysNobody() throws Exception {
    RecordedNight night = RenamedNight.as("crowd", wholeNight);
    play(night, 0, 0);
    try (Crowd crowd = Crowd.of("crowd")) {
      crowd.join(300, port());
      crowd.joinSilently(10, port());
      await("all are there").atMost(PATIENCE).until(() -> clients() == 310 && crowd.allAt(0));

      Scoreboard last = play(night, 0, 200);

      await("the last revision everywhere")
          .atMost(PATIENCE)
          .until(() -> crowd.allAt(last.revision()));
      assertThat(crowd.wrong()).as("what came out of order").isEmpty();
      assertThat(crowd.deliveries()).as("updates").isEqualTo(300 * last.revision());
      await("the silent closed")
          .atMost(PATIENCE)
          .until(() -> system.dashboard().clients().slowCloses() == 10);
      assertThat(clients()).as("the others are still there").isEqualTo(300);
    }
    await("all have left").atMost(PATIENCE).until(() -> clients() == 0);
  }

  @Test
  void whenAReplicaIsKilledItsClientsGoOnAtTheOther() throws Exception {
    RecordedNight night = RenamedNight.as("replicas", wholeNight);
    Scoreboard first = play(night, 0, 20);
    try (Program replica =
            Program.start(
                "consumer-dashboard",
                "--bootstrap-servers",
                system.kafka().bootstrapServers(),
                "--port",
                "0",
                "--admin-port",
                "off");
        Crowd crowd = Crowd.of("replicas")) {
      int other =
          Integer.parseInt(replica.awaitLine("The dashboard is at http://localhost:(\\d+)"));
      await("the replica has read the log").atMost(PATIENCE).until(() -> shows(night, other));
      crowd.join(60, port(), other);
      await("both serve").atMost(PATIENCE).until(() -> crowd.allAt(first.revision()));

      publish(night, 20, 120);
      await("some way into the night")
          .atMost(PATIENCE)
          .until(() -> crowd.furthest() > first.revision() + 20);
      replica.kill();
      await("cut off")
          .atMost(PATIENCE)
          .until(() -> crowd.spectators().stream().filter(Spectator::connected).count() == 30);
      await("the other replica is as far")
          .atMost(PATIENCE)
          .until(() -> revision(night) >= crowd.furthest());
      crowd.comeBack(port());
      Scoreboard last = play(night, 120, 160);

      await("the last revision everywhere")
          .atMost(PATIENCE)
          .until(() -> crowd.allAt(last.revision()));
      assertThat(crowd.wrong()).as("what came out of order").isEmpty();
      assertThat(crowd.spectators())
          .as("nobody needed a second snapshot")
          .allMatch(spectator -> spectator.snapshots() == 1);
    }
  }

  private Scoreboard play(RecordedNight night, int from, int to) throws InterruptedException {
    publish(night, from, to);
    return system.drained(night.election().election());
  }

  private void publish(RecordedNight night, int from, int to) throws InterruptedException {
    system.publish(
        new RecordedNight(
            night.election(), night.seats(), List.copyOf(night.declarations().subList(from, to))));
  }

  private long revision(RecordedNight night) {
    return system.dashboard().scoreboard(night.election().election()).orElseThrow().revision();
  }

  private boolean shows(RecordedNight night, int port) throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + port + "/api/nights/" + night.election().election());
    return HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
            .statusCode()
        == 200;
  }

  private int clients() {
    return system.dashboard().clients().clients();
  }

  private int port() {
    return system.dashboard().port();
  }
}
