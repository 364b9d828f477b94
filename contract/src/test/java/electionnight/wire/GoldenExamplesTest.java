package electionnight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Alert;
import electionnight.domain.Alert.Kind;
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
        .containsExactly(Kind.SEAT_GAIN, Kind.BIGGEST_MAJORITY_OVERTURNED);
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
  void theExampleRejectionGivesTheReasonsOfItsOriginal() {
    Rejected rejected = Golden.value(MessageType.REJECTED);

    assertThat(MessageType.DECLARATION.read(rejected.originalBytes()))
        .isEqualTo(new Unreadable<>(rejected.reasons()));
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
