package electionnight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Alert;
import electionnight.domain.Alert.Kind;
import electionnight.domain.Alert.State;
import electionnight.domain.AlertSwitch;
import electionnight.domain.Confirmation;
import electionnight.domain.Declaration;
import electionnight.domain.Election;
import electionnight.domain.Hold;
import electionnight.domain.Input;
import electionnight.domain.Seat;
import electionnight.domain.Status;
import electionnight.domain.Update;
import electionnight.testing.FoldedNight;
import electionnight.testing.GeneratedNight;
import electionnight.wire.Decoded.Read;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All that a night takes in and gives out satisfies the schemas and survives the wire. */
class GeneratedMessagesTest {

  static Stream<GeneratedNight> nights() {
    return LongStream.range(100, 110).mapToObj(GeneratedNight::of);
  }

  @ParameterizedTest
  @MethodSource("nights")
  void everyMessageIsValidAndSurvivesTheWire(GeneratedNight generated) {
    List<Input> story = generated.queried().story(generated.seed());
    FoldedNight night = FoldedNight.of(generated.queried());
    story.forEach(night::apply);

    assertSound(MessageType.ELECTION, generated.queried().election());
    generated.firstKnown().forEach(GeneratedMessagesTest::assertSound);
    story.forEach(GeneratedMessagesTest::assertSound);
    assertSound(night.updates());
  }

  @Test
  void everyMessageOfANightInWhichEverythingHappens() {
    Story story = Story.told();

    story.inputs().forEach(GeneratedMessagesTest::assertSound);
    assertSound(story.updates());
    assertThat(story.night().rejected()).isEmpty();
    assertThat(story.inputs())
        .filteredOn(Declaration.class::isInstance)
        .extracting(input -> ((Declaration) input).status())
        .contains(Status.values());
    assertThat(story.updates())
        .flatExtracting(Update::alerts)
        .extracting(Alert::kind)
        .contains(Kind.values());
    assertThat(story.updates())
        .flatExtracting(Update::alerts)
        .extracting(Alert::state)
        .contains(State.values());
  }

  private static void assertSound(Input input) {
    if (input instanceof Election election) {
      assertSound(MessageType.ELECTION, election);
    } else if (input instanceof Seat seat) {
      assertSound(MessageType.SEAT, seat);
    } else if (input instanceof Declaration declaration) {
      assertSound(MessageType.DECLARATION, declaration);
    } else if (input instanceof Confirmation confirmation) {
      assertSound(MessageType.CONFIRMATION, confirmation);
    } else if (input instanceof Hold hold) {
      assertSound(MessageType.HOLD, hold);
    } else {
      assertSound(MessageType.ALERT_SWITCH, (AlertSwitch) input);
    }
  }

  private static void assertSound(List<Update> updates) {
    assertThat(updates).isNotEmpty();
    updates.forEach(
        update -> {
          assertSound(MessageType.UPDATE, update);
          update.seats().stream()
              .flatMap(report -> report.result().stream())
              .forEach(result -> assertSound(MessageType.RESULT, result));
          assertSound(MessageType.SCOREBOARD, update.scoreboard());
          update.alerts().forEach(alert -> assertSound(MessageType.ALERT, alert));
        });
  }

  private static <T> void assertSound(MessageType<T> type, T value) {
    byte[] bytes = type.write(value);
    assertThat(type.read(bytes)).isEqualTo(new Read<>(value));
    assertThat(type.write(type.read(bytes).orElseThrow())).isEqualTo(bytes);
    assertThat(Schemas.errors(type, MessageType.parse(bytes).orElseThrow()))
        .as("what the schema finds wrong with %s", value)
        .isEmpty();
  }
}
