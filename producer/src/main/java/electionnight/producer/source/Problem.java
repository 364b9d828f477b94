package electionnight.producer.source;

import electionnight.domain.Cause;
import electionnight.domain.Reason;
import java.util.List;
import java.util.Optional;

/**
 * Why a request was not granted, as {@code application/problem+json} (RFC 9457).
 *
 * @param type {@code about:blank} where the status says it all
 * @param title the status in words, or what the type means
 * @param status the HTTP status
 * @param detail what the sender can do about it
 * @param reasons what could not be read, field by field
 * @param rejected where the request's body is kept
 */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    Optional<List<Reason>> reasons,
    Optional<Cause> rejected) {
  static final String CONTENT_TYPE = "application/problem+json";

  private static final String NOT_A_DECLARATION = "urn:election-night:problem:not-a-declaration";

  /** A status that says it all. */
  static Problem of(int status, String title, String detail) {
    return new Problem("about:blank", title, status, detail, Optional.empty(), Optional.empty());
  }

  /** A body that could not be read and was kept. */
  static Problem notADeclaration(List<Reason> reasons, Cause rejected) {
    return new Problem(
        NOT_A_DECLARATION,
        "Not a declaration that can be read",
        422,
        reasons.get(0).sentence(),
        Optional.of(reasons),
        Optional.of(rejected));
  }
}
