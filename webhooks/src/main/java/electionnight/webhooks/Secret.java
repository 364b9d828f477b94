package electionnight.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an endpoint and we both know, and nobody else. It is never shown. */
final class Secret {
  /** What is expected where a text is no secret. */
  static final String EXPECTED = "'whsec_' and the Base64 of 24 to 64 bytes";

  private static final String PREFIX = "whsec_";
  private static final int FEWEST_BYTES = 24;
  private static final int MOST_BYTES = 64;
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private Secret(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * Reads a secret as it is exchanged.
   *
   * @throws IllegalArgumentException when it is none; the message does not tell the text
   */
  static Secret parse(String text) {
    if (text.startsWith(PREFIX)) {
      byte[] key = decoded(text.substring(PREFIX.length()));
      if (key.length >= FEWEST_BYTES && key.length <= MOST_BYTES) {
        return new Secret(key);
      }
    }
    throw new IllegalArgumentException("expected " + EXPECTED);
  }

  private static byte[] decoded(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      // Its message would tell a part of the secret.
      return new byte[0];
    }
  }

  /**
   * One signature of the header {@code webhook-signature}.
   *
   * @param timestamp seconds since 1970, as in the header {@code webhook-timestamp}
   */
  String sign(String id, long timestamp, byte[] payload) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(payload));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
