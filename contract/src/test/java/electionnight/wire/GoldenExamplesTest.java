package electionnight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Alert;
import electionnight.domain.Alert.Kind;
import electionnight.domain.Cause;
import electionnight.domain.Receipt;
import electionnight.domain.Update;
import electionnight.testing.FoldedNight;
import electionnight.testing.Golden;
import electionnight.wire.Decoded.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden examples are valid, survive reading and writing, and are what the fold says. */
class GoldenExamplesTest {

  static List<MessageType<?>> messages() {
    return MessageType.ALL;
  }

  @ParameterizedTest
  @MethodSource("messages")
  void anExampleSatisfiesItsSchema(MessageType<?> type) {
    assertThat(Schemas.errors(type, Golden.tree(type))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("messages")
  <T> void anExampleIsWrittenAsItWasRead(MessageType<T> type) {
    byte[] written = type.write(Golden.value(type));

    assertThat(MessageType.parse(written).orElseThrow()).isEqualTo(Golden.tree(type));
    assertThat(new String(written, StandardCharsets.UTF_8))
        .isEqualTo(withoutLayout(new String(Golden.bytes(type), StandardCharsets.UTF_8)));
  }

  @Test
  void theFoldOfTheExamplesIsTheExampleUpdate() {
    FoldedNight night = new FoldedNight();
    night.apply(Golden.value(MessageType.ELECTION));
    night.apply(Golden.value(MessageType.SEAT));

    night.apply(Golden.value(MessageType.DECLARATION));

    Update update = night.updates().get(0);
    assertThat(update).isEqualTo(Golden.value(MessageType.UPDATE));
    assertThat(update.seats().get(0).result()).contains(Golden.value(MessageType.RESULT));
    assertThat(update.scoreboard()).isEqualTo(Golden.value(MessageType.SCOREBOARD));
    assertThat(update.alerts())
        .extracting(Alert::kind)
        .containsExactly(
            Kind.SEAT_GAIN, Kind.FIRST_SINCE, Kind.BIGGEST_MAJORITY_OVERTURNED, Kind.LARGEST_SWING);
    assertThat(update.alerts()).contains(Golden.value(MessageType.ALERT));
  }

  @Test
  void theExampleAlertIsTheRecordOfThatNight() {
    assertThat(Golden.value(MessageType.ALERT).headline())
        .isEqualTo(
            "Labour gain Mid Bedfordshire from the Conservatives, overturning 24,664:"
                + " the biggest at a by-election");
  }

  @Test
  void theReceiptOfTheExampleAlertLeadsToTheOtherExamples() {
    Receipt receipt = Golden.value(MessageType.ALERT).receipt();

    assertThat(receipt.election()).isEqualTo(record("seats", 0, MessageType.ELECTION));
    assertThat(receipt.baseline()).contains(record("seats", 1, MessageType.SEAT));
    assertThat(receipt.declaration()).contains(record("declarations", 0, MessageType.DECLARATION));
    assertThat(receipt.cause()).isEqualTo(record("declarations", 0, MessageType.DECLARATION));
  }

  private static Cause record(String topic, long offset, MessageType<?> example) {
    byte[] value =
        withoutLayout(new String(Golden.bytes(example), StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8);
    return Inputs.heard(topic, 0, offset, value, 0).cause();
  }

  @Test
  void theExampleDecisionsAreTakenInTheExampleNight() {
    FoldedNight night = new FoldedNight();
    night.apply(Golden.value(MessageType.ELECTION));
    night.apply(Golden.value(MessageType.SEAT));

    night.apply(Golden.value(MessageType.HOLD));
    night.apply(Golden.value(MessageType.ALERT_SWITCH));
    night.apply(Golden.value(MessageType.DECLARATION));
    night.apply(Golden.value(MessageType.CONFIRMATION));

    assertThat(night.rejected()).isEmpty();
    assertThat(night.scoreboard().alertsStopped()).contains(Golden.value(MessageType.ALERT_SWITCH));
    assertThat(night.scoreboard().checking())
        .containsExactly(Golden.value(MessageType.CONFIRMATION).seat());
    assertThat(night.updates().get(2).seats().get(0).held())
        .contains(Golden.value(MessageType.HOLD));
  }

  @Test
  void theExampleRejectionGivesTheReasonsOfItsOriginal() {
    Rejected rejected = Golden.value(MessageType.REJECTED);

    assertThat(MessageType.DECLARATION.read(rejected.originalBytes()))
        .isEqualTo(new Unreadable<>(rejected.reasons()));
    assertThat(rejected.cause())
        .contains(Inputs.heard("declarations", 0, 3, rejected.originalBytes(), 0).cause());
  }

  private static String withoutLayout(String pretty) {
    return pretty
        .lines()
        .map(String::strip)
        .map(GoldenExamplesTest::joined)
        .reduce("", String::concat);
  }

  private static String joined(String line) {
    return line.replaceFirst("^(\"[^\"]+\"): ", "$1:");
  }
}
