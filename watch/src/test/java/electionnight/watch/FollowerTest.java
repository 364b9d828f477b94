package electionnight.watch;

import static electionnight.testing.SmallNight.declaration;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each test ends because all three seats are decided. */
@Timeout(60)
final class FollowerTest {
  private static final Duration PATIENT = Duration.ofSeconds(60);

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final ThreeSeats night =
      new ThreeSeats()
          .then(
              declaration("A", 1, "Lab 500, Con 400"),
              declaration("B", 2, "Con 500, Lab 400"),
              declaration("C", 3, "Con 700, Lab 650"));

  @Test
  void everyUpdateIsToldOnceThoughTheConnectionBreaksAndTheServerRepeats()
      throws InterruptedException {
    try (FakeDashboard dashboard = new FakeDashboard(night.election())) {
      dashboard
          .thenBreaksOff(night.snapshot(0), night.update(1))
          .thenBreaksOff(night.update(1), night.update(2), night.update(2))
          .thenIsSilent("event: heartbeat\ndata: {\"revision\":2}\n\n", night.update(3));

      follow(dashboard, night, false);

      assertThat(dashboard.resumedAfter()).containsExactly("none", "1-k3x", "2-k3x");
      assertThat(linesWith("DECLARED"))
          .containsExactly(
              "TEST DECLARED  22:01 Seat A: Labour gain from the Conservatives, Lab, majority 100.",
              "TEST DECLARED  22:02 Seat B: The Conservatives hold, Con, majority 100.",
              "TEST DECLARED  22:03 Seat C: The Conservatives hold, Con, majority 50.");
      assertThat(linesWith("ALERT")).doesNotHaveDuplicates().hasSizeGreaterThan(1);
      assertThat(linesWith("RECONNECTING").get(0))
          .isEqualTo("TEST RECONNECTING The connection ended; figures 0 s old.");
      assertThat(linesWith("CONNECTED")).isNotEmpty();
      assertThat(text().lines().toList())
          .endsWith(
              "Con 2 -1  Lab 1 +1",
              "Majority at 2: reached by Con with Seat C",
              "3 of 3 declared, 0 being checked");
    }
  }

  @Test
  void whereRevisionsAreMissingASnapshotTellsWhatChangedMeanwhile() throws InterruptedException {
    try (FakeDashboard dashboard = new FakeDashboard(night.election())) {
      dashboard
          .thenIsSilent(night.snapshot(0), night.update(1), night.update(3))
          .thenIsSilent(night.snapshot(3));

      follow(dashboard, night, false);

      assertThat(dashboard.resumedAfter()).containsExactly("none", "none");
      assertThat(linesWith("DECLARED").stream().map(line -> line.substring(15, 27)))
          .containsExactly("22:01 Seat A", "22:02 Seat B", "22:03 Seat C");
      assertThat(linesWith("CAUGHT UP"))
          .containsExactly(
              "TEST CAUGHT UP A small night, revision 3: 3 of 3 declared, 0 being checked.");
    }
  }

  @Test
  void aServerThatLostWhatTheReaderHasGivesASnapshot() throws InterruptedException {
    try (FakeDashboard dashboard = new FakeDashboard(night.election())) {
      dashboard
          .thenBreaksOff(night.snapshot(2))
          .thenIsSilent(night.snapshot(1), night.update(2), night.update(3));

      follow(dashboard, night, false);

      assertThat(dashboard.resumedAfter()).containsExactly("none", "2-k3x");
      assertThat(linesWith("WITHDRAWN"))
          .containsExactly("TEST WITHDRAWN Seat B: no result stands any more.");
      assertThat(linesWith("DECLARED")).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "null", "[]", "{\"election\":1}", "1e99999999999", "\u001b[2J\u202e"})
  void garbageIsToldAndSkipped(String garbage) throws InterruptedException {
    byte[] data = garbage.getBytes(StandardCharsets.UTF_8);
    try (FakeDashboard dashboard = new FakeDashboard(night.election())) {
      dashboard.thenIsSilent(
          FakeDashboard.event("snapshot", 9, data),
          night.snapshot(0),
          night.update(1),
          FakeDashboard.event("update", 9, data),
          FakeDashboard.event("of-a-later-dashboard", 9, data),
          "nonsense\n\u0000: \n\n",
          night.update(2),
          night.update(3));

      follow(dashboard, night, false);

      assertThat(linesWith("SKIPPED")).hasSize(2);
      assertThat(linesWith("SKIPPED").get(0))
          .startsWith("TEST SKIPPED   The snapshot of the stream");
      assertThat(linesWith("SKIPPED").get(1)).startsWith("TEST SKIPPED   The update of the stream");
      assertThat(linesWith("DECLARED")).hasSize(3);
      assertThat(text()).doesNotContain("\u001b", "\u202e");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 200})
  void aHostileNameSteersNoTerminal(int columns) throws InterruptedException {
    ThreeSeats hostile =
        new ThreeSeats("\u001b]0;x\u0007\u009b2J", "\u202eBevis\u2028 \u200b\r\n", "C".repeat(150))
            .then(
                declaration("A", 1, "Lab 500, Con 400"),
                declaration("B", 2, "Con 500, Lab 400"),
                declaration("C", 3, "Con 700, Lab 650"));
    try (FakeDashboard dashboard = new FakeDashboard(hostile.election())) {
      dashboard.thenIsSilent(
          hostile.snapshot(0), hostile.update(1), hostile.update(2), hostile.update(3));

      Screen screen =
          Terminal.screen(
              Terminal.Bar.ON,
              out,
              Map.of("COLUMNS", String.valueOf(columns), "TERM", "xterm", "COLORTERM", "24bit"));
      follow(dashboard, hostile, false, screen);

      String ours = text().replaceAll("\u001b\\[(\\?7[lh]|J|\\d+A|[0-9;]*m)", "").replace("\r", "");
      assertThat(ours)
          .contains("\uFFFD]0;x\uFFFD\uFFFD2J:", "\uFFFDBevis\uFFFD \uFFFD\uFFFD\uFFFD:");
      assertThat(ours.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
      assertThat(lastDrawn())
          .hasSize(5)
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
      assertThat(lastDrawn().get(1)).hasSize(columns);
      assertThat(lastDrawn().get(0)).isEqualTo("TEST - A small night");
      assertThat(lastDrawn().get(4)).isEqualTo("3 of 3 declared, 0 being checked");
    }
  }

  @Test
  void alertsAloneWhereThatIsAskedFor() throws InterruptedException {
    try (FakeDashboard dashboard = new FakeDashboard(night.election())) {
      dashboard.thenIsSilent(night.snapshot(0), night.update(1), night.update(2), night.update(3));

      follow(dashboard, night, true);

      assertThat(linesWith("DECLARED")).isEmpty();
      assertThat(linesWith("ALERT").get(0))
          .isEqualTo(
              "TEST ALERT     22:01 Labour gain Seat A from the Conservatives, majority 100.");
    }
  }

  @Test
  void aConnectionOnWhichNothingIsHeardIsGivenUp() throws InterruptedException {
    try (FakeDashboard dashboard = new FakeDashboard(night.election())) {
      dashboard.thenIsSilent(night.snapshot(2)).thenIsSilent(night.update(3));

      new Follower(
              new Dashboard(DashboardUrl.parse(dashboard.url())),
              night.election(),
              new WatchedNight(night.election(), false),
              new PlainScreen(out),
              true,
              Duration.ofSeconds(2),
              System::nanoTime,
              () -> 0)
          .run();

      assertThat(dashboard.resumedAfter()).containsExactly("none", "2-k3x");
      assertThat(linesWith("RECONNECTING").get(0)).contains("Nothing was heard for");
    }
  }

  private void follow(FakeDashboard dashboard, ThreeSeats seats, boolean alertsOnly)
      throws InterruptedException {
    follow(dashboard, seats, alertsOnly, new PlainScreen(out));
  }

  private void follow(FakeDashboard dashboard, ThreeSeats seats, boolean alertsOnly, Screen screen)
      throws InterruptedException {
    new Follower(
            new Dashboard(DashboardUrl.parse(dashboard.url())),
            seats.election(),
            new WatchedNight(seats.election(), alertsOnly),
            screen,
            true,
            PATIENT,
            System::nanoTime,
            () -> 0.5)
        .run();
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private List<String> linesWith(String tag) {
    return text().lines().filter(line -> line.startsWith("TEST " + tag)).toList();
  }

  /** What stands at the foot in the end, without colours. */
  private List<String> lastDrawn() {
    String last = text().substring(text().lastIndexOf("\u001b[?7l") + 5);
    return last.replaceAll("\u001b\\[(\\?7h|[0-9;]*m)", "").lines().toList();
  }
}
