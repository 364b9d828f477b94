package electionnight.producer.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import electionnight.domain.Alert;
import electionnight.domain.Alert.State;
import electionnight.domain.CandidateVotes;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.Query;
import electionnight.domain.Result;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.SeatReport;
import electionnight.domain.Status;
import electionnight.domain.Update;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shipped night with a newspaper's mistake in it, held against the night as it was. */
class MisreportedNightTest {
  private static final SeatId TAMWORTH = new SeatId("E14000986");
  private static final SeatId MID_BEDFORDSHIRE = new SeatId("E14000813");

  private final RecordedNight truth = BundledNights.open("by-elections-2023-10-19");
  private final RecordedNight misreported =
      BundledNights.open("by-elections-2023-10-19-misreported");

  @Test
  void whatIsKnownBeforeTheCountIsTheSame() {
    Election election = misreported.election();

    assertThat(election.name()).isEqualTo("By-elections of 19 October 2023, as first reported");
    assertThat(election.parties()).isEqualTo(truth.election().parties());
    assertThat(election.recordBook()).isEqualTo(truth.election().recordBook());
    assertThat(misreported.seats())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("election")
        .isEqualTo(truth.seats());
  }

  @Test
  void theNewspaperIsCorrectedAfterMinutesByTheReturningOfficer() {
    assertThat(misreported.declarations())
        .extracting(
            Declaration::seat, Declaration::revision, Declaration::status, Declaration::source)
        .containsExactly(
            tuple(TAMWORTH, 1, Status.DECLARED, "House of Commons Library"),
            tuple(MID_BEDFORDSHIRE, 1, Status.DECLARED, "a newspaper"),
            tuple(MID_BEDFORDSHIRE, 2, Status.CORRECTED, "the returning officer"));
    assertThat(misreported.declarations().get(2).reason())
        .contains("the figures of Tamworth were given for Mid Bedfordshire");
  }

  @Test
  void theFirstReportHasTamworthsFirstAndSecondVotesAndNoOtherMistake() {
    List<CandidateVotes> tamworth = misreported.declarations().get(0).votes();
    List<CandidateVotes> reported = misreported.declarations().get(1).votes();
    List<CandidateVotes> real = truth.declarations().get(1).votes();

    assertThat(reported.subList(0, 2))
        .extracting(CandidateVotes::candidate, CandidateVotes::votes)
        .containsExactly(tuple("Alistair Strathern", 11_719), tuple("Festus Akinbusoye", 10_403));
    assertThat(reported.subList(0, 2))
        .extracting(CandidateVotes::party, CandidateVotes::votes)
        .isEqualTo(
            tamworth.subList(0, 2).stream().map(row -> tuple(row.party(), row.votes())).toList());
    Set<CandidateVotes> others = new HashSet<>(real);
    others.removeAll(real.subList(0, 2));
    assertThat(reported.subList(2, reported.size()))
        .hasSize(11)
        .containsExactlyInAnyOrderElementsOf(others);
    assertThat(result(MID_BEDFORDSHIRE, 1).majority().orElseThrow().votes()).isEqualTo(1_316);
  }

  @Test
  void itEndsAsTheTrueNight() {
    assertThat(result(TAMWORTH, 1).majority().orElseThrow().votes()).isEqualTo(1_316);
    assertThat(result(TAMWORTH, 1).overturned()).hasValue(19_634);
    assertThat(result(MID_BEDFORDSHIRE, 2).majority().orElseThrow().votes()).isEqualTo(1_192);
    assertThat(result(MID_BEDFORDSHIRE, 2).overturned()).hasValue(24_664);
    assertThat(List.of(misreported.declarations().get(0), misreported.declarations().get(2)))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields(
            "election", "revision", "status", "source", "reason")
        .isEqualTo(truth.declarations());
  }

  @Test
  void theMistakeIsCheckedBeforeItIsBelieved() {
    List<Update> updates = Played.byTheRules(misreported).updates();

    assertThat(updates).hasSize(3);
    SeatReport reported = updates.get(1).seats().get(0);
    assertThat(reported.seat()).isEqualTo(MID_BEDFORDSHIRE);
    assertThat(reported.result()).isEmpty();
    assertThat(reported.checking().orElseThrow().queries())
        .filteredOn(query -> query.code() == Query.Code.SAME_FIGURES)
        .hasSize(1)
        .allSatisfy(query -> assertThat(query.seats()).containsExactly(TAMWORTH))
        .allSatisfy(query -> assertThat(query.words()).contains("11,719", "10,403", "Tamworth"));
    assertThat(updates.get(1).alerts()).isEmpty();
    assertThat(updates.get(1).scoreboard().declared()).isEqualTo(1);
    assertThat(updates.get(2).scoreboard().declared()).isEqualTo(2);
    assertThat(headlines(updates.get(2), State.ISSUED))
        .contains(
            "Labour gain Mid Bedfordshire from the Conservatives, majority 1,192",
            "Labour gain Mid Bedfordshire from the Conservatives, overturning 24,664:"
                + " the biggest at a by-election");
  }

  @Test
  void withoutQueriesTheMistakeIsPublishedAndThenCorrectedInTheOpen() {
    List<Update> updates = Played.withoutQueries(misreported).updates();

    assertThat(headlines(updates.get(1), State.ISSUED))
        .contains("Labour gain Mid Bedfordshire from the Conservatives, majority 1,316");
    assertThat(headlines(updates.get(2), State.AMENDED))
        .contains("Labour gain Mid Bedfordshire from the Conservatives, majority 1,192");
    assertThat(headlines(updates.get(2), State.ISSUED))
        .contains("Correction to Mid Bedfordshire: majority 1,192, not 1,316");
  }

  private static List<String> headlines(Update update, State state) {
    return update.alerts().stream()
        .filter(alert -> alert.state() == state)
        .map(Alert::headline)
        .toList();
  }

  private Result result(SeatId seat, int revision) {
    Seat reference =
        misreported.seats().stream()
            .filter(one -> one.seat().equals(seat))
            .findFirst()
            .orElseThrow();
    Optional<Declaration> word =
        misreported.declarations().stream()
            .filter(one -> one.seat().equals(seat) && one.revision() == revision)
            .findFirst();
    return Result.of(reference, word.orElseThrow()).orElseThrow();
  }
}
