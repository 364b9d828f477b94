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
        endpoint.id(), endpoint.shownUrl(), State.RUNNING, now, Optional.empty(), 0, 0, 0);
  }

  EndpointStatus delivered(Outcome outcome, Instant now) {
    return new EndpointStatus(
        id,
        url,
        State.RUNNING,
        since(State.RUNNING, now),
        Optional.of(outcome.words()),
        lag,
        delivered + 1,
        failedAttempts);
  }

  EndpointStatus failed(Outcome outcome, State next, Instant now) {
    return new EndpointStatus(
        id,
        url,
        next,
        since(next, now),
        Optional.of(outcome.words()),
        lag,
        delivered,
        failedAttempts + 1);
  }

  EndpointStatus resumed(Instant now) {
    return new EndpointStatus(
        id, url, State.RETRYING, since(State.RETRYING, now), last, lag, delivered, failedAttempts);
  }

  EndpointStatus withLag(long records) {
    return new EndpointStatus(id, url, state, since, last, records, delivered, failedAttempts);
  }

  private Instant since(State next, Instant now) {
    return next == state ? since : now;
  }
}
