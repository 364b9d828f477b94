package electionnight.domain;

import static electionnight.testing.SmallNight.correction;
import static electionnight.testing.SmallNight.declaration;
import static electionnight.testing.SmallNight.hold;
import static electionnight.testing.SmallNight.recount;
import static electionnight.testing.SmallNight.release;
import static electionnight.testing.SmallNight.resume;
import static electionnight.testing.SmallNight.rush;
import static electionnight.testing.SmallNight.seat;
import static electionnight.testing.SmallNight.stop;
import static electionnight.testing.SmallNight.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Alert.Kind;
import electionnight.domain.Correction.Change;
import electionnight.testing.FoldedNight;
import electionnight.testing.SmallNight;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A correction names every figure that was published and is no longer so, whatever came between.
 */
class WholeCorrectionsTest {
  private final FoldedNight night = new FoldedNight();

  @BeforeEach
  void openTheNight() {
    night.apply(SmallNight.election(Contest.GENERAL_ELECTION, 99));
    night.apply(seat("A", "Con 9000, Lab 4000"));
  }

  @Test
  void anotherWinnerIsNotTheSameResultRestored() {
    night.apply(declaration("A", 1, "Ind 5000, Ind 4000, Con 100"));
    String first = winner();
    night.apply(hold("A", "a doubt"));
    night.apply(correction("A", 1, 2, "the piles were swapped", "Ind 4000, Ind 5000, Con 100"));

    night.apply(release("A", "it was checked"));

    assertThat(winner()).as("winner").isNotEqualTo(first);
    assertThat(changes().get(0)).isEqualTo(change("winner", first + " (Ind)", winner() + " (Ind)"));
    assertThat(changes()).extracting(Change::figure).doesNotContain("result");
  }

  @Test
  void aResultThatIsThereAgainWithOtherVotesNamesThem() {
    night.apply(declaration("A", 1, "Lab 5000, Con 4000, LD 500"));
    night.apply(recount("A", 2, 2, "it was close"));

    night.apply(declaration("A", 3, 3, "Lab 6000, Con 5000, LD 100"));

    assertThat(changes())
        .extracting(Change::figure)
        .containsExactly(
            "result", "swing", "votes of Lab (Lab)", "votes of Con (Con)", "votes of LD (LD)");
    assertThat(changes().get(0).was()).as("the result stood before").isEmpty();
    assertThat(changes().get(2)).isEqualTo(change("votes of Lab (Lab)", "5,000", "6,000"));
  }

  @Test
  void aResultThatIsThereAgainAsItWasIsOnlyRestored() {
    night.apply(declaration("A", 1, "Lab 5000, Con 4000"));
    night.apply(hold("A", "a doubt"));

    night.apply(release("A", "it was right"));

    assertThat(changes()).extracting(Change::figure).containsExactly("result");
    assertThat(changes().get(0).was()).isEmpty();
  }

  @Test
  void whatWasTakenBackIsRememberedThroughARecountThatIsCalledOff() {
    night.apply(rush("A", 1, 1, "Lab"));
    night.apply(recount("A", 2, 2, "it was close"));
    night.apply(withdrawal("A", 3, 3, "no recount after all"));

    night.apply(declaration("A", 4, 4, "Con 5000, Lab 4990"));

    assertThat(alert().headline())
        .startsWith("Correction to Seat A: result The Conservatives hold")
        .contains("it was given as Labour gain");
  }

  @Test
  void correctionsMadeWhileAlertsWereStoppedAreToldTogether() {
    night.apply(declaration("A", 1, "Con 5000, Lab 4000, LD 300"));
    night.apply(stop(2, "a feed has gone mad"));
    night.apply(correction("A", 1, 2, "A bundle was counted twice", "Con 4500, Lab 4000, LD 300"));
    night.apply(correction("A", 1, 3, "LD was mistyped", "Con 4500, Lab 4000, LD 301"));

    night.apply(resume(10, "it is well again"));

    assertThat(alert().facts().changes())
        .contains(change("majority", "1,000", "500"), change("votes of LD (LD)", "300", "301"));
    assertThat(alert().headline()).isEqualTo("Correction to Seat A: majority 500, not 1,000");
    assertThat(alert().reason().orElseThrow())
        .contains("A bundle was counted twice")
        .contains("LD was mistyped");
  }

  @Test
  void whatWasToldBeforeAlertsWereStoppedIsNotToldAgain() {
    night.apply(declaration("A", 1, "Con 5000, Lab 4000, LD 300"));
    night.apply(correction("A", 1, 2, "A bundle was counted twice", "Con 4500, Lab 4000, LD 300"));
    night.apply(stop(2, "a feed has gone mad"));
    night.apply(correction("A", 1, 3, "LD was mistyped", "Con 4500, Lab 4000, LD 301"));

    night.apply(resume(10, "it is well again"));

    assertThat(alert().facts().changes())
        .extracting(Change::figure)
        .contains("votes of LD (LD)")
        .doesNotContain("majority");
  }

  private String winner() {
    return night.reports().get(new SeatId("A")).result().orElseThrow().winner();
  }

  private List<Change> changes() {
    return night.reports().get(new SeatId("A")).correction().orElseThrow().changes();
  }

  private Alert alert() {
    return night.standingAlerts().stream()
        .filter(alert -> alert.kind() == Kind.CORRECTION)
        .findFirst()
        .orElseThrow();
  }

  private static Change change(String figure, String was, String now) {
    return new Change(figure, Optional.of(was), Optional.of(now));
  }
}
