package electionnight.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What was published of a seat and is no longer so.
 *
 * @param at the time of declaration that the new word gives; of a hold, when that was decided
 * @param reason why
 * @param changes each figure that changed, at least one, the most important first
 */
public record Correction(Instant at, String reason, List<Change> changes) {
  public Correction {
    changes = List.copyOf(changes);
  }

  /**
   * One figure's old and new value.
   *
   * @param figure its name, {@code winner}, {@code majority}, {@code votes of Peter Smith}
   * @param was as it was published; empty where there was none
   * @param now as it is; empty where there is none
   */
  public record Change(String figure, Optional<String> was, Optional<String> now) {

    /** {@code majority 1,192, not 1,316}; {@code result taken back: Labour hold, majority 12}. */
    String sentence() {
      if (now.isEmpty()) {
        return figure + " taken back: " + was.orElse("");
      }
      return was.map(value -> figure + " " + now.get() + ", not " + value)
          .orElse(figure + " restored: " + now.get());
    }
  }

  /**
   * What of a seat is no longer as it was published; empty where nothing is. What is only added
   * corrects nothing.
   *
   * @param why why it changed
   * @param at when the new word was said
   */
  static Optional<Correction> between(
      Election election, SeatState before, SeatState after, String why, Instant at) {
    List<Change> changes = new ArrayList<>();
    Optional<Result> was = before.result();
    Optional<Result> now = after.result();
    if (was.isEmpty() || now.isEmpty()) {
      boolean restored =
          now.isPresent() && before.correction().filter(Correction::takesBack).isPresent();
      if (was.isPresent() || restored) {
        changes.add(
            new Change(
                RESULT,
                was.map(result -> Headline.result(election, result)),
                now.map(result -> Headline.result(election, result))));
      }
    } else {
      compare(changes, election, was.get(), now.get());
      if (before.seat().heldSince().isPresent()
          && !before.seat().heldSince().equals(after.seat().heldSince())) {
        changes.add(
            new Change(
                "held since",
                Optional.of(String.valueOf(before.seat().heldSince().getAsInt())),
                after.seat().heldSince().isPresent()
                    ? Optional.of(String.valueOf(after.seat().heldSince().getAsInt()))
                    : Optional.empty()));
      }
    }
    return changes.isEmpty() ? Optional.empty() : Optional.of(new Correction(at, why, changes));
  }

  private static final String RESULT = "result";

  private boolean takesBack() {
    return changes.get(0).figure().equals(RESULT) && changes.get(0).now().isEmpty();
  }

  private static void compare(List<Change> changes, Election election, Result was, Result now) {
    if (!was.winner().isEmpty() || !was.party().equals(now.party())) {
      add(changes, "winner", winner(was), winner(now));
    }
    add(changes, "outcome", outcome(election, was.outcome()), outcome(election, now.outcome()));
    add(changes, "majority", majority(was), majority(now));
    add(changes, "majority overturned", number(was.overturned()), number(now.overturned()));
    add(
        changes,
        "outcome against the member before",
        outcome(election, was.sitting()),
        outcome(election, now.sitting()));
    for (CandidateResult candidate : was.candidates()) {
      add(
          changes,
          "votes of " + candidate.candidate() + " (" + candidate.party() + ")",
          Optional.of(Headline.number(candidate.votes())),
          votes(now, candidate));
    }
    add(changes, "rejected papers", number(was.invalidVotes()), number(now.invalidVotes()));
    add(changes, "time of declaration", time(was), time(now));
  }

  private static void add(
      List<Change> changes, String figure, Optional<String> was, Optional<String> now) {
    if (was.isPresent() && !was.equals(now)) {
      changes.add(new Change(figure, was, now));
    }
  }

  /** A rush may tell the party alone. */
  private static Optional<String> winner(Result result) {
    return Optional.of(
        result.winner().isEmpty()
            ? result.party().value()
            : result.winner() + " (" + result.party() + ")");
  }

  private static Optional<String> outcome(Election election, Optional<Outcome> outcome) {
    return outcome.map(change -> Headline.outcome(election, change));
  }

  private static Optional<String> majority(Result result) {
    return result.majority().map(majority -> Headline.number(majority.votes()));
  }

  private static Optional<String> votes(Result result, CandidateResult candidate) {
    return result.candidates().stream()
        .filter(row -> row.candidate().equals(candidate.candidate()))
        .filter(row -> row.party().equals(candidate.party()))
        .map(row -> Headline.number(row.votes()))
        .findFirst();
  }

  /** A rush has no time of declaration yet. */
  private static Optional<String> time(Result result) {
    return result.hasVotes() ? Optional.of(result.declaredAt().toString()) : Optional.empty();
  }

  private static Optional<String> number(OptionalInt figure) {
    return figure.isPresent() ? Optional.of(Headline.number(figure.getAsInt())) : Optional.empty();
  }
}
