package electionnight.watch;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Contest;
import electionnight.domain.Election;
import electionnight.domain.Scoreboard;
import electionnight.testing.FoldedNight;
import electionnight.testing.SmallNight;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ScreenTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final Election election = SmallNight.election(Contest.GENERAL_ELECTION, 3);
  private final FoldedNight night = new FoldedNight().applyAll(List.of(election));

  @Test
  void theFootSaysThatItIsReconnectingAndHowOldTheFiguresAre() {
    Screen screen = new BarScreen(out, 40, Colours.NONE);

    screen.standing(election, totals(), Connection.lost("Gone", Duration.ofSeconds(12)));

    assertThat(text())
        .isEqualTo(
            "\r\u001b[J\u001b[?7lTEST - reconnecting, figures 12 s old -…\n"
                + "..........................|.............\n"
                + "No seat is won yet\n"
                + "Majority at 2\n"
                + "0 of 3 declared, 0 being checked\u001b[?7h");
  }

  @Test
  void theFootIsDrawnOnlyWhenItChanges() {
    Screen screen = new BarScreen(out, 40, Colours.NONE);
    screen.standing(election, totals(), Connection.CURRENT);
    int drawn = bytes.size();

    screen.standing(election, totals(), Connection.CURRENT);

    assertThat(bytes.size()).isEqualTo(drawn);
  }

  @Test
  void stoppedAlertsStayInSight() {
    night.apply(SmallNight.stop(7, "Look again"));
    Screen screen = new BarScreen(out, 80, Colours.NONE);

    screen.standing(election, totals(), Connection.CURRENT);

    assertThat(text()).contains("\nAlerts are stopped by the night editor (Look again)");
  }

  @Test
  void plainLinesRemindTwiceAMinuteThatTheFiguresAreOld() {
    Screen screen = new PlainScreen(out);

    IntStream.rangeClosed(0, 65)
        .forEach(
            second ->
                screen.standing(
                    election, totals(), Connection.lost("Gone", Duration.ofSeconds(second))));
    screen.standing(election, totals(), Connection.CURRENT);

    assertThat(text().lines())
        .containsExactly(
            "TEST RECONNECTING Gone; figures 0 s old.",
            "TEST RECONNECTING Gone; figures 30 s old.",
            "TEST RECONNECTING Gone; figures 60 s old.",
            "TEST CONNECTED The figures are current again.");
  }

  private Scoreboard totals() {
    return night.scoreboard();
  }

  private String text() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
