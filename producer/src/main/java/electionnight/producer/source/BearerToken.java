package electionnight.producer.source;

import electionnight.cli.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** The secret by which the intake knows who may send (RFC 6750). Never printed. */
public final class BearerToken {
  private static final String SCHEME = "Bearer ";

  private final byte[] secret;

  private BearerToken(byte[] secret) {
    this.secret = secret;
  }

  /**
   * The token as given.
   *
   * @throws UserError when it is empty or has spaces within
   */
  public static BearerToken of(String token) {
    String stripped = token.strip();
    if (stripped.isEmpty() || stripped.chars().anyMatch(Character::isWhitespace)) {
      throw new UserError("The intake's token must be one word.");
    }
    return new BearerToken(stripped.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The token that a file holds.
   *
   * @throws UserError when the file cannot be read or holds no token
   */
  public static BearerToken in(Path file) {
    try {
      return of(Files.readString(file));
    } catch (IOException e) {
      throw new UserError("The token file " + file + " cannot be read.", e);
    }
  }

  /**
   * Whether an {@code Authorization} header carries it, found out in the same time for any token.
   *
   * @param authorization null where there was no such header
   */
  boolean isIn(String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    byte[] given =
        authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(secret, given);
  }
}
