package electionnight.wire;

import static electionnight.testing.SmallNight.candidateVotes;

import electionnight.domain.Alert;
import electionnight.domain.AlertSwitch;
import electionnight.domain.Confirmation;
import electionnight.domain.Contest;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.Hold;
import electionnight.domain.Input;
import electionnight.domain.Measure;
import electionnight.domain.PartyCode;
import electionnight.domain.RecordBook;
import electionnight.domain.RecordEntry;
import electionnight.domain.RecordScope;
import electionnight.domain.Result;
import electionnight.domain.Rules;
import electionnight.domain.Scoreboard;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.Sitting;
import electionnight.domain.Status;
import electionnight.domain.Update;
import electionnight.testing.FoldedNight;
import electionnight.testing.SmallNight;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An invented night in which everything happens once: each status, each decision, each kind of
 * alert, a query, a hold, alerts that are stopped, and at last every result withdrawn. So each
 * field of each message is somewhere in what it takes in and gives out.
 */
final class Story {
  private static final Instant TEN = Instant.parse("2024-07-04T21:00:00Z");
  private static final LocalDate DAY = LocalDate.of(2023, 1, 1);

  private final List<Input> inputs = new ArrayList<>();
  private final FoldedNight night = new FoldedNight();

  private Story() {}

  static Story told() {
    Story story = new Story();
    story.tell();
    return story;
  }

  List<Input> inputs() {
    return List.copyOf(inputs);
  }

  FoldedNight night() {
    return night;
  }

  List<Update> updates() {
    return night.updates();
  }

  List<Result> results() {
    return updates().stream()
        .flatMap(update -> update.seats().stream())
        .flatMap(report -> report.result().stream())
        .toList();
  }

  List<Scoreboard> scoreboards() {
    return updates().stream().map(Update::scoreboard).toList();
  }

  List<Alert> alerts() {
    return updates().stream().flatMap(update -> update.alerts().stream()).toList();
  }

  private void tell() {
    say(election());
    say(seat("A", "Con 9000, Lab 4000", "Con"));
    say(seat("B", "Con 8000, Lab 4000", "Con"));
    say(seat("C", "Con 7000, Lab 4000", "LD"));
    say(everythingTold());
    say(word("A", 1, Status.RUSH, Optional.empty(), ""));
    say(word("A", 2, Status.RECOUNT, Optional.of("The first two are close"), ""));
    say(word("A", 3, Status.DECLARED, Optional.empty(), "Lab 6000, Con 4000"));
    say(word("B", 1, Status.DECLARED, Optional.empty(), "Lab 6000, Con 4000"));
    say(
        word(
            "B", 2, Status.CORRECTED, Optional.of("Another seat's figures"), "Lab 5500, Con 4500"));
    say(hold("C", true, 30));
    say(hold("C", false, 31));
    say(new AlertSwitch(SmallNight.ID, true, "a desk", "A rehearsal of the switch", at(32)));
    say(word("B", 3, Status.DECLARED, Optional.empty(), "Lab 5400, Con 4500"));
    say(
        new Confirmation(
            SmallNight.ID, new SeatId("B"), 3, "a desk", Optional.of("Read back"), at(33)));
    say(new AlertSwitch(SmallNight.ID, false, "a desk", "The rehearsal is over", at(34)));
    say(word("A", 4, Status.WITHDRAWN, Optional.of("Read out too early"), ""));
    say(word("B", 4, Status.WITHDRAWN, Optional.of("Read out too early"), ""));
    say(word("C", 2, Status.WITHDRAWN, Optional.of("Read out too early"), ""));
  }

  private void say(Input input) {
    inputs.add(input);
    night.apply(input);
  }

  private static Election election() {
    Election plain = SmallNight.election(Contest.GENERAL_ELECTION, 3);
    return new Election(
        plain.election(),
        plain.name(),
        plain.contest(),
        plain.date(),
        plain.zone(),
        plain.basis(),
        plain.previous(),
        plain.closeOfPoll(),
        plain.seats(),
        plain.mode(),
        plain.parties(),
        new RecordBook(
            List.of(scope(Measure.MAJORITY_OVERTURNED, "500"), scope(Measure.SWING, "0.5")),
            List.of(
                entry(Measure.MAJORITY_OVERTURNED, "Large", "20000"),
                entry(Measure.MAJORITY_OVERTURNED, "Small", "600"),
                entry(Measure.SWING, "Large", "90.0"),
                entry(Measure.SWING, "Small", "0.5"))),
        Optional.of(Rules.STANDARD),
        plain.attribution());
  }

  private static RecordScope scope(Measure measure, String completeFrom) {
    return new RecordScope(
        Contest.GENERAL_ELECTION,
        measure,
        Optional.of(LocalDate.of(1945, 7, 5)),
        new BigDecimal(completeFrom),
        "a test",
        DAY);
  }

  private static RecordEntry entry(Measure measure, String name, String value) {
    return new RecordEntry(
        Contest.GENERAL_ELECTION, measure, name, DAY, new BigDecimal(value), "a test", DAY);
  }

  private static Seat seat(String code, String baseline, String sitting) {
    Seat plain = SmallNight.seat(code, baseline);
    return new Seat(
        plain.election(),
        plain.seat(),
        plain.name(),
        plain.region(),
        plain.nation(),
        plain.electorate(),
        plain.hex(),
        plain.candidates(),
        plain.baseline(),
        Optional.of(new Sitting(new PartyCode(sitting), "", "")),
        OptionalInt.of(1900));
  }

  /** A tie by lot, with every field a declaration has. */
  private static Declaration everythingTold() {
    return new Declaration(
        SmallNight.ID,
        new SeatId("C"),
        1,
        Status.DECLARED,
        at(5),
        "a test",
        Optional.of("Read out twice"),
        Optional.of("Con"),
        Optional.of(new PartyCode("Con")),
        candidateVotes("Con 5000, Lab 5000, LD 900"),
        OptionalInt.of(100),
        OptionalInt.of(11_000),
        Optional.of(true));
  }

  private static Declaration word(
      String seat, int revision, Status status, Optional<String> reason, String votes) {
    return new Declaration(
        SmallNight.ID,
        new SeatId(seat),
        revision,
        status,
        at(10 + revision),
        "a test",
        reason,
        Optional.empty(),
        status == Status.RUSH ? Optional.of(new PartyCode("Lab")) : Optional.empty(),
        votes.isEmpty() ? List.of() : candidateVotes(votes),
        OptionalInt.empty(),
        OptionalInt.empty(),
        Optional.empty());
  }

  private static Hold hold(String seat, boolean held, int minutes) {
    return new Hold(SmallNight.ID, new SeatId(seat), held, "a desk", "A word is odd", at(minutes));
  }

  private static Instant at(int minutesAfterTen) {
    return TEN.plusSeconds(60L * minutesAfterTen);
  }
}
