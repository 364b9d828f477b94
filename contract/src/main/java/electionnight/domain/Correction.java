package electionnight.domain;

import electionnight.domain.Alert.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;

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
      // Both are sentences of their own, with commas in them.
      String not = figure.equals(RESULT) ? "; it was given as " : ", not ";
      return was.map(value -> figure + " " + now.get() + not + value)
          .orElse(figure + " restored: " + now.get());
    }
  }

  /**
   * What of a seat is no longer as it was published; empty where nothing is. What is only added
   * corrects nothing.
   *
   * @param why why it changed
   * @param at when the new word was said
   * @param timeToo whether another time of declaration is a change worth telling
   */
  static Optional<Correction> between(
      Election election,
      SeatState before,
      SeatState after,
      String why,
      Instant at,
      boolean timeToo) {
    List<Change> changes = new ArrayList<>();
    Optional<Result> was = before.result();
    Optional<Result> now = after.result();
    if (was.isPresent() && now.isEmpty()) {
      changes.add(
          new Change(RESULT, Optional.of(Headline.result(election, was.get())), Optional.empty()));
    } else if (was.isEmpty() && now.isPresent()) {
      before.takenBack().ifPresent(told -> changes.addAll(again(election, told, now.get())));
    } else if (was.isPresent()) {
      compare(changes, election, was.get(), now.get());
      if (timeToo) {
        add(changes, "time of declaration", time(election, was.get()), time(election, now.get()));
      }
      // The year is published nowhere but in the alert.
      if (before.stands(Kind.FIRST_SINCE)
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
    if (before.stands(Kind.RECOUNT) && after.recount().isEmpty()) {
      changes.add(
          new Change(
              "recount",
              before.recount().map(announced -> Headline.time(election, announced)),
              Optional.empty()));
    }
    return changes.isEmpty() ? Optional.empty() : Optional.of(new Correction(at, why, changes));
  }

  private static final String RESULT = "result";
  private static final String MAJORITY = "majority";
  private static final String WINNER = "winner";
  private static final String OUTCOME = "outcome";
  private static final String OVERTURNED = "majority overturned";
  private static final String SWING = "swing";
  private static final String SITTING = "outcome against the member before";

  /** The most important first. */
  private static final List<String> RANKED =
      List.of(RESULT, WINNER, OUTCOME, MAJORITY, OVERTURNED, SWING, SITTING);

  /** As of a reason that a source gives. */
  private static final int LONGEST_REASON = 1_000;

  /** Whether the majority was wrong; one that is only added later corrects nothing. */
  boolean isOfMajority() {
    return changes.stream().anyMatch(change -> change.figure().equals(MAJORITY));
  }

  /** A result that was taken back is there again, or another one is. */
  private static List<Change> again(Election election, Result was, Result now) {
    String told = Headline.result(election, was);
    String tells = Headline.result(election, now);
    // What was only added since, such as the majority after a rush, is no other result.
    boolean same = tells.equals(told) || tells.startsWith(told + ", ");
    List<Change> figures = new ArrayList<>();
    compare(figures, election, was, now);
    List<Change> changes = new ArrayList<>();
    if (!same) {
      changes.add(new Change(RESULT, Optional.of(told), Optional.of(tells)));
    } else if (figures.stream().noneMatch(change -> change.figure().equals(WINNER))) {
      changes.add(new Change(RESULT, Optional.empty(), Optional.of(tells)));
    }
    changes.addAll(figures);
    return changes;
  }

  /**
   * This one and an earlier one that nobody was told of, as one: each figure from as it was before
   * the earlier to as it is now.
   */
  Correction after(Correction earlier) {
    Map<String, Change> merged = new LinkedHashMap<>();
    changes.forEach(change -> merged.put(change.figure(), change));
    for (Change before : earlier.changes) {
      merged.merge(
          before.figure(),
          before,
          (now, then) -> new Change(now.figure(), then.was().or(now::was), now.now()));
    }
    merged.values().removeIf(change -> change.was().equals(change.now()));
    return merged.isEmpty()
        ? this
        : new Correction(
            at,
            both(earlier.reason),
            merged.values().stream().sorted(Comparator.comparing(Correction::rank)).toList());
  }

  /** What is not ranked is less important than what is. */
  private static int rank(Change change) {
    int rank = RANKED.indexOf(change.figure());
    return rank < 0 ? RANKED.size() : rank;
  }

  private String both(String earlier) {
    String both = earlier + "; " + reason;
    return earlier.equals(reason) || both.length() > LONGEST_REASON ? reason : both;
  }

  private static void compare(List<Change> changes, Election election, Result was, Result now) {
    // A rush may tell the party alone: a name that is only added is no correction, and one that is
    // only no longer told is no other winner, so the least of what changed.
    boolean sameParty = was.party().equals(now.party());
    boolean unnamed = sameParty && !was.winner().isEmpty() && now.winner().isEmpty();
    if (!unnamed && !(sameParty && was.winner().isEmpty())) {
      add(changes, WINNER, winner(was), winner(now));
    }
    add(changes, OUTCOME, outcome(election, was.outcome()), outcome(election, now.outcome()));
    add(changes, MAJORITY, majority(was), majority(now));
    add(changes, OVERTURNED, number(was.overturned()), number(now.overturned()));
    swing(changes, election, was, now);
    add(changes, SITTING, outcome(election, was.sitting()), outcome(election, now.sitting()));
    for (CandidateResult candidate : was.candidates()) {
      add(
          changes,
          "votes of " + candidate.candidate() + " (" + candidate.party() + ")",
          Optional.of(Headline.number(candidate.votes())),
          votes(now, candidate));
    }
    add(changes, "rejected papers", number(was.invalidVotes()), number(now.invalidVotes()));
    add(changes, "electorate", electorate(was), electorate(now));
    if (unnamed) {
      add(changes, WINNER, winner(was), winner(now));
    }
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

  /** As it is printed, or as exactly as it is published where the print would not differ. */
  private static void swing(List<Change> changes, Election election, Result was, Result now) {
    boolean differs =
        !swing(election, was, Headline::points).equals(swing(election, now, Headline::points));
    DoubleFunction<String> digits =
        differs ? Headline::points : points -> BigDecimal.valueOf(points).toPlainString();
    add(changes, SWING, swing(election, was, digits), swing(election, now, digits));
  }

  /** A swing below 0 is told as the one the other way that it is. */
  private static Optional<String> swing(
      Election election, Result result, DoubleFunction<String> digits) {
    return result
        .swing()
        .map(
            swing -> {
              boolean back = swing.points() < 0;
              return digits.apply(Math.abs(swing.points()))
                  + " points from "
                  + Headline.collective(election, back ? swing.to() : swing.from())
                  + " to "
                  + Headline.collective(election, back ? swing.from() : swing.to());
            });
  }

  private static Optional<String> electorate(Result result) {
    return result.electorate() == 0
        ? Optional.empty()
        : Optional.of(Headline.number(result.electorate()));
  }

  private static Optional<String> votes(Result result, CandidateResult candidate) {
    return result.candidates().stream()
        .filter(row -> row.candidate().equals(candidate.candidate()))
        .filter(row -> row.party().equals(candidate.party()))
        .map(row -> Headline.number(row.votes()))
        .findFirst();
  }

  /** Local, as a newsroom prints it; a rush has no time of declaration yet. */
  private static Optional<String> time(Election election, Result result) {
    return result.hasVotes()
        ? Optional.of(Headline.time(election, result.declaredAt()))
        : Optional.empty();
  }

  private static Optional<String> number(OptionalInt figure) {
    return figure.isPresent() ? Optional.of(Headline.number(figure.getAsInt())) : Optional.empty();
  }
}
