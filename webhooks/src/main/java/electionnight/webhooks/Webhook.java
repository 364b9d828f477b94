package electionnight.webhooks;

import electionnight.domain.Alert;
import electionnight.wire.TraceParent;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One revision of an alert, as endpoints get it.
 *
 * @param id the same whenever, and by whomever, this revision is delivered; ASCII without a dot,
 *     because a dot divides what is signed
 * @param payload JSON in UTF-8; must not be changed
 * @param trace of the message that the alert follows from, where it is known
 */
record Webhook(String id, byte[] payload, Optional<TraceParent> trace) {

  /**
   * The webhook of an alert.
   *
   * @param publishedAt when Kafka got it
   * @param message the alert's record in the log, which is passed on byte for byte
   */
  static Webhook of(Alert alert, Instant publishedAt, byte[] message, Optional<TraceParent> trace) {
    String head =
        "{\"type\":\"alert."
            + alert.state().name().toLowerCase(Locale.ROOT)
            + "\",\"timestamp\":\""
            + publishedAt
            + "\",\"data\":";
    ByteArrayOutputStream payload = new ByteArrayOutputStream(head.length() + message.length + 1);
    payload.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    payload.writeBytes(message);
    payload.write('}');
    return new Webhook(plain(alert.id()) + ":" + alert.revision(), payload.toByteArray(), trace);
  }

  /** A party's code may have letters, dots and spaces that a header or a signature may not. */
  private static String plain(String alertId) {
    StringBuilder plain = new StringBuilder();
    for (byte character : alertId.getBytes(StandardCharsets.UTF_8)) {
      if (isPlain(character)) {
        plain.append((char) character);
      } else {
        plain.append(String.format(Locale.ROOT, "%%%02X", character));
      }
    }
    return plain.toString();
  }

  private static boolean isPlain(byte character) {
    return character >= '0' && character <= '9'
        || character >= 'A' && character <= 'Z'
        || character >= 'a' && character <= 'z'
        || character == '-'
        || character == '_'
        || character == ':';
  }
}
