package electionnight.domain;

import static electionnight.testing.SmallNight.correction;
import static electionnight.testing.SmallNight.declaration;
import static electionnight.testing.SmallNight.hold;
import static electionnight.testing.SmallNight.recount;
import static electionnight.testing.SmallNight.seat;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import electionnight.domain.Alert.State;
import electionnight.domain.Query.Code;
import electionnight.testing.FoldedNight;
import electionnight.testing.SmallNight;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each mistake that a newsroom or an agency really made, and what guards against it: among twelve
 * seats of 70,000 electors in which the turnout stayed and 5 points went from Con to Lab.
 */
class MistakesThatReallyHappenedTest {
  private static final String BEFORE = "Lab 20000, Con 15000, LD 5000, SNP 2000";

  private final FoldedNight night = new FoldedNight();

  @BeforeEach
  void declareTwelveSeats() {
    night.apply(election(Mode.LIVE));
    for (int i = 1; i <= 12; i++) {
      night.apply(seat("S" + i, BEFORE));
      night.apply(
          declaration(
              "S" + i,
              i,
              "Lab %d, Con %d, LD 5000, SNP 2000".formatted(22_000 + 20 * i, 13_000 - 30 * i)));
    }
    night.apply(seat("New", BEFORE));
    assertThat(night.scoreboard().declared()).isEqualTo(12);
  }

  @Test
  void aResultLikeTheOthersIsBelieved() {
    night.apply(declaration("New", 30, "Lab 22111, Con 12911, LD 5055, SNP 1987"));

    assertThat(night.scoreboard().declared()).isEqualTo(13);
  }

  @Test
  void anotherContestsFigures() {
    night.apply(declaration("New", 30, "Lab 22060, Con 12910, LD 4000, SNP 2100"));

    List<Query> queries = queried(Code.SAME_FIGURES);
    assertThat(queries).hasSize(1);
    Query query = queries.get(0);
    assertThat(query.seats()).containsExactly(new SeatId("S3"));
    assertThat(query.words()).contains("22,060", "12,910", "Seat S3");
  }

  @Test
  void aWardLeftOut() {
    night.apply(declaration("New", 30, "Lab 18500, Con 11000, LD 4300, SNP 1642"));

    assertThat(queried(Code.TURNOUT))
        .extracting(Query::words)
        .singleElement(as(STRING))
        .startsWith("35,442 valid votes of 70,000 electors are 9.4 points down");
  }

  @Test
  void digitsLostOneFor1833() {
    night.apply(declaration("New", 30, "Lab 22111, Con 12911, LD 5055, SNP 1"));

    assertThat(queried(Code.LOST_DIGITS)).allMatch(query -> query.words().contains("SNP"));
  }

  @Test
  void digitsLostSevenFor7797() {
    night.apply(declaration("New", 30, "Lab 22111, Con 12911, LD 7, SNP 1987"));

    assertThat(queried(Code.LOST_DIGITS))
        .extracting(Query::words)
        .first(as(STRING))
        .startsWith("LD (LD) has 7 votes");
  }

  @Test
  void digitsLost2942For20150() {
    night.apply(declaration("New", 30, "Lab 2942, Con 12911, LD 5055, SNP 1987"));

    assertThat(queried(Code.TURNOUT))
        .extracting(Query::words)
        .singleElement(as(STRING))
        .startsWith("22,895 valid votes of 70,000 electors are 27.3 points down");
  }

  @Test
  void votesFallBetweenRevisions() {
    night.apply(declaration("New", 30, "Lab 22111, Con 12911, LD 5055, SNP 1987"));
    Declaration first = declaration("New", 30, "Lab 22111, Con 12911, LD 505, SNP 1987");

    night.apply(
        new Declaration(
            first.election(),
            first.seat(),
            2,
            Status.DECLARED,
            first.declaredAt(),
            first.source(),
            Optional.empty(),
            first.winner(),
            first.party(),
            first.votes(),
            first.invalidVotes(),
            first.verifiedBallots(),
            first.test()));

    assertThat(queried(Code.VOTES_FELL))
        .extracting(Query::words)
        .singleElement(as(STRING))
        .contains("from 5,055 to 505");
    assertThat(night.reports().get(new SeatId("New")).result().orElseThrow().revision())
        .as("what was believed before stands meanwhile")
        .isEqualTo(1);
  }

  @Test
  void twoPartiesRowsSwapped() {
    Folded folded =
        night.apply(SmallNight.byLot("New", 30, "Lab", "Con 22111, Lab 12911, LD 5055, SNP 1987"));

    assertRejected(folded, Reason.Code.IMPOSSIBLE_WINNER, "winner", "Lab");
  }

  @Test
  void theTotalKeyedAsACandidate() {
    Folded folded =
        night.apply(declaration("New", 30, "Lab 22111, Con 12911, LD 5055, SNP 1987, Ind 42064"));

    assertRejected(folded, Reason.Code.IMPOSSIBLE_VOTES, "votes", "84128 in all");
  }

  @Test
  void aTestNightOnAir() {
    Declaration rehearsed = rehearsed(declaration("New", 30, "Lab 22111, Con 12911, LD 5055"));

    assertRejected(night.apply(rehearsed), Reason.Code.REHEARSAL, "test", "true");

    FoldedNight rehearsal = new FoldedNight();
    rehearsal.apply(election(Mode.TEST));
    rehearsal.apply(seat("New", "Con 20000, Lab 15000"));
    rehearsal.apply(rehearsed);
    assertThat(rehearsal.scoreboard().mode()).isEqualTo(Mode.TEST);
    assertThat(rehearsal.alerts().values())
        .isNotEmpty()
        .extracting(Alert::mode)
        .containsOnly(Mode.TEST);
  }

  @Test
  void aWrongCallCopiedOn() {
    night.apply(hold("New", "Everybody copies one call"));

    night.apply(declaration("New", 30, "Con 22111, Lab 12911, LD 5055, SNP 1987"));
    night.apply(
        SmallNight.from(
            "a rival", declaration("New", 30, "Con 22111, Lab 12911, LD 5055, SNP 1987")));

    assertThat(night.scoreboard().declared()).isEqualTo(12);
    assertThat(night.alerts().values()).noneMatch(alert -> alert.name().equals("Seat New"));
  }

  @Test
  void anEmptyRefreshWipesNoTotals() {
    Scoreboard before = night.scoreboard();
    Declaration empty = recount("S1", 60, 2, "");

    assertRejected(night.apply(empty), Reason.Code.UNEXPLAINED, "reason", "");
    assertRejected(
        night.apply(correction("S1", 60, 2, "a refresh", "Lab 0, Con 0, LD 0, SNP 0")),
        Reason.Code.IMPOSSIBLE_VOTES,
        "votes",
        "0 in all");
    assertRejected(
        night.apply(SmallNight.rush("S1", 60, 2, "Con")), Reason.Code.UNEXPLAINED, "reason", "");
    assertThat(night.scoreboard()).isEqualTo(before);
  }

  @Test
  void aNewRevisionWithNothingChanged() {
    night.apply(declaration("New", 30, "Con 22111, Lab 12911, LD 5055, SNP 1987"));
    night.apply(SmallNight.confirmation("New", 1));
    int updates = night.updates().size();
    assertThat(night.updates().get(updates - 1).alerts())
        .extracting(Alert::state)
        .isNotEmpty()
        .containsOnly(State.ISSUED);

    night.apply(correction("New", 30, 2, "a refresh", "SNP 1987, LD 5055, Lab 12911, Con 22111"));

    assertThat(night.updates()).hasSize(updates + 1);
    assertThat(night.updates().get(updates).alerts()).isEmpty();
  }

  @Test
  void aSumOverRoundedShares() {
    FoldedNight tamworth = new FoldedNight();
    tamworth.apply(SmallNight.election(Contest.BY_ELECTION, 1));
    tamworth.apply(seat("T", "Con 30542, Lab 10908, LD 2426, Ind 2180"));

    tamworth.apply(declaration("T", 1, "Lab 11719, Con 10403, LD 417, Ind 3047"));

    // Shares as they are printed: 45.8 - 23.7 and 66.3 - 40.7, which make 23.85.
    assertThat(tamworth.alerts().get("small-night:LARGEST_SWING:T").facts().swing())
        .map(Swing::points)
        .contains(23.8871);
  }

  /** What this rule asks of the new seat, which is in no figure and no alert meanwhile. */
  private List<Query> queried(Code code) {
    SeatReport report = night.reports().get(new SeatId("New"));
    assertThat(night.scoreboard().checking()).containsExactly(new SeatId("New"));
    assertThat(night.updates().get(night.updates().size() - 1).alerts()).isEmpty();
    List<Query> queries =
        report.checking().orElseThrow().queries().stream()
            .filter(query -> query.code() == code)
            .toList();
    assertThat(queries).as("queries of %s", report.checking()).isNotEmpty();
    return queries;
  }

  private static Declaration rehearsed(Declaration word) {
    return new Declaration(
        word.election(),
        word.seat(),
        word.revision(),
        word.status(),
        word.declaredAt(),
        word.source(),
        word.reason(),
        word.winner(),
        word.party(),
        word.votes(),
        word.invalidVotes(),
        word.verifiedBallots(),
        Optional.of(true));
  }

  private static Election election(Mode mode) {
    Election small =
        SmallNight.election(Contest.GENERAL_ELECTION, 650, RecordBook.EMPTY, Rules.STANDARD);
    return new Election(
        small.election(),
        small.name(),
        small.contest(),
        small.date(),
        small.zone(),
        small.basis(),
        small.previous(),
        small.closeOfPoll(),
        small.seats(),
        mode,
        small.parties(),
        small.recordBook(),
        small.rules(),
        small.attribution());
  }

  private static void assertRejected(Folded folded, Reason.Code code, String field, String value) {
    assertThat(folded)
        .isInstanceOfSatisfying(
            Folded.Rejected.class,
            rejected ->
                assertThat(rejected.reasons())
                    .singleElement()
                    .returns(code, Reason::code)
                    .returns(field, Reason::field)
                    .returns(value, Reason::value));
  }
}
