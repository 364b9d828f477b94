package electionnight.webhooks;

import java.time.Instant;
import java.util.Optional;

/**
 * How an endpoint fares, as ops see it. Holds no secret.
 *
 * @param id of the endpoint
 * @param url without its path and query
 * @param state what is done for it
 * @param since when that began
 * @param last what came of the last attempt; empty before the first
 * @param unreadable the place in the log of what cannot be read and is waited at
 * @param lag records of the log that it has not passed yet, in the partitions that this process has
 * @param delivered webhooks it took from this process
 * @param failedAttempts attempts of this process that failed
 */
record EndpointStatus(
    String id,
    String url,
    State state,
    Instant since,
    Optional<String> last,
    Optional<String> unreadable,
    long lag,
    long delivered,
    long failedAttempts) {

  /** What is done for an endpoint. */
  enum State {
    /** It took what it was sent last. */
    RUNNING,
    /** What it did not take is sent again. */
    RETRYING,
    /** Nothing is sent until somebody says so; its place in the log is kept. */
    SET_ASIDE
  }

  static EndpointStatus starting(Endpoint endpoint, Instant now) {
    return new EndpointStatus(
        endpoint.id(),
        endpoint.shownUrl(),
        State.RUNNING,
        now,
        Optional.empty(),
        Optional.empty(),
        0,
        0,
        0);
  }

  EndpointStatus delivered(Outcome outcome, Instant now) {
    return changed(State.RUNNING, now, Optional.of(outcome.words()), Optional.empty(), 1, 0);
  }

  EndpointStatus failed(Outcome outcome, State next, Instant now) {
    return changed(next, now, Optional.of(outcome.words()), Optional.empty(), 0, 1);
  }

  /** Set aside at what cannot be read. */
  EndpointStatus stopped(String at, Instant now) {
    return changed(State.SET_ASIDE, now, last, Optional.of(at), 0, 0);
  }

  EndpointStatus resumed(Instant now) {
    return changed(State.RETRYING, now, last, Optional.empty(), 0, 0);
  }

  EndpointStatus withLag(long records) {
    return new EndpointStatus(
        id, url, state, since, last, unreadable, records, delivered, failedAttempts);
  }

  private EndpointStatus changed(
      State next,
      Instant now,
      Optional<String> outcome,
      Optional<String> stoppedAt,
      int taken,
      int failures) {
    return new EndpointStatus(
        id,
        url,
        next,
        next == state ? since : now,
        outcome,
        stoppedAt,
        lag,
        delivered + taken,
        failedAttempts + failures);
  }
}
