package electionnight.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.dashboard.testing.ANight;
import electionnight.dashboard.view.NightFold.Applied;
import electionnight.domain.Alert;
import electionnight.domain.Seat;
import org.junit.jupiter.api.Test;

class NightFoldTest {
  private final ANight night = ANight.of("by-elections-2023-10-19");
  private final Seat tamworth = night.seat("E14000986", "Tamworth");
  private final Seat midBedfordshire = night.seat("E14000813", "Mid Bedfordshire");
  private final NightFold fold = new NightFold();

  @Test
  void aNightWithoutItsElectionIsNotShown() {
    fold.put(tamworth);
    fold.apply(night.update(1, tamworth));

    assertThat(fold.view()).isEmpty();
  }

  @Test
  void aNightWithoutUpdatesHasAnEmptyScoreboardAtRevision0() {
    fold.put(night.election(), ANight.electionRecord(0));

    NightView view = fold.view().orElseThrow();
    assertThat(view.revision()).isZero();
    assertThat(view.scoreboard().declared()).isZero();
    assertThat(view.scoreboard().seats()).isEqualTo(3);
  }

  @Test
  void theLatestResultOfASeatReplacesTheOneBefore() {
    fold.put(night.election(), ANight.electionRecord(0));
    fold.apply(night.update(1, tamworth));
    fold.apply(night.update(2, midBedfordshire));
    fold.apply(night.update(3, tamworth));

    NightView view = fold.view().orElseThrow();
    assertThat(view.revision()).isEqualTo(3);
    assertThat(view.reports())
        .containsExactly(night.declared(2, midBedfordshire), night.declared(3, tamworth));
  }

  @Test
  void anAlertKeepsItsIdAndComesFirstWhenItChanges() {
    Alert first = night.alert(tamworth, 1, "Labour gain Tamworth");
    Alert second = night.alert(midBedfordshire, 1, "Labour gain Mid Bedfordshire");
    Alert amended = night.alert(tamworth, 2, "Labour gain Tamworth by 1,316");
    fold.put(night.election(), ANight.electionRecord(0));
    fold.apply(night.update(1, tamworth, first));
    fold.apply(night.update(2, midBedfordshire, second));
    assertThat(fold.view().orElseThrow().alerts()).containsExactly(second, first);

    fold.apply(night.update(3, tamworth, amended));
    assertThat(fold.view().orElseThrow().alerts()).containsExactly(amended, second);
  }

  @Test
  void theAlertsOfOneUpdateKeepTheirOrder() {
    Alert first = night.alert(tamworth, 1, "one");
    Alert second = night.alert(midBedfordshire, 1, "two");
    fold.put(night.election(), ANight.electionRecord(0));
    fold.apply(night.update(1, tamworth, first, second));

    assertThat(fold.view().orElseThrow().alerts()).containsExactly(first, second);
  }

  @Test
  void aRepeatedRevisionChangesNothing() {
    fold.put(night.election(), ANight.electionRecord(0));
    fold.apply(night.update(1, tamworth));
    NightView before = fold.view().orElseThrow();

    assertThat(fold.apply(night.update(1, midBedfordshire))).isEqualTo(Applied.REPEATED);
    assertThat(fold.view()).contains(before);
  }

  @Test
  void anUpdateAfterAGapIsApplied() {
    fold.put(night.election(), ANight.electionRecord(0));

    assertThat(fold.apply(night.update(1, tamworth))).isEqualTo(Applied.NEXT);
    assertThat(fold.apply(night.update(4, midBedfordshire))).isEqualTo(Applied.AFTER_GAP);
    assertThat(fold.revision()).isEqualTo(4);
  }

  @Test
  void aViewOnceTakenDoesNotChange() {
    fold.put(night.election(), ANight.electionRecord(0));
    fold.put(tamworth);
    NightView before = fold.view().orElseThrow();
    fold.put(midBedfordshire);
    fold.apply(night.update(1, tamworth));

    assertThat(before.revision()).isZero();
    assertThat(before.seats()).containsOnlyKeys(tamworth.seat());
    assertThat(before.counts()).isEmpty();
  }
}
