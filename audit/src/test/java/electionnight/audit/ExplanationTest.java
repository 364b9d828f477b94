package electionnight.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import electionnight.cli.UserError;
import electionnight.domain.AlertSwitch;
import electionnight.domain.Baseline;
import electionnight.domain.Basis;
import electionnight.domain.CandidateVotes;
import electionnight.domain.Confirmation;
import electionnight.domain.Contest;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import electionnight.domain.Hold;
import electionnight.domain.PartyCode;
import electionnight.domain.PartyVotes;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.Status;
import electionnight.testing.Golden;
import electionnight.testing.SmallNight;
import electionnight.wire.MessageType;
import electionnight.wire.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Every figure of an alert is derived again in plain words. */
class ExplanationTest {
  private static final String NIGHT = "by-elections-2023-10-19";
  private static final PartyCode LAB = new PartyCode("Lab");
  private static final PartyCode CON = new PartyCode("Con");

  /** The night as it was, with the newspaper's mistake in it: Tamworth's figures first. */
  @Test
  void midBedfordshire() {
    LogInMemory log = octoberNight();

    List<String> lines =
        explain(log, NIGHT + ":BIGGEST_MAJORITY_OVERTURNED:E14000813", OptionalInt.empty()).stream()
            .map(line -> line.replaceAll("[0-9a-f]{64}", "<hash>"))
            .toList();

    assertThat(String.join("\n", lines))
        .isEqualTo(String.join("\n", golden("mid-bedfordshire.txt")));
  }

  @Test
  void aRevisionThatIsNotTheLatestIsExplainedAsItWasThen() {
    LogInMemory log = small(Contest.BY_ELECTION, 2);
    log.say(SmallNight.seat("A", "Con 20000, Lab 10000"));
    log.say(SmallNight.declaration("A", 1, "Lab 8000, Con 7000"));
    log.say(SmallNight.correction("A", 1, 2, "Papers were found", "Lab 8000, Con 7500"));

    assertThat(explain(log, "small-night:SEAT_GAIN:A", OptionalInt.of(1)))
        .contains("  Majority, first minus second: 8,000 - 7,000 = 1,000");
    assertThat(explain(log, "small-night:SEAT_GAIN:A", OptionalInt.empty()))
        .contains("  Majority, first minus second: 8,000 - 7,500 = 500")
        .contains(
            "  a test, revision 2, CORRECTED at 2024-07-04T21:01:00Z, because: Papers were found")
        .anySatisfy(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "  Revision 2 AMENDED in update 2 (updates-0@1), because: Papers were"
                            + " found"));
    assertThat(explain(log, "small-night:CORRECTION:A", OptionalInt.empty()))
        .containsSubsequence(
            "What was corrected",
            "  majority: was 1,000, is 500",
            "  votes of Con (Con): was 7,000, is 7,500");
  }

  @Test
  void aMajorityReachedIsCountedUpToTheLine() {
    LogInMemory log = small(Contest.GENERAL_ELECTION, 3);
    for (String seat : List.of("A", "B", "C")) {
      log.say(SmallNight.seat(seat, "Con 20000, Lab 10000"));
    }
    log.say(SmallNight.declaration("A", 1, "Lab 8000, Con 7000"));
    log.say(SmallNight.declaration("B", 2, "Con 8000, Lab 7000"));
    log.say(SmallNight.declaration("C", 3, "Lab 8000, Con 7000"));

    assertThat(explain(log, "small-night:MAJORITY_REACHED:Lab", OptionalInt.empty()))
        .containsSubsequence(
            "The running count",
            "  The seats of Lab in order of declaration, the line is 2",
            "  1 of the first 1 decided: Seat A, 2024-07-04T21:01:00Z",
            "  2 of the first 3 decided: Seat C, 2024-07-04T21:03:00Z");
  }

  @Test
  void whoConfirmedWhatWasQueriedIsNamed() {
    LogInMemory log = mistakenNight();
    log.say(
        new Confirmation(
            new ElectionId(NIGHT),
            new SeatId("E14000813"),
            1,
            "The results desk",
            Optional.of("Rang the hall"),
            Instant.parse("2023-10-20T02:06:00Z")));

    assertThat(explain(log, NIGHT + ":SEAT_GAIN:E14000813", OptionalInt.empty()))
        .contains("  It is The results desk's confirmation of E14000813, revision 1")
        .contains(
            "  update 3: revision 1 was confirmed by The results desk: Rang the hall"
                + " (declarations-0@2)");
  }

  @Test
  void aRecordThatWasChangedProvesNothing() {
    LogInMemory log = small(Contest.BY_ELECTION, 1);
    log.say(SmallNight.seat("A", "Con 20000, Lab 10000"));
    log.say(SmallNight.declaration("A", 1, "Lab 8000, Con 7000"));
    log.tamper(Topic.DECLARATIONS, 0, "8000", "8001");

    assertThat(explain(log, "small-night:SEAT_GAIN:A", OptionalInt.empty()))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("  The record declarations-0@0, which was changed since: its")
                    .endsWith("nothing is derived from it"))
        .noneSatisfy(line -> assertThat(line).contains("8,001"));
  }

  /** Alerts that were held come late, and say so; their cause is the switch. */
  @Test
  void anAlertThatCameWhenAlertsWereResumedNamesItsOwnSeat() {
    LogInMemory log = small(Contest.BY_ELECTION, 1);
    log.say(SmallNight.seat("A", "Con 20000, Lab 10000"));
    Instant ten = Instant.parse("2024-07-04T21:00:00Z");
    log.say(new AlertSwitch(SmallNight.ID, true, "A desk", "Noise", ten));
    log.say(SmallNight.declaration("A", 1, "Lab 8000, Con 7000"));
    log.say(new AlertSwitch(SmallNight.ID, false, "A desk", "Silence", ten.plusSeconds(90)));

    assertThat(explain(log, "small-night:SEAT_GAIN:A", OptionalInt.empty()))
        .contains("  It is A desk's release of the alerts")
        .contains("  a test, revision 1, DECLARED at 2024-07-04T21:01:00Z")
        .contains("  Majority, first minus second: 8,000 - 7,000 = 1,000");
  }

  @Test
  void aResultThatWasHeldIsRestoredInWordsThatDoNotSayItWasNeverTold() {
    LogInMemory log = small(Contest.BY_ELECTION, 1);
    log.say(SmallNight.seat("A", "Con 20000, Lab 10000"));
    log.say(SmallNight.declaration("A", 1, "Lab 8000, Con 7000"));
    Instant ten = Instant.parse("2024-07-04T21:00:00Z");
    log.say(new Hold(SmallNight.ID, new SeatId("A"), true, "A desk", "Doubt", ten));
    log.say(new Hold(SmallNight.ID, new SeatId("A"), false, "B desk", "No doubt", ten));

    assertThat(explain(log, "small-night:CORRECTION:A", OptionalInt.empty()))
        .contains(
            "  result: taken back before, restored as Labour gain from the Conservatives, majority"
                + " 1,000")
        .contains("  update 3: released by B desk: No doubt");
  }

  /** Or the figures would seem to refute the claim. */
  @Test
  void theSpeakersSwingIsNotAmongThoseThatTheLargestIsMeasuredAgainst() {
    LogInMemory log = small(Contest.GENERAL_ELECTION, 2);
    log.say(SmallNight.seat("A", "Spk 20000, Con 1000"));
    log.say(SmallNight.seat("B", "Con 20000, Lab 10000"));
    log.say(SmallNight.declaration("A", 1, "Con 20000, Spk 1000"));
    log.say(SmallNight.declaration("B", 2, "Lab 20000, Con 10000"));

    assertThat(explain(log, "small-night:LARGEST_SWING:B", OptionalInt.empty()))
        .containsSubsequence("Declared earlier in the night, by swing", "  None");
  }

  @Test
  void aQueriedRevisionThatAnotherQueriedOneReplacesIsSaidToBeReplaced() {
    LogInMemory log = mistakenNight();
    Declaration right = Golden.value(MessageType.DECLARATION);
    log.say(declaration(right, right.seat(), 2, "2023-10-20T02:06:00Z", Optional.empty()));
    log.say(
        new Confirmation(
            new ElectionId(NIGHT),
            right.seat(),
            2,
            "The results desk",
            Optional.empty(),
            Instant.parse("2023-10-20T02:07:00Z")));

    assertThat(explain(log, NIGHT + ":SEAT_GAIN:E14000813", OptionalInt.empty()))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("  update 3: revision 1 was replaced by revision 2 of "))
        .contains("  update 4: revision 2 was confirmed by The results desk (declarations-0@3)");
  }

  @Test
  void anUnknownIdNamesTheNearest() {
    LogInMemory log = octoberNight();

    assertThatThrownBy(() -> explain(log, NIGHT + ":SEAT_GAIN:E14000814", OptionalInt.empty()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(
            "There is no alert '"
                + NIGHT
                + ":SEAT_GAIN:E14000814'; the nearest are "
                + NIGHT
                + ":SEAT_GAIN:E14000813, ")
        .hasMessageEndingWith(".");
    assertThatThrownBy(() -> explain(log, NIGHT + ":SEAT_GAIN:E14000813", OptionalInt.of(9)))
        .isInstanceOf(UserError.class)
        .hasMessage("The alert '" + NIGHT + ":SEAT_GAIN:E14000813' has no revision 9; it has 1.");
    assertThatThrownBy(() -> Explanation.of(log.read().night("no"), "no", OptionalInt.empty()))
        .isInstanceOf(UserError.class)
        .hasMessage("There is no alert 'no', nor any other in no.");
  }

  private static List<String> explain(LogInMemory log, String id, OptionalInt revision) {
    return Explanation.of(log.read().night(id.split(":")[0]), id, revision);
  }

  private static LogInMemory small(Contest contest, int seats) {
    return new LogInMemory("small-night").say(SmallNight.election(contest, seats));
  }

  private static LogInMemory octoberNight() {
    LogInMemory log = mistakenNight();
    Declaration right = Golden.value(MessageType.DECLARATION);
    log.say(
        new Declaration(
            right.election(),
            right.seat(),
            2,
            Status.CORRECTED,
            right.declaredAt(),
            right.source(),
            Optional.of("The figures of Tamworth were sent"),
            right.winner(),
            right.party(),
            right.votes(),
            right.invalidVotes(),
            right.verifiedBallots(),
            right.test()));
    return log;
  }

  /** Up to the mistake. */
  private static LogInMemory mistakenNight() {
    Election election = Golden.value(MessageType.ELECTION);
    Declaration right = Golden.value(MessageType.DECLARATION);
    LogInMemory log = new LogInMemory(NIGHT);
    log.say(election);
    log.say(openBallot(Golden.value(MessageType.SEAT)));
    log.say(tamworth(election));
    log.say(
        declaration(right, new SeatId("E14000986"), 1, "2023-10-20T01:45:00Z", Optional.empty()));
    log.say(declaration(right, right.seat(), 1, "2023-10-20T02:05:00Z", Optional.empty()));
    return log;
  }

  /** With its ballot not known, so that another seat's figures are no impossibility. */
  private static Seat openBallot(Seat seat) {
    return new Seat(
        seat.election(),
        seat.seat(),
        seat.name(),
        seat.region(),
        seat.nation(),
        seat.electorate(),
        seat.hex(),
        List.of(),
        seat.baseline(),
        seat.sitting(),
        seat.heldSince());
  }

  private static Seat tamworth(Election election) {
    return new Seat(
        election.election(),
        new SeatId("E14000986"),
        "Tamworth",
        "West Midlands",
        "England",
        71_302,
        Optional.empty(),
        List.of(),
        Optional.of(
            new Baseline(
                Basis.LAST_GENERAL,
                List.of(new PartyVotes(CON, 30_542), new PartyVotes(LAB, 10_908)))),
        Optional.empty(),
        OptionalInt.empty());
  }

  /** With the votes of Tamworth's first two. */
  private static Declaration declaration(
      Declaration like, SeatId seat, int revision, String at, Optional<String> reason) {
    return new Declaration(
        like.election(),
        seat,
        revision,
        Status.DECLARED,
        Instant.parse(at),
        like.source(),
        reason,
        Optional.empty(),
        Optional.empty(),
        List.of(
            new CandidateVotes("First", LAB, 11_719), new CandidateVotes("Second", CON, 10_403)),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }

  private static List<String> golden(String file) {
    try (InputStream in = ExplanationTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }
}
