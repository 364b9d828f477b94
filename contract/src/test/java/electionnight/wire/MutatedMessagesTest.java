package electionnight.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import electionnight.domain.Input;
import electionnight.domain.Reason;
import electionnight.testing.FoldedNight;
import electionnight.testing.Golden;
import electionnight.wire.Decoded.Read;
import electionnight.wire.Decoded.Unreadable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Golden examples with random damage: read or refused, and never an exception. */
class MutatedMessagesTest {
  private static final int MUTATIONS = 300;
  private static final List<MessageType<? extends Input>> INPUTS =
      List.of(
          MessageType.ELECTION,
          MessageType.SEAT,
          MessageType.DECLARATION,
          MessageType.CONFIRMATION,
          MessageType.ALERT_SWITCH,
          MessageType.HOLD);
  private static final String[] SPLICES = {
    "null",
    "0",
    "-1",
    "1.5",
    "1e9",
    "1e999",
    "1e-999",
    "1e999999999",
    "1e-999999999",
    "44.20",
    "99999999999",
    "\"\"",
    "true",
    "[]",
    "{}",
    "[null]",
    "\\ud800",
    "\\u0000",
    "\"",
    ",",
    "}",
    "]",
    "\u00e4",
    "\ud83d\ude00",
    "2147483647"
  };

  static List<MessageType<?>> messages() {
    return MessageType.ALL;
  }

  @ParameterizedTest
  @MethodSource("messages")
  <T> void aDamagedMessageIsReadOrRefused(MessageType<T> type) {
    for (int seed = 0; seed < MUTATIONS; seed++) {
      byte[] bytes = mutated(type, seed);
      try {
        Decoded<T> decoded = type.read(bytes);
        if (decoded instanceof Read<T> read) {
          assertThat(type.read(type.write(read.value()))).as("seed %d", seed).isEqualTo(read);
        } else {
          List<Reason> reasons = ((Unreadable<T>) decoded).reasons();
          assertThat(reasons).as("seed %d", seed).isNotEmpty();
          assertThat(MessageType.REJECTED.write(rejected(bytes, reasons))).isNotEmpty();
        }
      } catch (RuntimeException e) {
        fail("seed %d of %s: %s".formatted(seed, type.name(), new String(bytes, UTF_8)), e);
      }
    }
  }

  @Test
  void aDamagedInputThatCanBeReadIsFoldedOrRejected() {
    int accepted = 0;
    int rejected = 0;
    for (int seed = 0; seed < 4 * MUTATIONS; seed++) {
      FoldedNight night = new FoldedNight();
      try {
        for (MessageType<? extends Input> type : INPUTS) {
          boolean damaged = INPUTS.indexOf(type) == seed % INPUTS.size();
          if (type.read(damaged ? mutated(type, seed) : Golden.bytes(type))
              instanceof Read<? extends Input> input) {
            night.apply(input.value());
          }
        }
        night.updates().forEach(MessageType.UPDATE::write);
        night
            .rejected()
            .forEach(
                refusal -> MessageType.REJECTED.write(rejected(new byte[0], refusal.reasons())));
      } catch (RuntimeException e) {
        fail("seed %d".formatted(seed), e);
      }
      accepted += night.updates().size();
      rejected += night.rejected().size();
    }
    assertThat(accepted).as("damaged nights with an update").isGreaterThan(100);
    assertThat(rejected).as("damaged inputs that the fold rejects").isGreaterThan(100);
  }

  private static Rejected rejected(byte[] original, List<Reason> reasons) {
    return Rejected.of("a test", Optional.empty(), reasons, null, original);
  }

  private static byte[] mutated(MessageType<?> type, int seed) {
    Random random = new Random(seed);
    byte[] bytes = Golden.bytes(type);
    for (int damage = random.nextInt(3); damage >= 0; damage--) {
      bytes = mutated(bytes, random);
    }
    return bytes;
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    int until = Math.min(bytes.length, at + 1 + random.nextInt(12));
    return switch (random.nextInt(10)) {
      case 0 -> with(bytes, at, (byte) random.nextInt(256));
      case 1, 2 -> with(bytes, nextDigit(bytes, at), (byte) ('0' + random.nextInt(10)));
      case 3 -> splice(bytes, at, until, new byte[0]);
      case 4 -> splice(bytes, at, at, Arrays.copyOfRange(bytes, at, until));
      case 5 -> Arrays.copyOf(bytes, Math.max(1, at));
      default -> {
        byte[] value = SPLICES[random.nextInt(SPLICES.length)].getBytes(UTF_8);
        int start = startOfValue(bytes, at);
        yield splice(bytes, start, endOfLine(bytes, start), value);
      }
    };
  }

  private static int nextDigit(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length - 1 && (bytes[at] < '0' || bytes[at] > '9')) {
      at++;
    }
    return at;
  }

  // Damage to a whole value keeps the message JSON, and gets past the parser.
  private static int startOfValue(byte[] bytes, int from) {
    for (int i = from; i < bytes.length - 2; i++) {
      if (bytes[i] == ':' && bytes[i + 1] == ' ') {
        return i + 2;
      }
    }
    return from;
  }

  private static int endOfLine(byte[] bytes, int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == '\n' || (bytes[i] == ',' && i + 1 < bytes.length && bytes[i + 1] == '\n')) {
        return i;
      }
    }
    return from;
  }

  private static byte[] with(byte[] bytes, int at, byte value) {
    byte[] copy = bytes.clone();
    copy[at] = value;
    return copy;
  }

  private static byte[] splice(byte[] bytes, int from, int to, byte[] middle) {
    byte[] joined = new byte[from + middle.length + bytes.length - to];
    System.arraycopy(bytes, 0, joined, 0, from);
    System.arraycopy(middle, 0, joined, from, middle.length);
    System.arraycopy(bytes, to, joined, from + middle.length, bytes.length - to);
    return joined;
  }
}
