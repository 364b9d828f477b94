package electionnight.watch;

import static electionnight.testing.SmallNight.correction;
import static electionnight.testing.SmallNight.declaration;
import static electionnight.testing.SmallNight.hold;
import static electionnight.testing.SmallNight.recount;
import static electionnight.testing.SmallNight.release;
import static electionnight.testing.SmallNight.resume;
import static electionnight.testing.SmallNight.rush;
import static electionnight.testing.SmallNight.stop;
import static electionnight.testing.SmallNight.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Input;
import electionnight.domain.Update;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WatchedNightTest {
  @Test
  void aResultFromItsRushToItsCorrection() {
    assertThat(
            told(
                rush("A", 0, 1, "Lab"),
                declaration("A", 1, 2, "Lab 500, Con 400"),
                correction("A", 4, 3, "A bundle was missed", "Con 500, Lab 400")))
        .contains(
            "TEST RUSH      22:00 Seat A: Labour gain from the Conservatives, votes not known yet.",
            "TEST DECLARED  22:01 Seat A: Labour gain from the Conservatives, Lab, majority 100.",
            "TEST CORRECTED 22:04 Seat A: The Conservatives hold, Con, majority 100 (A bundle was missed).")
        .anyMatch(line -> line.startsWith("TEST WITHDRAWN ALERT 22:01 Labour gain Seat A"))
        .anyMatch(line -> line.startsWith("TEST CORRECTION 22:04 "));
  }

  @Test
  void anAmendedAlertSaysWhatItSaidBefore() {
    assertThat(
            told(
                declaration("A", 1, "Lab 500, Con 400"),
                correction("A", 4, 2, "Miscounted", "LD 600, Con 400")))
        .anyMatch(
            line ->
                line.startsWith("TEST AMENDED ALERT 22:04 The Liberal Democrats gain Seat A")
                    && line.endsWith(
                        "(Miscounted). Said before: Labour gain Seat A from the Conservatives, majority 100."));
  }

  @Test
  void whatWasSaidOfASeatThatHasNoResult() {
    assertThat(
            told(
                recount("A", 1, 1, "Close"),
                declaration("B", 5, "Con 500, Lab 400"),
                withdrawal("B", 6, 2, "The wrong seat"),
                hold("C", "Phone the hall"),
                release("C", "Phoned")))
        .contains(
            "TEST RECOUNT   22:01 Seat A: votes are counted again (Close).",
            "TEST WITHDRAWN 22:06 Seat B: the result is taken back (The wrong seat).",
            "TEST HELD      22:00 Seat C: nothing of it counts, by the night editor (Phone the hall).",
            "TEST RELEASED  Seat C: held no more.");
  }

  @Test
  void alertsThatAreStopped() {
    assertThat(told(stop(7, "Look again"), resume(8, "Looked")))
        .containsExactly(
            "TEST ALERTS STOPPED 22:07 Alerts are stopped by the night editor (Look again).",
            "TEST ALERTS RESUMED Alerts flow again.");
  }

  /** Everything that is told of a night, from its first revision on. */
  private static List<String> told(Input... inputs) {
    ThreeSeats night = new ThreeSeats().then(inputs);
    WatchedNight watched = new WatchedNight(night.election(), false);
    List<String> lines = new ArrayList<>();
    for (Update update : night.updates()) {
      watched.update(update).forEach(news -> lines.add(Screen.text(news, Colours.NONE)));
    }
    return lines;
  }
}
