package electionnight.producer.intake;

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
    Optional<Place> rejected) {
  static final String CONTENT_TYPE = "application/problem+json";

  private static final String TYPE = "urn:election-night:problem:";

  /** A status that says it all. */
  static Problem of(int status, String title, String detail) {
    return new Problem("about:blank", title, status, detail, Optional.empty(), Optional.empty());
  }

  /** What its source may not do. */
  static Problem forbidden(String detail) {
    return of(403, "Forbidden", detail);
  }

  /** What came too soon after others. */
  static Problem tooMany(String detail) {
    return of(429, "Too Many Requests", detail);
  }

  /** A body that could not be read and was kept. */
  static Problem unreadable(Intake intake, List<Reason> reasons, Place rejected) {
    return new Problem(
        TYPE + "not-" + intake.words().replace(' ', '-'),
        "Not " + intake.words() + " that can be read",
        422,
        reasons.get(0).sentence(),
        Optional.of(reasons),
        Optional.of(rejected));
  }
}
