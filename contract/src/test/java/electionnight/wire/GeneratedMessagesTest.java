package electionnight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.testing.FoldedNight;
import electionnight.testing.GeneratedNight;
import electionnight.wire.Decoded.Read;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All that a generated night takes in and gives out satisfies the schemas and survives the wire.
 */
class GeneratedMessagesTest {

  static Stream<GeneratedNight> nights() {
    return LongStream.range(100, 110).mapToObj(GeneratedNight::of);
  }

  @ParameterizedTest
  @MethodSource("nights")
  void everyMessageIsValidAndSurvivesTheWire(GeneratedNight generated) {
    FoldedNight night = FoldedNight.of(generated).applyAll(generated.words());

    assertSound(MessageType.ELECTION, generated.election());
    generated.seats().forEach(seat -> assertSound(MessageType.SEAT, seat));
    generated.words().forEach(word -> assertSound(MessageType.DECLARATION, word));
    night
        .updates()
        .forEach(
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
