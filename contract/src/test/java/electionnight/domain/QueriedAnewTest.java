package electionnight.domain;

import static electionnight.testing.SmallNight.at;
import static electionnight.testing.SmallNight.correction;
import static electionnight.testing.SmallNight.declaration;
import static electionnight.testing.SmallNight.seat;
import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Query.Code;
import electionnight.testing.FoldedNight;
import electionnight.testing.SmallNight;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a query when something else is known of the night. */
class QueriedAnewTest {
  private final FoldedNight night = new FoldedNight();

  @BeforeEach
  void openTheNight() {
    night.apply(
        SmallNight.election(Contest.BY_ELECTION, 3, SmallNight.book(List.of()), Rules.STANDARD));
    night.applyAll(List.of(seat("A", "Con 9000, Lab 8000"), seat("B", "Con 9000, Lab 8000")));
    night.apply(seat("C", "Con 9000, Lab 8000"));
  }

  @Test
  void referenceDataFromBeforeTheNightDoesNotMakeAWordOfTheNightTooLate() {
    night.apply(declaration("A", 60, "Lab 5000, Con 4000"));
    night.apply(declaration("B", 61, "Lab 5000, Con 4000"));

    night.apply(seat("B", "Con 9001, Lab 8000"), Instant.EPOCH);

    assertThat(queries("B")).extracting(Query::code).containsExactly(Code.SAME_FIGURES);
  }

  @Test
  void aWordThatWasTooLateStaysSoWhenItsSeatIsAmendedLater() {
    night.apply(declaration("A", 60, "Lab 5000, Con 4000"), at(0));

    night.apply(seat("A", "Con 9001, Lab 8000"), at(120));

    assertThat(queries("A")).extracting(Query::code).containsExactly(Code.TOO_LATE);
    assertThat(night.scoreboard().declared()).isZero();
  }

  @Test
  void aSeatThatIsClearedClearsWhatHadItsFiguresBefore() {
    night.apply(declaration("A", 60, "Lab 5000, Con 4000"));
    night.apply(declaration("B", 61, "Lab 7000, Con 3000"));
    night.apply(declaration("C", 62, "Lab 5000, Con 4000"));
    night.apply(correction("A", 60, 2, "Another seat's figures", "Lab 7000, Con 3000"));
    assertThat(night.scoreboard().checking()).containsExactly(id("A"), id("C"));

    night.apply(correction("B", 61, 2, "Another seat's figures", "Lab 8000, Con 2000"));

    assertThat(night.scoreboard().checking()).isEmpty();
    assertThat(night.updates().get(4).seats())
        .extracting(SeatReport::seat)
        .containsExactly(id("B"), id("A"), id("C"));
    assertThat(night.reports().get(id("C")).result()).isPresent();
  }

  private List<Query> queries(String seat) {
    return night.seats().get(id(seat)).queried().orElseThrow().queries();
  }

  private static SeatId id(String seat) {
    return new SeatId(seat);
  }
}
