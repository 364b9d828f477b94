package electionnight.domain;

import static electionnight.testing.SmallNight.correction;
import static electionnight.testing.SmallNight.declaration;
import static electionnight.testing.SmallNight.seat;
import static electionnight.testing.SmallNight.seatWithoutBaseline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import electionnight.domain.Query.Code;
import electionnight.testing.SmallNight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each rule on figures that can be checked by eye: every seat had Lab 20,000, Con 15,000, LD 5,000
 * of 70,000 electors, and ten seats are counted in which Labour gained 5 points from the
 * Conservatives at an unchanged turnout.
 */
class QueriesTest {
  private static final String BEFORE = "Lab 20000, Con 15000, LD 5000";
  private static final Instant NINE = Instant.parse("2024-07-04T20:00:00Z");
  private static final Instant TEN = Instant.parse("2024-07-04T21:00:00Z");
  private static final Election ELECTION =
      closing(SmallNight.election(Contest.GENERAL_ELECTION, 650), TEN);

  @Test
  void aResultLikeTheOthersIsNotQueried() {
    assertThat(asked(declaration("New", 30, "Lab 22100, Con 13100, LD 5200"))).isEmpty();
  }

  @Test
  void theFirstAndSecondVotesOfAnotherSeatAreQueriedAndNameIt() {
    assertThat(asked(declaration("New", 30, "Con 22003, Lab 13000, LD 4000")))
        .filteredOn(query -> query.code() == Code.SAME_FIGURES)
        .containsExactly(
            new Query(
                Code.SAME_FIGURES,
                "The first and second votes, 22,003 and 13,000, are also those of Seat S03",
                List.of(new SeatId("S03"))));
  }

  @Test
  void theFiguresOfAResultThatIsBeingCheckedCountAsThoseOfAnotherSeat() {
    Declaration doubted = declaration("Other", 5, "Lab 11719, Con 10403");
    SeatState state =
        SeatState.known(seatWithoutBaseline("Other"), cause())
            .querying(
                Optional.of(
                    new Queried(
                        new Word(doubted, cause()),
                        List.of(new Query(Code.TOO_EARLY, "", List.of())))));

    assertThat(
            Queries.sameFigures(
                seatWithoutBaseline("New"),
                declaration("New", 9, "Con 11719, LD 10403, Lab 9"),
                Evidence.of(List.of(state))))
        .map(Query::seats)
        .contains(List.of(new SeatId("Other")));
  }

  @Test
  void aSeatIsNotQueriedForItsOwnFigures() {
    assertThat(asked(correction("S03", 30, 2, "a check", "Lab 22003, Con 13000, LD 5001")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Lab 18490 Con 10870 LD 4170, 33'530 valid votes of 70'000 electors are 9.2 points down",
    "Lab 25510 Con 15270 LD 5670, 46'450 valid votes of 70'000 electors are 9.2 points up"
  })
  void validVotesFarFromTheMedianAreQueried(String votes, String words) {
    Declaration declaration =
        declaration("New", 30, votes.replace(" Con", ", Con").replace(" LD", ", LD"));

    assertThat(asked(declaration)).extracting(Query::code).containsExactly(Code.TURNOUT);
    assertThat(asked(declaration).get(0).words())
        .isEqualTo(
            words.replace('\'', ',')
                + " on the baseline, where the 10 comparable seats counted so far are 0.0 points"
                + " up at the median, give or take 3.0");
  }

  @Test
  void validVotesNotFarFromTheMedianAreNotQueried() {
    assertThat(asked(declaration("New", 30, "Lab 18650, Con 10960, LD 4200"))).isEmpty();
  }

  @Test
  void aShareFarFromTheSuggestedIsQueried() {
    Declaration declaration = declaration("New", 30, "Lab 3800, Con 13000, LD 5000, SNP 18200");

    assertThat(asked(declaration))
        .contains(
            new Query(
                Code.SHARE,
                "Labour have 9.5 %, where the 10 comparable seats counted so far suggest 55.0 %",
                List.of()));
  }

  @Test
  void twoPartiesWhoseVotesFitTheOtherWayRoundAreQueriedWhereNoWinnerIsNamed() {
    Declaration swapped = declaration("New", 30, "Lab 12900, Con 22050, LD 5050");

    assertThat(asked(swapped))
        .containsExactly(
            new Query(
                Code.SHARE,
                "The Conservatives have 55.1 % and Labour 32.3 %, where the 10 comparable seats"
                    + " counted so far suggest 32.5 % and 55.0 %: are their votes the wrong way"
                    + " round?",
                List.of()));
    assertThat(asked(naming("Con", swapped))).isEmpty();
  }

  @Test
  void rowsBehindTheNamedWinnerAreComparedAllTheSame() {
    assertThat(asked(naming("Lab", declaration("New", 30, "Lab 22000, Con 4900, LD 13100"))))
        .extracting(Query::words)
        .containsExactly(
            "The Conservatives have 12.3 % and the Liberal Democrats 32.8 %, where the 10"
                + " comparable seats counted so far suggest 32.5 % and 12.5 %: are their votes the"
                + " wrong way round?");
  }

  @Test
  void aShareManyTimesSmallerThanSuggestedIsQueriedAsLostDigits() {
    assertThat(asked(declaration("New", 30, "Lab 22100, Con 13000, LD 500")))
        .containsExactly(
            new Query(
                Code.LOST_DIGITS,
                "The Liberal Democrats have 1.4 %, where the 10 comparable seats counted so far"
                    + " suggest 12.5 %: were digits lost?",
                List.of()));
  }

  @Test
  void fewerVotesThanElectorsWhoNominateIsQueriedWhateverIsCounted() {
    assertThat(askedFirst(declaration("New", 30, "Lab 22000, Con 13000, Ind 1, Ind 10")))
        .containsExactly(
            new Query(
                Code.LOST_DIGITS,
                "Ind (Ind) has 1 vote, where a candidate has at least 10: were digits lost?",
                List.of()));
  }

  @Test
  void nineSeatsSuggestNothing() {
    QueriedReplay replay = replay();
    others(9).forEach(replay::believe);

    assertThat(replay.ask(declaration("New", 30, "Lab 800, Con 22000, LD 500"))).isEmpty();
  }

  @Test
  void theSpeakersSeatIsNeitherComparedNorCounted() {
    QueriedReplay replay = replay();
    others(9).forEach(replay::believe);
    replay.believe(declaration("Speaker", 29, "Spk 22000, Ind 8000"));

    assertThat(replay.ask(declaration("New", 30, "Lab 800, Con 22000, LD 500"))).isEmpty();
    others(10).forEach(replay::believe);
    assertThat(replay.ask(correction("Speaker", 30, 2, "a check", "Spk 9000, Lab 800"))).isEmpty();
  }

  @Test
  void whatHasNoBaselineIsNotCompared() {
    assertThat(asked(declaration("Fresh", 30, "Lab 800, Con 9000"))).isEmpty();
  }

  @Test
  void votesThatFallBetweenRevisionsAreQueriedUnlessAReasonIsGiven() {
    Declaration first = declaration("New", 30, "Lab 22000, Con 7797, LD 5000");
    Declaration later = revised(declaration("New", 30, "Lab 22000, Con 4797, LD 5000"));
    QueriedReplay replay = replay();
    replay.believe(first);

    assertThat(replay.ask(later))
        .containsExactly(
            new Query(
                Code.VOTES_FELL,
                "The votes of Con (Con) fell from 7,797 to 4,797, and no reason is given",
                List.of()));
    assertThat(
            replay.ask(
                correction("New", 30, 2, "a bundle counted twice", "Lab 22000, Con 4797, LD 5000")))
        .isEmpty();
    assertThat(replay.ask(revised(declaration("New", 30, "Lab 22001, Con 7797, LD 5000"))))
        .isEmpty();
  }

  @Test
  void aDeclarationBeforeTheCloseOfPollIsQueried() {
    assertThat(askedFirst(at(TEN.minusSeconds(1))))
        .containsExactly(
            new Query(
                Code.TOO_EARLY,
                "Declared at 4 July 21:59:59, before the polls closed at 4 July 22:00:00",
                List.of()));
    assertThat(askedFirst(at(TEN))).isEmpty();
  }

  @Test
  void aDeclarationLongAfterTheCloseOfPollIsQueried() {
    assertThat(askedFirst(at(TEN.plus(Duration.ofDays(7))))).isEmpty();
    assertThat(askedFirst(at(TEN.plus(Duration.ofDays(7)).plusSeconds(1))))
        .containsExactly(
            new Query(
                Code.TOO_LATE,
                "Declared at 11 July 22:00:01, more than 7 days after the polls closed at"
                    + " 4 July 22:00:00",
                List.of()));
    assertThat(askedFirst(at(Instant.parse("9999-12-31T23:59:59Z"))))
        .extracting(Query::code)
        .containsExactly(Code.TOO_LATE);
  }

  @Test
  void aDeclarationOfTheFutureIsQueried() {
    Instant heard = TEN.plus(Duration.ofHours(1));

    assertThat(heardAt(heard, at(heard.plus(Duration.ofMinutes(10))))).isEmpty();
    assertThat(heardAt(heard, at(heard.plus(Duration.ofMinutes(10)).plusSeconds(1))))
        .containsExactly(
            new Query(
                Code.TOO_LATE,
                "Declared at 4 July 23:10:01, more than 10 minutes after it was heard",
                List.of()));
  }

  @Test
  void theTimeOfARushIsAskedToo() {
    Declaration rush =
        new Declaration(
            SmallNight.ID,
            new SeatId("New"),
            1,
            Status.RUSH,
            NINE,
            "a test",
            Optional.empty(),
            Optional.of("Lab"),
            Optional.of(new PartyCode("Lab")),
            List.of(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty());

    assertThat(askedFirst(rush)).extracting(Query::code).containsExactly(Code.TOO_EARLY);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "150, 40150, -",
        "150, 40151, '40,000 valid and 150 rejected votes are 1 fewer than the 40,151 ballots"
            + " verified before the count'",
        "150, 40149, '40,000 valid and 150 rejected votes are 1 more than the 40,149 ballots"
            + " verified before the count'",
        "-, 40000, -",
        "-, 40816, -",
        "-, 40817, '40,000 valid votes are 817 fewer than the 40,817 ballots verified before the"
            + " count'",
        "-, 39999, '40,000 valid votes are 1 more than the 39,999 ballots verified before the"
            + " count'",
      })
  void votesReconcileWithTheBallotsVerified(Integer rejected, int verified, String words) {
    Declaration declaration =
        verified(
            rejected == null ? OptionalInt.empty() : OptionalInt.of(rejected),
            verified,
            declaration("New", 30, "Lab 22000, Con 13000, LD 5000"));

    assertThat(askedFirst(declaration))
        .isEqualTo(
            words == null ? List.of() : List.of(new Query(Code.NOT_RECONCILED, words, List.of())));
  }

  @Test
  void evidenceIsTheSameInAnyOrderAndAfterAnyCorrection() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<Declaration> words = new ArrayList<>(others(10));
    words.add(declaration("Speaker", 3, "Spk 22000, Ind 8000"));
    words.add(declaration("Fresh", 3, "Lab 800, Con 9000"));
    Collections.shuffle(words, random);
    QueriedReplay replay = replay();

    for (Declaration word : words) {
      if (random.nextBoolean()) {
        replay.believe(
            declaration(word.seat().value(), 1, "Con 900, Lab 700, Ind " + random.nextInt(500)));
      }
      replay.believe(word);
    }

    QueriedReplay straight = replay();
    new TreeMap<>(words.stream().collect(Collectors.toMap(Declaration::seat, w -> w)))
        .values()
        .forEach(straight::believe);
    assertThat(replay.evidence()).as("seed %d", seed).isEqualTo(straight.evidence());
    assertThat(replay.evidence())
        .as("seed %d", seed)
        .isEqualTo(Evidence.of(replay.seats()))
        .isNotEqualTo(Evidence.none());
  }

  @Test
  void thresholdsThatMeanNothingAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QueryRules(1, 3, 3, 45, 22, 5, 3, 10, 0, 2, 10, 7))
        .withMessageContaining("fewestSeats");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QueryRules(10, Double.NaN, 3, 45, 22, 5, 3, 10, 0, 2, 10, 7))
        .withMessageContaining("turnoutDeviations");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QueryRules(10, 3, 3, 45, 22, 1, 3, 10, 0, 2, 10, 7))
        .withMessageContaining("lostDigitsFactor");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new QueryRules(10, 3, 3, 45, 22, 5, 3, -1, 0, 2, 10, 7))
        .withMessageContaining("fewestVotes");
  }

  private static List<Query> asked(Declaration declaration) {
    QueriedReplay replay = replay();
    others(10).forEach(replay::believe);
    return replay.ask(declaration);
  }

  private static List<Query> askedFirst(Declaration declaration) {
    return replay().ask(declaration);
  }

  private static List<Query> heardAt(Instant heard, Declaration declaration) {
    return Queries.of(
        QueryRules.STANDARD,
        ELECTION,
        seatWithoutBaseline("New"),
        declaration,
        Optional.empty(),
        new Heard(cause(), heard),
        Evidence.none());
  }

  private static QueriedReplay replay() {
    List<Seat> seats = new ArrayList<>();
    others(10).forEach(word -> seats.add(seat(word.seat().value(), BEFORE)));
    seats.add(seat("New", BEFORE));
    seats.add(seat("Speaker", "Spk 30000, Ind 5000"));
    seats.add(seatWithoutBaseline("Fresh"));
    return new QueriedReplay(QueryRules.STANDARD, ELECTION, seats);
  }

  private static List<Declaration> others(int seats) {
    return IntStream.range(0, seats)
        .mapToObj(
            i ->
                declaration(
                    "S0" + i, 10 + i, "Lab " + (22_000 + i) + ", Con 13000, LD " + (5_000 - i)))
        .toList();
  }

  private static Declaration naming(String winner, Declaration word) {
    return copy(word, word.revision(), word.declaredAt(), Optional.of(winner));
  }

  private static Declaration revised(Declaration word) {
    return copy(word, 2, word.declaredAt(), word.winner());
  }

  private static Declaration at(Instant declaredAt) {
    Declaration word = declaration("New", 30, "Lab 22000, Con 13000, LD 5000");
    return copy(word, 1, declaredAt, word.winner());
  }

  private static Declaration copy(
      Declaration word, int revision, Instant declaredAt, Optional<String> winner) {
    return new Declaration(
        word.election(),
        word.seat(),
        revision,
        word.status(),
        declaredAt,
        word.source(),
        word.reason(),
        winner,
        word.party(),
        word.votes(),
        word.invalidVotes(),
        word.verifiedBallots(),
        word.test());
  }

  private static Declaration verified(OptionalInt rejected, int verified, Declaration word) {
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
        rejected,
        OptionalInt.of(verified),
        word.test());
  }

  private static Election closing(Election election, Instant close) {
    return new Election(
        election.election(),
        election.name(),
        election.contest(),
        election.date(),
        election.zone(),
        election.basis(),
        election.previous(),
        Optional.of(close),
        election.seats(),
        election.mode(),
        election.parties(),
        election.recordBook(),
        election.rules(),
        election.attribution());
  }

  private static Cause cause() {
    return new Cause("declarations", 0, 0, "");
  }
}
