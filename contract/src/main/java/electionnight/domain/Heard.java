package electionnight.domain;

import java.time.Instant;

/**
 * Where and when an input was heard.
 *
 * @param cause its record in the log
 * @param at the record's timestamp, which is when its source sent it
 */
public record Heard(Cause cause, Instant at) {}
