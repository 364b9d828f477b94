package electionnight.domain;

import java.util.Optional;

/**
 * All that is public of a seat once its count has begun. What is absent is not so: a seat whose
 * report has no result has none, whatever was reported before.
 *
 * @param seat its code
 * @param name its name
 * @param result its result, counted; empty where there is none
 * @param announced a recount or a withdrawal, where that was said last
 * @param checking a result that is not counted because it is being checked
 * @param held who holds the seat and why; empty where it is not held
 * @param correction what was last corrected of what had been published; empty where nothing was
 */
public record SeatReport(
    SeatId seat,
    String name,
    Optional<Result> result,
    Optional<Announced> announced,
    Optional<Checking> checking,
    Optional<Hold> held,
    Optional<Correction> correction) {}
