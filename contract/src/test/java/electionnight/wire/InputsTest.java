package electionnight.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import electionnight.domain.Cause;
import electionnight.domain.Heard;
import electionnight.domain.Input;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import electionnight.testing.Golden;
import electionnight.wire.Decoded.Read;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How a record of an input topic is read, and where and when it was heard. */
class InputsTest {
  private static final byte[] KEY = "by-elections-2023-10-19".getBytes(UTF_8);
  private static final String EMPTY_SHA256 =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

  static Stream<Arguments> kinds() {
    return Arrays.stream(Inputs.values())
        .flatMap(inputs -> inputs.types().stream().map(type -> arguments(inputs, type)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void eachKindIsReadInItsTopic(Inputs inputs, MessageType<? extends Input> type) {
    assertThat(inputs.read(KEY, Golden.bytes(type))).isEqualTo(new Read<>(Golden.value(type)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void noKindIsReadInTheOtherTopic(Inputs inputs, MessageType<? extends Input> type) {
    for (Inputs other : Inputs.values()) {
      if (other != inputs) {
        assertThat(other.read(KEY, Golden.bytes(type)))
            .isEqualTo(
                Decoded.unreadable(
                    new Reason(
                        Code.UNSUPPORTED, "type", type.name(), other.types().get(0).name())));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anotherKeyThanTheElectionIsWrong(Inputs inputs, MessageType<? extends Input> type) {
    assertThat(inputs.read("by-elections-2023-07-20".getBytes(UTF_8), Golden.bytes(type)))
        .isEqualTo(wrongKey("by-elections-2023-07-20"));
    assertThat(inputs.read(new byte[0], Golden.bytes(type))).isEqualTo(wrongKey(""));
    assertThat(inputs.read(null, Golden.bytes(type))).isEqualTo(wrongKey(""));
  }

  private static Decoded<Input> wrongKey(String found) {
    return Decoded.unreadable(
        new Reason(Code.WRONG_KEY, "the record's key", found, "by-elections-2023-10-19"));
  }

  @Test
  void anUnknownTypeIsTakenForTheFirstOfItsTopic() {
    byte[] ballot = "{\"schemaVersion\":1,\"type\":\"ballot\"}".getBytes(UTF_8);
    byte[] untyped = "{\"schemaVersion\":1}".getBytes(UTF_8);

    assertThat(Inputs.REFERENCE.read(KEY, ballot))
        .isEqualTo(Decoded.unreadable(new Reason(Code.UNSUPPORTED, "type", "ballot", "seat")));
    assertThat(Inputs.NIGHT.read(KEY, ballot))
        .isEqualTo(
            Decoded.unreadable(new Reason(Code.UNSUPPORTED, "type", "ballot", "declaration")));
    assertThat(Inputs.NIGHT.read(KEY, untyped))
        .isEqualTo(Decoded.unreadable(new Reason(Code.UNSUPPORTED, "type", "", "declaration")));
  }

  @ParameterizedTest
  @EnumSource
  void aRecordWithoutAValueIsNoInput(Inputs inputs) {
    assertThat(inputs.read(KEY, null))
        .isEqualTo(Decoded.unreadable(new Reason(Code.UNREADABLE, "", "", "a JSON object")));
  }

  @Test
  void aFieldThatIsWrongIsNamedBeforeTheKey() {
    byte[] hold = MessageType.HOLD.write(Golden.value(MessageType.HOLD));
    byte[] damaged = new String(hold, UTF_8).replace(":true", ":\"yes\"").getBytes(UTF_8);

    assertThat(Inputs.NIGHT.read(null, damaged))
        .isEqualTo(
            Decoded.unreadable(new Reason(Code.INVALID_FIELD, "held", "yes", "true or false")));
  }

  @Test
  void aRecordIsHeardWhereItIsWhenItWasSentWithTheHashOfItsBytes() {
    // The hash of 'abc' is the first example of FIPS 180-2.
    assertThat(Inputs.heard("night.declarations", 3, 17, "abc".getBytes(UTF_8), 1_697_767_800_123L))
        .isEqualTo(
            new Heard(
                new Cause(
                    "night.declarations",
                    3,
                    17,
                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
                Instant.parse("2023-10-20T02:10:00.123Z")));
  }

  @Test
  void aRecordWithoutATimestampIsHeardAtTheBeginningOfTime() {
    assertThat(Inputs.heard("declarations", 0, 0, null, ConsumerRecord.NO_TIMESTAMP).at())
        .isEqualTo(Instant.EPOCH);
  }

  @Test
  void noBytesHaveTheHashOfNoBytes() {
    assertThat(Inputs.heard("seats", 0, 0, null, 0).cause().sha256()).isEqualTo(EMPTY_SHA256);
    assertThat(Inputs.heard("seats", 0, 0, new byte[0], 0).cause().sha256())
        .isEqualTo(EMPTY_SHA256);
  }
}
