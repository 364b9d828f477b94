package electionnight.domain;

import static electionnight.testing.SmallNight.byLot;
import static electionnight.testing.SmallNight.declaration;
import static electionnight.testing.SmallNight.seat;
import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Reason.Code;
import electionnight.testing.Amended;
import electionnight.testing.FoldedNight;
import electionnight.testing.SmallNight;
import electionnight.wire.MessageType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot be true is refused, and the reason names the field, the value and what was due. */
class ScreeningTest {
  private final FoldedNight night = new FoldedNight();

  @BeforeEach
  void openTheNight() {
    night.apply(SmallNight.election(Contest.GENERAL_ELECTION, 650));
    night.apply(seat("A", "Con 9000, Lab 8000"));
    night.apply(nominated("B", new Candidate("Ann", lab()), new Candidate("Bob", con())));
  }

  @Test
  void anElectionThatWasNotOpened() {
    FoldedNight none = new FoldedNight();

    assertRejected(
        none.apply(declaration("A", 0, "Lab 2, Con 1")),
        Code.UNKNOWN_ELECTION,
        "election",
        "small-night",
        "a night that was opened");
    assertRejected(
        none.apply(seat("A", "Con 2, Lab 1")),
        Code.UNKNOWN_ELECTION,
        "election",
        "small-night",
        "a night that was opened");
  }

  @Test
  void aSeatThatIsNotOfThisNight() {
    assertRejected(
        night.apply(declaration("Z", 0, "Lab 2, Con 1")),
        Code.UNKNOWN_SEAT,
        "seat",
        "Z",
        "a seat of small-night");
  }

  @Test
  void aBasisThatIsNotTheNights() {
    Seat notional =
        Amended.of(
            MessageType.SEAT,
            seat("C", "Con 2, Lab 1"),
            tree -> tree.withObject("baseline").put("basis", "NOTIONAL"));

    assertRejected(
        night.apply(notional),
        Code.INVALID_FIELD,
        "baseline.basis",
        "NOTIONAL",
        "LAST_GENERAL as the night has it");
    assertRejected(
        night.apply(on(Basis.NOTIONAL)),
        Code.ELECTION_CHANGED,
        "basis",
        "NOTIONAL",
        "LAST_GENERAL as the seats' baselines have it");
    assertRejected(
        new FoldedNight().apply(on(Basis.SITTING)),
        Code.INVALID_FIELD,
        "basis",
        "SITTING",
        "LAST_GENERAL or NOTIONAL");
  }

  @Test
  void aPartyThatIsNotOfThisNight() {
    assertRejected(
        night.apply(declaration("A", 0, "Lab 2, Whig 1")),
        Code.UNKNOWN_PARTY,
        "votes[1].party",
        "Whig",
        "a party of small-night");
    assertRejected(
        night.apply(seat("C", "Whig 2, Lab 1")),
        Code.UNKNOWN_PARTY,
        "baseline.votes[0].party",
        "Whig",
        "a party of small-night");
    assertRejected(
        night.apply(nominated("C", new Candidate("Ann", new PartyCode("Whig")))),
        Code.UNKNOWN_PARTY,
        "candidates[0].party",
        "Whig",
        "a party of small-night");
  }

  @Test
  void aCandidateWhoWasNotNominated() {
    assertRejected(
        night.apply(word("B", Optional.empty(), row("Ann", lab(), 2), row("Bob", lab(), 1))),
        Code.UNKNOWN_CANDIDATE,
        "votes[1].candidate",
        "Bob (Lab)",
        "a candidate nominated in Seat B");
  }

  @Test
  void aCandidateMissing() {
    assertRejected(
        night.apply(word("B", Optional.empty(), row("Ann", lab(), 2))),
        Code.IMPOSSIBLE_VOTES,
        "votes",
        "1 candidates",
        "all 2 candidates nominated in Seat B");
  }

  @Test
  void aCandidateTwice() {
    assertRejected(
        night.apply(word("A", Optional.empty(), row("Ann", lab(), 2), row("Ann", lab(), 1))),
        Code.DUPLICATE_CANDIDATE,
        "votes[1].candidate",
        "Ann",
        "each candidate once");
    assertRejected(
        night.apply(nominated("C", new Candidate("Ann", lab()), new Candidate("Ann", lab()))),
        Code.DUPLICATE_CANDIDATE,
        "candidates[1].candidate",
        "Ann",
        "each candidate once");
  }

  @Test
  void aCandidateWithoutAName() {
    assertRejected(
        night.apply(word("A", Optional.empty(), row("Ann", lab(), 2), row(" ", con(), 1))),
        Code.INVALID_FIELD,
        "votes[1].candidate",
        "",
        "a candidate's name");
  }

  @Test
  void nobodyAtAll() {
    assertRejected(
        night.apply(word("A", Optional.empty())),
        Code.INVALID_FIELD,
        "votes",
        "",
        "at least one candidate");
  }

  @Test
  void negativeVotes() {
    assertRejected(
        night.apply(declaration("A", 0, "Lab 2, Con -1")),
        Code.IMPOSSIBLE_VOTES,
        "votes[1].votes",
        "-1",
        "0 or more");
    assertRejected(
        night.apply(seat("C", "Con 2, Lab -1")),
        Code.IMPOSSIBLE_VOTES,
        "baseline.votes[1].votes",
        "-1",
        "0 or more");
  }

  @Test
  void noVotesAtAll() {
    assertRejected(
        night.apply(declaration("A", 0, "Lab 0, Con 0")),
        Code.IMPOSSIBLE_VOTES,
        "votes",
        "0 in all",
        "at least one vote");
  }

  @Test
  void asManyVotesAsTheElectorateAreBelievedAndOneMoreIsNot() {
    assertRejected(
        night.apply(declaration("A", 0, "Lab 40000, Con 30001")),
        Code.IMPOSSIBLE_VOTES,
        "votes",
        "70001 in all",
        "at most the electorate of 70000");
    assertThat(night.apply(declaration("A", 0, "Lab 40000, Con 30000")))
        .isInstanceOf(Folded.Accepted.class);
  }

  @Test
  void anElectorateBelowWhatWasDeclared() {
    night.apply(declaration("A", 0, "Lab 40000, Con 20000"));
    Seat known = seat("A", "Con 9000, Lab 8000");

    assertRejected(
        night.apply(
            new Seat(
                known.election(),
                known.seat(),
                known.name(),
                known.region(),
                known.nation(),
                59_999,
                known.hex(),
                known.candidates(),
                known.baseline(),
                known.sitting(),
                known.heldSince())),
        Code.IMPOSSIBLE_VOTES,
        "electorate",
        "59999",
        "at least the 60000 ballot papers already declared");
  }

  @Test
  void rejectedPapersCountTowardsTheElectorate() {
    Declaration full = declaration("A", 0, "Lab 40000, Con 30000");
    assertRejected(
        night.apply(
            new Declaration(
                full.election(),
                full.seat(),
                1,
                Status.DECLARED,
                full.declaredAt(),
                full.source(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                full.votes(),
                OptionalInt.of(1),
                OptionalInt.empty(),
                Optional.empty())),
        Code.IMPOSSIBLE_VOTES,
        "votes",
        "70001 in all",
        "at most the electorate of 70000");
  }

  @Test
  void aWinnerWhoIsBehindOrUnknown() {
    assertRejected(
        night.apply(byLot("A", 0, "Con", "Lab 2, Con 1")),
        Code.IMPOSSIBLE_WINNER,
        "winner",
        "Con",
        "the candidate with the most votes, Lab");
    assertRejected(
        night.apply(byLot("A", 0, "Nobody", "Lab 2, Con 1")),
        Code.IMPOSSIBLE_WINNER,
        "winner",
        "Nobody",
        "the candidate with the most votes, Lab");
  }

  @Test
  void aTieNeedsAWinnerAndTheLotMayFallOnEither() {
    assertRejected(
        night.apply(declaration("A", 0, "Lab 5, Con 5, LD 1")),
        Code.IMPOSSIBLE_WINNER,
        "winner",
        "",
        "whom the lot fell on, because Lab and Con tie at 5");

    night.apply(byLot("A", 0, "Con", "Lab 5, Con 5, LD 1"));

    Result result = night.updates().get(0).seats().get(0).result().orElseThrow();
    assertThat(result.party()).isEqualTo(con());
    assertThat(result.majority()).contains(new Majority(con(), lab(), 0, 0));
    assertThat(result.candidates()).extracting(CandidateResult::votes).containsExactly(5, 5, 1);
  }

  @Test
  void aCorrectionWithoutAReasonAndASourceWithoutAName() {
    for (Optional<String> reason : List.of(Optional.<String>empty(), Optional.of(" "))) {
      assertRejected(
          night.apply(said(2, Status.CORRECTED, "a test", reason)),
          Code.UNEXPLAINED,
          "reason",
          "",
          "why the result was corrected or withdrawn");
    }
    assertRejected(
        night.apply(said(1, Status.DECLARED, " ", Optional.empty())),
        Code.UNEXPLAINED,
        "source",
        "",
        "who reported it");
    assertRejected(
        night.apply(said(0, Status.DECLARED, "a test", Optional.empty())),
        Code.INVALID_FIELD,
        "revision",
        "0",
        "1 or more");
  }

  @Test
  void everyRuleBrokenIsNamed() {
    assertThat(night.apply(declaration("A", 0, "Whig -1, Con -2")))
        .isInstanceOfSatisfying(
            Folded.Rejected.class,
            rejected ->
                assertThat(rejected.reasons())
                    .extracting(Reason::field)
                    .containsExactly("votes[0].party", "votes[0].votes", "votes[1].votes"));
  }

  @Test
  void theTermsOfANightStandOnceASeatIsDeclared() {
    Election other = SmallNight.election(Contest.GENERAL_ELECTION, 651);
    assertThat(night.apply(other)).isInstanceOf(Folded.Accepted.class);
    night.apply(declaration("A", 0, "Lab 2, Con 1"));

    assertRejected(
        night.apply(SmallNight.election(Contest.GENERAL_ELECTION, 650)),
        Code.ELECTION_CHANGED,
        "",
        "small-night",
        "the contest, date, basis, mode and number of seats under which the first seat was"
            + " declared");
  }

  private static Declaration said(
      int revision, Status status, String source, Optional<String> reason) {
    return new Declaration(
        SmallNight.ID,
        new SeatId("A"),
        revision,
        status,
        Instant.EPOCH,
        source,
        reason,
        Optional.empty(),
        Optional.empty(),
        SmallNight.candidateVotes("Lab 2, Con 1"),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }

  private static Declaration word(String seat, Optional<String> winner, CandidateVotes... votes) {
    return new Declaration(
        SmallNight.ID,
        new SeatId(seat),
        1,
        Status.DECLARED,
        Instant.EPOCH,
        "a test",
        Optional.empty(),
        winner,
        Optional.empty(),
        List.of(votes),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }

  private static Seat nominated(String code, Candidate... candidates) {
    return new Seat(
        SmallNight.ID,
        new SeatId(code),
        "Seat " + code,
        "",
        "",
        70_000,
        Optional.empty(),
        List.of(candidates),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }

  private static CandidateVotes row(String candidate, PartyCode party, int votes) {
    return new CandidateVotes(candidate, party, votes);
  }

  private static PartyCode lab() {
    return new PartyCode("Lab");
  }

  private static PartyCode con() {
    return new PartyCode("Con");
  }

  @Test
  void aBaselineWithoutAVoteOrBeyondAnyCount() {
    assertRejected(
        night.apply(seat("C", "Con 0, Lab 0")),
        Code.IMPOSSIBLE_VOTES,
        "baseline.votes",
        "0 in all",
        "at least one vote");
    assertRejected(
        night.apply(seat("C", "Ind 2000000000, Ind 2000000000")),
        Code.IMPOSSIBLE_VOTES,
        "baseline.votes",
        "4000000000 in all",
        "at most 2147483647");
  }

  @Test
  void aNameOfTwoHundredCharactersIsBelievedAndOneMoreIsNot() {
    String longest = "x".repeat(200);

    assertThat(night.apply(nominated("C", new Candidate(longest, lab()))))
        .isInstanceOf(Folded.Accepted.class);
    assertRejected(
        night.apply(nominated("C", new Candidate(longest + "y", lab()))),
        Code.INVALID_FIELD,
        "candidates[0].candidate",
        longest + "…",
        "at most 200 characters");
    assertRejected(
        night.apply(SmallNight.from(longest + "y", declaration("A", 0, "Lab 2, Con 1"))),
        Code.INVALID_FIELD,
        "source",
        longest + "…",
        "at most 200 characters");
  }

  @Test
  void aReasonOfAThousandCharactersIsBelievedAndOneMoreIsNot() {
    String longest = "x".repeat(1_000);

    assertThat(night.apply(SmallNight.hold("A", longest))).isInstanceOf(Folded.Accepted.class);
    for (Input longer :
        List.of(
            SmallNight.release("A", longest + "y"),
            SmallNight.stop(0, longest + "y"),
            SmallNight.withdrawal("A", 0, 1, longest + "y"))) {
      assertRejected(
          night.apply(longer),
          Code.INVALID_FIELD,
          "reason",
          "x".repeat(200) + "…",
          "at most 1000 characters");
    }
  }

  @Test
  void aRecordBookWithANameThatIsNone() {
    FoldedNight none = new FoldedNight();
    RecordEntry entry = SmallNight.overturned(Contest.BY_ELECTION, "x".repeat(201), 20_000);

    assertRejected(
        none.apply(SmallNight.election(Contest.BY_ELECTION, 2, List.of(entry))),
        Code.INVALID_FIELD,
        "recordBook.entries[0].name",
        "x".repeat(200) + "…",
        "at most 200 characters");
  }

  @Test
  void aTimeThatNoClockShows() {
    Declaration sound = declaration("A", 0, "Lab 2, Con 1");
    Declaration never =
        new Declaration(
            sound.election(),
            sound.seat(),
            sound.revision(),
            sound.status(),
            Instant.MAX,
            sound.source(),
            sound.reason(),
            sound.winner(),
            sound.party(),
            sound.votes(),
            sound.invalidVotes(),
            sound.verifiedBallots(),
            sound.test());

    assertRejected(
        night.apply(never, Instant.EPOCH),
        Code.INVALID_FIELD,
        "declaredAt",
        "+1000000000-12-31T23:59:59.999999999Z",
        "a time from 0001-01-02T00:00:00Z to 9999-12-31T00:00:00Z");
    assertRejected(
        night.apply(
            new Hold(sound.election(), sound.seat(), true, "the night editor", "?", Instant.MIN),
            Instant.EPOCH),
        Code.INVALID_FIELD,
        "at",
        "-1000000000-01-01T00:00:00Z",
        "a time from 0001-01-02T00:00:00Z to 9999-12-31T00:00:00Z");
  }

  @Test
  void moreCandidatesThanAnyBallotHas() {
    String votes =
        IntStream.range(0, 201).mapToObj(i -> "Ind " + (i + 1)).collect(Collectors.joining(", "));

    assertRejected(
        night.apply(declaration("A", 0, votes)),
        Code.INVALID_FIELD,
        "votes",
        "201 candidates",
        "at most 200");
  }

  private static Election on(Basis basis) {
    return Amended.of(
        MessageType.ELECTION,
        SmallNight.election(Contest.GENERAL_ELECTION, 650),
        tree -> tree.put("basis", basis.name()));
  }

  private static void assertRejected(
      Folded folded, Code code, String field, String value, String expected) {
    assertThat(folded)
        .isInstanceOfSatisfying(
            Folded.Rejected.class,
            rejected ->
                assertThat(rejected.reasons())
                    .containsExactly(new Reason(code, field, value, expected)));
  }
}
