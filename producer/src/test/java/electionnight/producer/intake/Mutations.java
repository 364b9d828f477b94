package electionnight.producer.intake;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What goes wrong with a message on its way, or is done to it on purpose. */
final class Mutations {
  private static final Pattern VALUE = Pattern.compile("(?<=:)(\"[^\"]*\"|[0-9]+)");
  private static final Pattern FIELD = Pattern.compile("\"[a-zA-Z]+\":(\"[^\"]*\"|[0-9]+)");
  private static final List<String> OTHER_VALUES =
      List.of(
          "null",
          "true",
          "{}",
          "[]",
          "\"\"",
          "-1",
          "1.5",
          "1e400",
          "-0",
          "\"11719\"",
          "[null]",
          "99999999999",
          "9".repeat(900),
          "9".repeat(2000),
          "0x1F",
          "NaN",
          "\"\\ud800\"",
          "\"\\u0000\"");

  private static final List<BiFunction<byte[], Random, byte[]>> ALL =
      List.of(
          Mutations::flip,
          Mutations::truncate,
          Mutations::otherValue,
          Mutations::nest,
          Mutations::twice,
          Mutations::notUtf8,
          Mutations::insert,
          Mutations::trail);

  private Mutations() {}

  static byte[] mutate(byte[] message, Random random) {
    return ALL.get(random.nextInt(ALL.size())).apply(message, random);
  }

  private static byte[] flip(byte[] message, Random random) {
    byte[] flipped = message.clone();
    for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private static byte[] truncate(byte[] message, Random random) {
    return Arrays.copyOf(message, random.nextInt(message.length));
  }

  private static byte[] otherValue(byte[] message, Random random) {
    return replaced(message, random, OTHER_VALUES.get(random.nextInt(OTHER_VALUES.size())));
  }

  private static byte[] nest(byte[] message, Random random) {
    int depth = 1 + random.nextInt(5000);
    return replaced(message, random, "[".repeat(depth) + "]".repeat(random.nextInt(depth + 1)));
  }

  private static byte[] replaced(byte[] message, Random random, String value) {
    String text = text(message);
    MatchResult match = any(VALUE, text, random);
    return bytes(text.substring(0, match.start()) + value + text.substring(match.end()));
  }

  private static byte[] twice(byte[] message, Random random) {
    String text = text(message);
    MatchResult match = any(FIELD, text, random);
    return bytes(
        text.substring(0, match.end()) + "," + match.group() + text.substring(match.end()));
  }

  private static byte[] notUtf8(byte[] message, Random random) {
    byte[][] wrong = {
      {(byte) 0xFF},
      {(byte) 0xC0, (byte) 0x80},
      {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
      {(byte) 0xE2}
    };
    return inserted(message, random, wrong[random.nextInt(wrong.length)]);
  }

  private static byte[] insert(byte[] message, Random random) {
    byte[] noise = new byte[1 + random.nextInt(50)];
    random.nextBytes(noise);
    return inserted(message, random, noise);
  }

  private static byte[] trail(byte[] message, Random random) {
    return bytes(text(message) + (random.nextBoolean() ? "," : text(message)));
  }

  private static byte[] inserted(byte[] message, Random random, byte[] noise) {
    int at = random.nextInt(message.length);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(message, 0, at);
    bytes.writeBytes(noise);
    bytes.write(message, at, message.length - at);
    return bytes.toByteArray();
  }

  private static MatchResult any(Pattern pattern, String text, Random random) {
    List<MatchResult> all = pattern.matcher(text).results().toList();
    return all.get(random.nextInt(all.size()));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
