package electionnight.domain;

import java.time.Instant;

/**
 * The kill switch of alerts. While they are stopped, results flow and no alert is issued, amended
 * or withdrawn; when they are resumed, one update issues, amends and withdraws all that differs
 * from what was last published.
 *
 * @param election the night
 * @param stopped true to stop, false to resume
 * @param by who decided it; not empty
 * @param reason why; not empty
 * @param at when
 */
public record AlertSwitch(
    ElectionId election, boolean stopped, String by, String reason, Instant at) implements Input {}
