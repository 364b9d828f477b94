package electionnight.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.dashboard.testing.Folding;
import electionnight.dashboard.testing.RunningDashboard;
import electionnight.domain.Alert;
import electionnight.domain.Contest;
import electionnight.domain.Input;
import electionnight.domain.Party;
import electionnight.domain.PartyCode;
import electionnight.domain.Seat;
import electionnight.domain.SeatId;
import electionnight.domain.Swing;
import electionnight.domain.Update;
import electionnight.testing.FoldedNight;
import electionnight.testing.GeneratedNight;
import electionnight.testing.SmallNight;
import electionnight.wire.MessageType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever was told of an alert is told what becomes of it, whatever part of a night they follow.
 */
class FollowedAlertsTest {
  private static final Instant AT = Instant.parse("2024-07-04T21:00:00Z");

  @Test
  void aMajorityThatIsReachedWithAnotherSeatIsToldToWhoFollowsTheOneBefore() {
    Follower follower = new Follower(Selection.seat(new SeatId("C")));
    follower.readAll(
        folded(
            5,
            SmallNight.declaration("D", 10, "Lab 5000, Con 4000"),
            SmallNight.declaration("E", 20, "Lab 5000, Con 3500"),
            SmallNight.declaration("C", 50, "Lab 5000, Con 3000"),
            SmallNight.declaration("B", 40, "Lab 5000, Con 2000"),
            SmallNight.declaration("A", 30, "Lab 5000, Con 1000")));

    assertThat(follower.told("MAJORITY_REACHED"))
        .as("headlines told to who follows Seat C")
        .containsExactly(
            "Labour reach a majority with Seat C: 3 of 5 seats",
            "Labour reach a majority with Seat B: 3 of 5 seats",
            "Labour reach a majority with Seat A: 3 of 5 seats");
    assertThat(follower.held.keySet())
        .as("alerts told to who follows Seat C")
        .containsExactlyInAnyOrder(
            "small-night:SEAT_GAIN:C",
            "small-night:LARGEST_SWING:C",
            "small-night:MAJORITY_REACHED:Lab");
  }

  @Test
  void aHoldThatIsTakenBackIsToldToWhoFollowsItsParty() {
    Follower follower = new Follower(Selection.party(new PartyCode("Con")));
    follower.readAll(
        folded(
            3,
            SmallNight.declaration("A", 10, "Con 5000, Lab 4000"),
            SmallNight.withdrawal("A", 11, 2, "Wrong box"),
            SmallNight.correction("A", 12, 3, "Right box", "LD 5000, Con 4000")));

    assertThat(follower.told("CORRECTION"))
        .as("corrections told to who follows the Conservatives")
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .isEqualTo(
                        "Correction to Seat A: result taken back: The Conservatives hold, majority"
                            + " 1,000"),
            second -> assertThat(second).contains("Liberal Democrats"));
  }

  @ParameterizedTest
  @MethodSource("bothPartiesOfTheSwing")
  void aSwingIsToldToWhoFollowsEitherOfItsParties(String party) {
    Follower follower = new Follower(Selection.party(new PartyCode(party)));
    follower.readAll(folded(3, SmallNight.declaration("A", 10, "LD 5000, Lab 3000, Con 2000")));

    assertThat(follower.told("LARGEST_SWING"))
        .as("swings told to who follows %s", party)
        .hasSize(1);
  }

  static Stream<String> bothPartiesOfTheSwing() {
    return Stream.of("Con", "LD");
  }

  static LongStream seeds() {
    return LongStream.range(300, 312);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nobodyHoldsAnAlertThatHasChangedSince(long seed) {
    GeneratedNight generated = GeneratedNight.of(seed);
    FoldedNight folded = FoldedNight.asFirstKnown(generated).applyAll(generated.story(seed));
    selections(generated)
        .forEach(
            (selection, isAbout) -> {
              Follower follower = new Follower(selection);
              follower.readAll(folded);

              assertThat(follower.held.keySet())
                  .as("alerts held by who follows %s, seed %d", selection, seed)
                  .containsAll(
                      folded.updates().stream()
                          .flatMap(update -> update.alerts().stream())
                          .filter(isAbout)
                          .map(Alert::id)
                          .toList());
              Map<String, Integer> latest = new TreeMap<>();
              follower
                  .held
                  .keySet()
                  .forEach(id -> latest.put(id, folded.alerts().get(id).revision()));
              assertThat(revisions(follower.held.values()))
                  .as("revisions of the alerts held by who follows %s, seed %d", selection, seed)
                  .isEqualTo(latest);
              assertThat(revisions(follower.snapshot()))
                  .as("the same in the snapshot for who follows %s, seed %d", selection, seed)
                  .isEqualTo(latest);
            });
  }

  /** Parts of a night, and which alerts belong to them at least. */
  private static Map<Selection, Predicate<Alert>> selections(GeneratedNight night) {
    Map<Selection, Predicate<Alert>> selections = new LinkedHashMap<>();
    night.seats().stream()
        .limit(8)
        .map(Seat::seat)
        .forEach(seat -> selections.put(Selection.seat(seat), alert -> alert.seat().equals(seat)));
    night.election().parties().stream()
        .map(Party::party)
        .forEach(
            party ->
                selections.put(
                    Selection.party(party),
                    alert ->
                        Stream.of(
                                alert.facts().party(),
                                alert.facts().from(),
                                alert.facts().swing().map(Swing::from),
                                alert.facts().swing().map(Swing::to))
                            .anyMatch(Optional.of(party)::equals)));
    return selections;
  }

  private static Map<String, Integer> revisions(Collection<JsonNode> alerts) {
    Map<String, Integer> revisions = new TreeMap<>();
    alerts.forEach(
        alert -> revisions.put(alert.get("id").textValue(), alert.get("revision").intValue()));
    return revisions;
  }

  /** A general election of seats A, B and so on, which the Conservatives held. */
  private static FoldedNight folded(int seats, Input... said) {
    FoldedNight folded = new FoldedNight();
    folded.apply(SmallNight.election(Contest.GENERAL_ELECTION, seats));
    for (int i = 0; i < seats; i++) {
      folded.apply(SmallNight.seat(String.valueOf((char) ('A' + i)), "Con 9000, Lab 4000, LD 10"));
    }
    return folded.applyAll(List.of(said));
  }

  /** Keeps the latest of each alert that it is told. */
  private static final class Follower {
    private final NightFold fold = Folding.fold();
    private final Selection selection;
    private final Map<String, JsonNode> held = new LinkedHashMap<>();
    private final List<JsonNode> told = new ArrayList<>();

    Follower(Selection selection) {
      this.selection = selection;
    }

    void readAll(FoldedNight folded) {
      folded.log().forEach((record, input) -> Folding.put(fold, record, input, AT));
      folded.updates().forEach(this::read);
    }

    private void read(Update update) {
      Replaced before = fold.replacedBy(update).orElseThrow();
      Folding.apply(fold, update, AT);
      selection
          .update(update, MessageType.UPDATE.write(update), before)
          .map(RunningDashboard::parse)
          .ifPresent(part -> part.get("alerts").forEach(told::add));
      told.forEach(alert -> held.put(alert.get("id").textValue(), alert));
    }

    List<String> told(String kind) {
      return told.stream()
          .filter(alert -> alert.get("kind").textValue().equals(kind))
          .map(alert -> alert.get("headline").textValue())
          .toList();
    }

    List<JsonNode> snapshot() {
      List<JsonNode> alerts = new ArrayList<>();
      RunningDashboard.parse(selection.snapshot(fold.view().orElseThrow()))
          .get("alerts")
          .forEach(alerts::add);
      return alerts;
    }
  }
}
