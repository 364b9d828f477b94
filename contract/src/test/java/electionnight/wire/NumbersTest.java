package electionnight.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import electionnight.domain.Election;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import electionnight.testing.Golden;
import electionnight.wire.Decoded.Read;
import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures of the record book keep the decimals they were written with; shares are doubles. */
class NumbersTest {
  private static final String BERMONDSEY = "\"value\":44.2,";
  private static final String SWING_FROM = "\"largestSwingFrom\":10.0,";
  private static final String GOLDEN =
      new String(MessageType.ELECTION.write(Golden.value(MessageType.ELECTION)), UTF_8);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "44.2",
        "24664",
        "44.20",
        "44.0",
        "100",
        "100.0",
        "0",
        "0.0",
        "0.10",
        "1E+3",
        "1.50E-7",
        "9223372036854775808",
        "12345678901234567890.1234567890"
      })
  void aFigureIsWrittenAsItWasRead(String figure) {
    byte[] message = withFigure(figure);

    Election election = MessageType.ELECTION.read(message).orElseThrow();

    assertThat(election.recordBook().entries().get(4).value()).isEqualTo(new BigDecimal(figure));
    assertThat(new String(MessageType.ELECTION.write(election), UTF_8))
        .isEqualTo(new String(message, UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1E+41",
        "1E-41",
        "1E+999999999",
        "1E-999999999",
        "12345678901234567890123456789012345678901"
      })
  void aFigureWithoutEndIsRefused(String figure) {
    assertThat(MessageType.ELECTION.read(withFigure(figure)))
        .isEqualTo(
            Decoded.unreadable(
                new Reason(
                    Code.INVALID_FIELD,
                    "recordBook.entries[4].value",
                    figure,
                    "a number of at most 40 digits")));
  }

  static Stream<Double> doubles() {
    Random random = new Random(44);
    return DoubleStream.concat(
            DoubleStream.of(0, -0.0, 0.1, 34.0668, 1e-5, 1e22, Double.MIN_VALUE, Double.MAX_VALUE),
            random.longs(200).mapToDouble(Double::longBitsToDouble).filter(Double::isFinite))
        .boxed();
  }

  @ParameterizedTest
  @MethodSource("doubles")
  void aDoubleSurvivesTheWire(double points) {
    byte[] message = withSwingFrom(String.valueOf(points));

    Election election = MessageType.ELECTION.read(message).orElseThrow();

    assertThat(election.rules().orElseThrow().largestSwingFrom()).isEqualTo(points);
    assertThat(MessageType.ELECTION.read(MessageType.ELECTION.write(election)))
        .isEqualTo(new Read<>(election));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+400", "-1E+400", "1E+999999999"})
  void aNumberThatIsInfiniteAsADoubleIsRefused(String points) {
    assertThat(MessageType.ELECTION.read(withSwingFrom(points)))
        .isEqualTo(
            Decoded.unreadable(
                new Reason(
                    Code.INVALID_FIELD,
                    "rules.largestSwingFrom",
                    points,
                    "a number between -1.8E308 and 1.8E308")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "1e-99999999999", "1.", ".5", "+1", "0x10", "1,192"})
  void whatIsNoNumberInJsonIsRefused(String figure) {
    assertThat(MessageType.ELECTION.read(withFigure(figure)))
        .isInstanceOf(Decoded.Unreadable.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 10, -7})
  void aWholeNumberIsADoubleToo(int points) {
    ObjectNode message = Golden.tree(MessageType.ELECTION);
    ((ObjectNode) message.path("rules"))
        .set("largestSwingFrom", JsonNodeFactory.instance.numberNode(points));

    assertThat(MessageType.ELECTION.read(message).orElseThrow().rules().orElseThrow())
        .extracting(rules -> rules.largestSwingFrom())
        .isEqualTo((double) points);
  }

  private static byte[] withFigure(String figure) {
    return replaced(BERMONDSEY, "\"value\":" + figure + ",");
  }

  private static byte[] withSwingFrom(String points) {
    return replaced(SWING_FROM, "\"largestSwingFrom\":" + points + ",");
  }

  private static byte[] replaced(String golden, String other) {
    assertThat(GOLDEN).containsOnlyOnce(golden);
    return GOLDEN.replace(golden, other).getBytes(UTF_8);
  }
}
