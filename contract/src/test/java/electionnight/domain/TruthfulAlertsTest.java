package electionnight.domain;

import static electionnight.testing.SmallNight.declaration;
import static electionnight.testing.SmallNight.from;
import static electionnight.testing.SmallNight.heldSince;
import static electionnight.testing.SmallNight.hold;
import static electionnight.testing.SmallNight.overturned;
import static electionnight.testing.SmallNight.recount;
import static electionnight.testing.SmallNight.rush;
import static electionnight.testing.SmallNight.seat;
import static electionnight.testing.SmallNight.sitting;
import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Alert.Kind;
import electionnight.domain.Alert.State;
import electionnight.testing.FoldedNight;
import electionnight.testing.SmallNight;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an alert says is so, and so is the reason it gives. */
class TruthfulAlertsTest {
  private static final PartyCode LD = new PartyCode("LD");

  @Test
  void aTimeInDoubtIsNotBorneOutByAnotherTime() {
    FoldedNight night = queried();
    Instant right = SmallNight.at(60);
    night.apply(declaration("A", 60 + 720, "Lab 5000, Con 4000"), SmallNight.at(61));
    assertThat(night.scoreboard().checking()).containsExactly(new SeatId("A"));

    night.apply(from("BBC", declaration("A", 60, "Lab 5000, Con 4000")), SmallNight.at(62));

    Result believed = result(night, "A");
    assertThat(believed.declaredAt()).isEqualTo(right);
    assertThat(believed.source()).isEqualTo("BBC");
    assertThat(night.scoreboard().latest()).contains(right);
  }

  @Test
  void aTimeInDoubtIsBorneOutByTheSameTime() {
    FoldedNight night = queried();
    Declaration early = declaration("A", 60 + 720, "Lab 5000, Con 4000");
    night.apply(early, SmallNight.at(61));

    night.apply(from("BBC", early), SmallNight.at(62));

    assertThat(result(night, "A").source()).isEqualTo(early.source());
  }

  @Test
  void twoTimesInDoubtBearNothingOut() {
    FoldedNight night = queried();
    night.apply(declaration("A", 60 + 720, "Lab 5000, Con 4000"), SmallNight.at(61));

    night.apply(from("BBC", declaration("A", 60 + 721, "Lab 5000, Con 4000")), SmallNight.at(62));

    assertThat(night.scoreboard().checking()).containsExactly(new SeatId("A"));
    assertThat(night.scoreboard().declared()).isZero();
  }

  @Test
  void aSeatThatWasDeclaredLastDidNotComeInLater() {
    FoldedNight night =
        opened(Contest.BY_ELECTION, 2, overturned(Contest.BY_ELECTION, "Old", 4000));
    night.apply(seat("A", "Con 9000, Lab 4000"));
    night.apply(seat("B", "Con 9000, Lab 3000"));
    night.apply(declaration("A", 60, "Lab 5000, Con 4000"));

    night.apply(declaration("B", 120, "Lab 5000, Con 4000"));

    Alert amended =
        night.updates().get(1).alerts().stream()
            .filter(alert -> alert.state() == State.AMENDED)
            .findFirst()
            .orElseThrow();
    assertThat(amended.name()).isEqualTo("Seat A");
    assertThat(amended.reason().orElseThrow())
        .startsWith("Seat B: declared at ")
        .doesNotContain("came in later");
  }

  @Test
  void whatAnotherSeatsChangeIssuesSaysWhy() {
    FoldedNight night = opened(Contest.GENERAL_ELECTION, 99);
    night.apply(seat("A", "Con 30000, Lab 10000"));
    night.apply(seat("B", "Con 20000, Lab 10000"));
    night.apply(rush("A", 60, 1, "Lab"));
    night.apply(declaration("B", 65, "Lab 5000, Con 4000"));

    night.apply(declaration("A", 70, 2, "Lab 20000, Con 4000"));

    Alert issued =
        night.updates().get(2).alerts().stream()
            .filter(alert -> alert.state() == State.ISSUED)
            .filter(alert -> alert.name().equals("Seat B"))
            .filter(alert -> alert.kind() == Kind.BIGGEST_MAJORITY_OVERTURNED)
            .findFirst()
            .orElseThrow();
    assertThat(issued.reason().orElseThrow()).startsWith("Seat A: declared in full at ");
  }

  @Test
  void betweenIndependentsThereIsNoSwingAndNoChangeOfShare() {
    FoldedNight night = opened(Contest.GENERAL_ELECTION, 99);
    night.apply(seat("A", "Lab 30000, Ind 300, Ind 200"));

    night.apply(declaration("A", 1, "Ind 15000, Lab 12000"));

    Result result = result(night, "A");
    assertThat(result.swing()).isEmpty();
    assertThat(result.candidates().get(0).shareChange()).as("of the independent").isEmpty();
    assertThat(result.candidates().get(1).shareChange()).as("of Labour").isPresent();
    assertThat(kinds(night)).contains(Kind.SEAT_GAIN).doesNotContain(Kind.LARGEST_SWING);
  }

  @Test
  void whoLostTheSeatSinceDidNotHoldItUntilNow() {
    FoldedNight night = opened(Contest.GENERAL_ELECTION, 99);
    Sitting member = new Sitting(LD, "won the by-election of 2022", "a test");
    night.apply(heldSince(sitting(seat("A", "Con 9000, LD 4000"), member), 1923));

    night.apply(declaration("A", 1, "LD 5000, Con 4000"));

    assertThat(kinds(night)).contains(Kind.SEAT_GAIN).doesNotContain(Kind.FIRST_SINCE);
  }

  @Test
  void aRecountThatIsOverDoesNotBeginAgainWhenItsSeatIsHeld() {
    FoldedNight night = opened(Contest.GENERAL_ELECTION, 99);
    night.apply(seat("A", "Con 9000, Lab 4000"));
    night.apply(recount("A", 1, 1, "it was close"));
    night.apply(declaration("A", 2, 2, "Con 5000, Lab 4000"));

    night.apply(hold("A", "a doubt"));

    assertThat(night.standingAlerts())
        .filteredOn(alert -> alert.kind() == Kind.RECOUNT)
        .extracting(Alert::headline)
        .containsExactly("Votes were recounted in Seat A");
  }

  private static FoldedNight opened(Contest contest, int seats, RecordEntry... book) {
    FoldedNight night = new FoldedNight();
    night.apply(SmallNight.election(contest, seats, List.of(book)));
    return night;
  }

  /** With one seat, and rules that query. */
  private static FoldedNight queried() {
    FoldedNight night = new FoldedNight();
    night.apply(
        SmallNight.election(
            Contest.GENERAL_ELECTION, 99, SmallNight.book(List.of()), Rules.STANDARD));
    night.apply(seat("A", "Con 9000, Lab 4000"));
    return night;
  }

  private static Result result(FoldedNight night, String seat) {
    return Optional.ofNullable(night.reports().get(new SeatId(seat)))
        .flatMap(SeatReport::result)
        .orElseThrow();
  }

  private static List<Kind> kinds(FoldedNight night) {
    return night.standingAlerts().stream().map(Alert::kind).toList();
  }
}
