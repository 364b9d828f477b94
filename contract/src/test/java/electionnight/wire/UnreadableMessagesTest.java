package electionnight.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import electionnight.testing.Golden;
import electionnight.wire.Decoded.Read;
import electionnight.wire.Decoded.Unreadable;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no message at all is refused with a sentence, and never with an exception. */
class UnreadableMessagesTest {
  private static final String GOLDEN = new String(Golden.bytes(MessageType.DECLARATION), UTF_8);

  static Stream<Arguments> unreadable() {
    return Stream.of(
        arguments("null", null, "the message is missing or empty, expected a JSON object"),
        arguments(
            "no bytes", new byte[0], "the message is missing or empty, expected a JSON object"),
        arguments("blank", bytes(" \n"), "the message is missing or empty, expected a JSON object"),
        arguments("JSON null", bytes("null"), "the message is 'null', expected a JSON object"),
        arguments("a list", bytes("[1]"), "the message is '[1]', expected a JSON object"),
        arguments("a text", bytes("\"Lab\""), "the message is 'Lab', expected a JSON object"),
        arguments("a number", bytes("13872"), "the message is '13872', expected a JSON object"),
        arguments("trailing text", bytes(GOLDEN + "x"), "Unrecognized token 'x'"),
        arguments("two objects", bytes(GOLDEN + GOLDEN), "Trailing token"),
        arguments("cut short", bytes(GOLDEN.substring(0, 300)), "Unexpected end-of-input"),
        arguments("a field twice", bytes("{\"votes\":1,\"votes\":2}"), "Duplicate field 'votes'"),
        arguments("33 deep", bytes(nested(33)), "nesting depth (33) exceeds"),
        arguments("80,000 deep", bytes(nested(80_000)), "nesting depth (33) exceeds"),
        arguments(
            "too large for a record",
            bytes(GOLDEN + " ".repeat(KafkaSettings.MAX_RECORD_BYTES)),
            "the message is '"
                + (GOLDEN.length() + KafkaSettings.MAX_RECORD_BYTES)
                + " bytes', expected at most "),
        arguments(
            "Latin-1", GOLDEN.replace("Holland", "Höll").getBytes(ISO_8859_1), "Invalid UTF-8"),
        arguments("UTF-16", GOLDEN.getBytes(UTF_16BE), "expected a JSON object"),
        arguments("UTF-16, low byte first", GOLDEN.getBytes(UTF_16LE), "expected a JSON object"),
        arguments("UTF-32", GOLDEN.getBytes(Charset.forName("UTF-32")), "expected a JSON object"),
        arguments("zero bytes", new byte[100], "expected a JSON object"),
        arguments("not a number", bytes("{\"votes\":NaN}"), "'NaN'"),
        arguments("a comment", bytes("{/* */}"), "'/'"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void isRefusedWithASentence(String what, byte[] bytes, String sentence) {
    for (MessageType<?> type : MessageType.ALL) {
      Decoded<?> decoded = type.read(bytes);

      assertThat(decoded).as(what).isInstanceOf(Unreadable.class);
      List<Reason> reasons = ((Unreadable<?>) decoded).reasons();
      assertThat(reasons).hasSize(1);
      assertThat(reasons.get(0).code()).isEqualTo(Code.UNREADABLE);
      assertThat(reasons.get(0).field()).isEmpty();
      assertThat(reasons.get(0).sentence()).contains(sentence);
    }
  }

  @Test
  void asDeepAndAsLargeAsAllowedIsRead() {
    String deep = GOLDEN.replaceFirst("\\{", "{\"addedLater\":" + nested(31) + ",");
    String large = GOLDEN + " ".repeat(MessageType.MAX_BYTES - GOLDEN.length());

    assertThat(MessageType.DECLARATION.read(bytes(deep))).isInstanceOf(Read.class);
    assertThat(MessageType.DECLARATION.read(bytes(large))).isInstanceOf(Read.class);
  }

  @Test
  void largerThanAllowedIsRefused() {
    String large = GOLDEN + " ".repeat(MessageType.MAX_BYTES + 1 - GOLDEN.length());

    assertThat(MessageType.DECLARATION.read(bytes(large)))
        .isEqualTo(
            Decoded.unreadable(
                new Reason(Code.UNREADABLE, "", "524289 bytes", "at most 524288 bytes")));
  }

  @Test
  void theLargestMessageThatWasRejectedCanBeReadAgain() {
    byte[] original = new byte[MessageType.MAX_BYTES];
    Rejected rejected =
        Rejected.of(
            "a test",
            Optional.empty(),
            List.of(new Reason(Code.UNREADABLE, "", "", "a JSON object")),
            null,
            original);

    byte[] written = MessageType.REJECTED.write(rejected);

    assertThat(MessageType.REJECTED.read(written)).isEqualTo(new Decoded.Read<>(rejected));
  }

  @Test
  void whateverIsRejectedFitsIntoARecord() {
    byte[] endless = new byte[5 * KafkaSettings.MAX_RECORD_BYTES];
    Reason reason = new Reason(Code.INVALID_FIELD, "votes[0].party", "x".repeat(200), "a party");

    Rejected rejected =
        Rejected.of(
            "a test", Optional.empty(), Collections.nCopies(50_000, reason), endless, endless);

    byte[] written = MessageType.REJECTED.write(rejected);
    assertThat(written.length + rejected.keyBytes().length)
        .isLessThan(KafkaSettings.MAX_RECORD_BYTES);
    assertThat(MessageType.REJECTED.read(written)).isEqualTo(new Read<>(rejected));
    assertThat(rejected.originalBytes())
        .isEqualTo(Arrays.copyOf(endless, rejected.originalBytes().length));
    assertThat(rejected.reasons().get(0).value())
        .isEqualTo("20971520 bytes, of which the first 2097152 are kept here");
    assertThat(rejected.reasons()).hasSize(100);
  }

  @Test
  void halfASurrogatePairIsNoText() {
    byte[] bytes = bytes(GOLDEN.replaceFirst("Emma", "\\\\ud83d"));

    Decoded<?> decoded = MessageType.DECLARATION.read(bytes);

    assertThat(decoded).isInstanceOf(Unreadable.class);
    Reason reason = ((Unreadable<?>) decoded).reasons().get(0);
    assertThat(reason.field()).isEqualTo("votes[2].candidate");
    assertThat(reason.expected()).isEqualTo("a text");
    assertWritable(reason);
  }

  @Test
  void aReasonThatCutsASurrogatePairCanBeWritten() {
    assertWritable(new Reason(Code.UNREADABLE, "", "x".repeat(199) + "😀 and more", "a text"));
  }

  private static void assertWritable(Reason reason) {
    byte[] original = bytes(GOLDEN.replace("by-elections-2023-10-19", "\\ud83d"));
    Rejected rejected =
        Rejected.of("a test", Optional.empty(), List.of(reason), new byte[] {-1}, original);
    assertThat(rejected.election()).isEmpty();
    assertThat(rejected.seat()).contains("E14000813");
    assertThat(rejected.originalBytes()).isEqualTo(original);
    assertThat(MessageType.REJECTED.read(MessageType.REJECTED.write(rejected)))
        .isEqualTo(new Read<>(rejected));
  }

  private static String nested(int depth) {
    return "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
