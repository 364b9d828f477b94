package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.AlertSwitch;
import electionnight.domain.Contest;
import electionnight.domain.Election;
import electionnight.testing.FoldedNight;
import electionnight.testing.SmallNight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the terminal says, which is all that some people watch. */
class NightLogTest {
  private static final Instant TEN = Instant.parse("2024-07-04T21:00:00Z");

  @Test
  void alertsThatAreStoppedAreNotMerelySilentAndARehearsalSaysSo() {
    Election election = SmallNight.election(Contest.BY_ELECTION, 1);
    FoldedNight night = new FoldedNight();
    night.apply(election);
    night.apply(SmallNight.seat("A", "Con 20000, Lab 10000"));
    night.apply(new AlertSwitch(SmallNight.ID, true, "a desk", "two look wrong", TEN));
    night.apply(SmallNight.declaration("A", 1, "Lab 8000, Con 7000"));
    night.apply(new AlertSwitch(SmallNight.ID, false, "a desk", "both are right", TEN));
    List<String> lines = new ArrayList<>();

    NightLog log = new NightLog(election, lines::add);
    night.updates().forEach(log::update);

    assertThat(lines.subList(0, 2))
        .containsExactly(
            "TEST  22:00:00  ALERTS STOPPED by a desk: two look wrong",
            "TEST  ALERTS RESUMED; what was held:");
    assertThat(lines.get(2))
        .startsWith("TEST  ")
        .contains("Labour gain Seat A from the Conservatives, majority 1,000");
  }
}
