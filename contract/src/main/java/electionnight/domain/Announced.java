package electionnight.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * What was said last of a seat where that is no result: a recount, or that the result is withdrawn.
 *
 * @param status {@link Status#RECOUNT} or {@link Status#WITHDRAWN}
 * @param revision its revision
 * @param at when it was announced
 * @param source who reported it
 * @param reason why; always told of a withdrawal
 */
public record Announced(
    Status status, int revision, Instant at, String source, Optional<String> reason) {}
