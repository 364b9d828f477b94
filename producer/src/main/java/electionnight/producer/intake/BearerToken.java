package electionnight.producer.intake;

import electionnight.cli.UserError;
import electionnight.wire.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The secret by which the intake knows who sends (RFC 6750). Only its SHA-256 is kept; never
 * printed.
 */
final class BearerToken {
  /** How the sentence goes on that refuses one; what is shorter can be guessed. */
  static final String EXPECTED = "16 characters or more, in ASCII and without a byte order mark";

  private static final Pattern TOKEN = Pattern.compile("[!-~]{16,}");
  private static final String SCHEME = "Bearer ";

  private final byte[] hash;

  private BearerToken(byte[] hash) {
    this.hash = hash;
  }

  /**
   * The token as given.
   *
   * @throws UserError when it is too short or has other characters than a header carries
   */
  static BearerToken of(String token) {
    String stripped = token.strip();
    if (!isToken(stripped)) {
      throw new UserError("The intake's token must be one word of " + EXPECTED + ".");
    }
    return new BearerToken(Sha256.of(stripped.getBytes(StandardCharsets.UTF_8)));
  }

  static boolean isToken(String word) {
    return TOKEN.matcher(word).matches();
  }

  /**
   * The token that a file holds.
   *
   * @throws UserError when the file cannot be read or holds no token
   */
  static BearerToken in(Path file) {
    try {
      return of(Files.readString(file));
    } catch (IOException e) {
      // The token itself may have been put where its place is to be.
      String shown = IntakeSourceReader.withoutTokens("tokenFile", "\"" + file + "\"");
      throw new UserError("The token file " + shown + " cannot be read.", e);
    }
  }

  /** The token that has this SHA-256. */
  static BearerToken ofHash(byte[] hash) {
    return new BearerToken(hash.clone());
  }

  /**
   * The token that an {@code Authorization} header carries; empty where it carries none.
   *
   * @param authorization null where there was no such header
   */
  static Optional<BearerToken> carriedBy(String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    byte[] token =
        authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
    return Optional.of(new BearerToken(Sha256.of(token)));
  }

  /** Whether it is the same, found out in the same time for any token. */
  boolean isSame(BearerToken other) {
    return MessageDigest.isEqual(hash, other.hash);
  }
}
