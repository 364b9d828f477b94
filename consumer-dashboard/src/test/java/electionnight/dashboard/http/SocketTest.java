package electionnight.dashboard.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.dashboard.TailedDashboard;
import electionnight.dashboard.push.PushSettings;
import electionnight.dashboard.testing.ANight;
import electionnight.dashboard.testing.FakeLog;
import electionnight.dashboard.testing.RunningDashboard;
import electionnight.domain.Seat;
import electionnight.domain.Update;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SocketTest {
  private final ANight night = ANight.of("october");
  private final Seat seat = night.seat("S1", "Ynys Môn");
  private TailedDashboard tailed;

  @AfterEach
  void close() {
    tailed.close();
  }

  @Test
  void aSocketTellsWhatAStreamTells() {
    given(PushSettings.DEFAULTS);
    Reader reader = connect("socket");
    await("the snapshot").until(() -> reader.names().equals(List.of("snapshot 0")));
    tailed.log.update(night.update(1, seat), night.update(2));
    await("updates")
        .untilAsserted(
            () -> assertThat(reader.names()).containsExactly("snapshot 0", "update 1", "update 2"));

    JsonNode update = reader.messages.get(1);
    assertThat(update.get("data"))
        .isEqualTo(tailed.http.json("/api/nights/october/updates").get("updates").get(0));
    Reader resumed = connect("socket?last_event_id=" + update.get("id").textValue());
    await("what it missed").until(() -> resumed.names().equals(List.of("update 2")));
    Reader alerts = connect("socket?only=alerts&last_event_id=0");
    tailed.log.update(night.update(3, seat, night.alert(seat, 1, "gain")));
    await("the alert").until(() -> alerts.names().equals(List.of("update 3")));
  }

  @Test
  void aSilentSocketShowsThatItIsAlive() {
    given(new PushSettings(4, Duration.ofMillis(20), Duration.ofSeconds(30)));
    Reader reader = connect("socket");

    await("a heartbeat").until(() -> reader.messages.size() > 1);
    assertThat(reader.messages.get(1).toString())
        .isEqualTo("{\"event\":\"heartbeat\",\"data\":{\"revision\":0}}");
  }

  @Test
  void closingSendsSocketsAwayToComeBackLater() {
    given(PushSettings.DEFAULTS);
    Reader reader = connect("socket");
    await("the snapshot").until(() -> reader.messages.size() == 1);
    tailed.dashboard.close();

    await("the end").until(() -> !reader.closed.isEmpty());
    assertThat(reader.closed.get(0)).matches("1012 come back in [0-9]+ ms");
  }

  @Test
  void whoTalksTooMuchIsSentAway() {
    given(PushSettings.DEFAULTS);
    Reader polite = connect("socket");
    polite.socket.sendText("hello", true).join();
    Reader chatty = connect("socket");
    for (int i = 0; i < 300 && chatty.closed.isEmpty() && !chatty.socket.isOutputClosed(); i++) {
      chatty.socket.sendText("{}", true).exceptionally(gone -> chatty.socket).join();
    }
    await("sent away").until(() -> !chatty.closed.isEmpty());
    assertThat(chatty.closed.get(0)).startsWith("1008");

    Reader wordy = connect("socket");
    wordy.socket.sendText("x".repeat(100_000), true).exceptionally(gone -> wordy.socket).join();
    await("sent away too").until(() -> !wordy.closed.isEmpty());
    tailed.log.update(night.update(1));
    await("the other goes on").until(() -> polite.names().contains("update 1"));
  }

  @Test
  void aSocketThatSaysGoodbyeAndReadsNothingKeepsNothingFromOthers() throws Exception {
    given(PushSettings.DEFAULTS);
    List<Long> pushed = new CopyOnWriteArrayList<>();
    tailed.dashboard.listen((update, live) -> pushed.add(update.revision()));
    try (SleepingReader sleeping =
        SleepingReader.ofSocket(tailed.http.port(), "/api/nights/october/socket")) {
      await("the reader").until(() -> tailed.gauge("election.night.push.clients") == 1);
      for (int revision = 1; revision <= 80; revision++) {
        if (revision == 60) {
          sleeping.sayGoodbye();
        }
        tailed.log.update(heavy(revision));
        long last = revision;
        await("pushed by every event loop")
            .pollDelay(Duration.ZERO)
            .pollInterval(Duration.ofMillis(2))
            .until(() -> !pushed.isEmpty() && pushed.get(pushed.size() - 1) == last);
      }
    }
  }

  @Test
  void aSocketMayBeAskedForBeforeTheNightsAreWhole() {
    tailed =
        TailedDashboard.starting(
            new FakeLog().awayFor(1).open(night.election(), seat), PushSettings.DEFAULTS);
    assertThat(tailed.dashboard.caughtUp()).as("caught up").isFalse();

    Reader reader = connect("socket");
    await("the snapshot").until(() -> reader.names().equals(List.of("snapshot 0")));
  }

  @Test
  void aSocketThatTakesNothingIsClosed() throws Exception {
    given(new PushSettings(4, Duration.ofSeconds(15), Duration.ofMillis(200)));
    try (SleepingReader sleeping =
        SleepingReader.ofSocket(tailed.http.port(), "/api/nights/october/socket")) {
      Reader awake = connect("socket");
      await("two readers").until(() -> tailed.gauge("election.night.push.clients") == 2);
      for (int revision = 1; revision <= 60; revision++) {
        String name = "update " + revision;
        tailed.log.update(heavy(revision));
        await(name)
            .pollDelay(Duration.ZERO)
            .pollInterval(Duration.ofMillis(2))
            .until(() -> awake.names().contains(name));
      }
      await("the sleeper closed").until(() -> tailed.count("election.night.push.slow.closes") == 1);
      await("cut off").until(sleeping::isCutOff);
    }
  }

  /** An update of some 20 KB. */
  private Update heavy(int revision) {
    return night.update(revision, seat, night.alert(seat, revision, "x".repeat(20_000)));
  }

  private void given(PushSettings push) {
    tailed = TailedDashboard.of(new FakeLog().open(night.election(), seat), push);
  }

  private Reader connect(String path) {
    Reader reader = new Reader();
    reader.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(
                URI.create("ws://localhost:" + tailed.http.port() + "/api/nights/october/" + path),
                reader)
            .orTimeout(20, TimeUnit.SECONDS)
            .join();
    return reader;
  }

  private static final class Reader implements WebSocket.Listener {
    final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    final List<String> closed = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private WebSocket socket;

    List<String> names() {
      return messages.stream()
          .filter(message -> message.has("id"))
          .map(
              message ->
                  message.get("event").textValue()
                      + " "
                      + message.get("id").textValue().replaceFirst("-.*", ""))
          .toList();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        messages.add(RunningDashboard.parse(text.toString().getBytes(StandardCharsets.UTF_8)));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.add(code + " " + reason);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      closed.add("error " + error);
    }
  }
}
