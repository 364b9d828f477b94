package electionnight.domain;

import electionnight.domain.Folded.Ignored.Why;
import electionnight.domain.Reason.Code;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A night is a fold: each accepted change takes it from one revision to the next and has all its
 * consequences at once. Pure and total: what can be wrong with an input is in the answer.
 */
public final class Fold {
  private Fold() {}

  /**
   * Opens a night, or amends one that is open. Once a seat is declared, the terms by which figures
   * were published (contest, date, basis, number of seats) can no longer change.
   */
  public static Folded election(Optional<Night> current, Election election) {
    if (current.isEmpty()) {
      return new Folded.Accepted(Night.open(election), Optional.empty(), Optional.empty());
    }
    Night night = current.get();
    Election before = night.election();
    if (before.equals(election)) {
      return new Folded.Ignored(Why.DUPLICATE);
    }
    boolean sameTerms =
        before.contest() == election.contest()
            && before.date().equals(election.date())
            && before.basis() == election.basis()
            && before.seats() == election.seats();
    if (night.totals().declared() > 0 && !sameTerms) {
      return rejected(
          Code.ELECTION_CHANGED,
          "",
          election.election().value(),
          "the contest, date, basis and number of seats under which the first seat was declared");
    }
    return new Folded.Accepted(night.with(election), Optional.empty(), Optional.empty());
  }

  /** Makes a seat known, or amends it; a result it already has is folded anew. */
  public static Folded seat(
      Optional<Night> current, Optional<SeatState> known, Seat seat, Cause cause, Seats seats) {
    if (current.isEmpty()) {
      return unknownElection(seat.election());
    }
    Night night = current.get();
    if (known.filter(state -> state.seat().equals(seat)).isPresent()) {
      return new Folded.Ignored(Why.DUPLICATE);
    }
    List<Reason> reasons =
        Screening.of(night.election(), seat, known.flatMap(SeatState::declaration));
    if (!reasons.isEmpty()) {
      return new Folded.Rejected(reasons);
    }
    SeatState before = known.orElse(new SeatState(seat, Optional.empty(), List.of()));
    SeatState after = new SeatState(seat, before.declaration(), before.alerts());
    return after.declaration().isEmpty()
        ? new Folded.Accepted(night, Optional.of(after), Optional.empty())
        : change(night, before, after, whySeat(before.seat(), seat), cause, seats);
  }

  /** Folds in what a source says of a seat. */
  public static Folded declaration(
      Optional<Night> current,
      Optional<SeatState> known,
      Declaration declaration,
      Cause cause,
      Seats seats) {
    if (current.isEmpty()) {
      return unknownElection(declaration.election());
    }
    if (known.isEmpty()) {
      return rejected(
          Code.UNKNOWN_SEAT,
          "seat",
          declaration.seat().value(),
          "a seat of " + declaration.election());
    }
    Night night = current.get();
    SeatState before = known.get();
    List<Reason> reasons = Screening.of(night.election(), before.seat(), declaration);
    if (!reasons.isEmpty()) {
      return new Folded.Rejected(reasons);
    }
    Optional<Declaration> earlier = before.declaration();
    if (earlier.isPresent() && declaration.revision() <= earlier.get().revision()) {
      return notNewer(earlier.get(), declaration);
    }
    SeatState after = new SeatState(before.seat(), Optional.of(declaration), before.alerts());
    return change(night, before, after, whyDeclaration(declaration), cause, seats);
  }

  private static String whySeat(Seat before, Seat after) {
    if (before.baseline().equals(after.baseline())) {
      return "what is known of the seat was corrected";
    }
    return before.baseline().isEmpty()
        ? "the baseline of the seat came late"
        : "the baseline of the seat was corrected";
  }

  private static String whyDeclaration(Declaration declaration) {
    return declaration
        .reason()
        .filter(reason -> !reason.isBlank())
        .orElse("revised by " + declaration.source());
  }

  private static Folded notNewer(Declaration earlier, Declaration declaration) {
    if (declaration.revision() < earlier.revision()) {
      return new Folded.Ignored(Why.SUPERSEDED);
    }
    if (declaration.saysTheSameAs(earlier)) {
      return new Folded.Ignored(Why.DUPLICATE);
    }
    return rejected(
        Code.REVISION_CONFLICT,
        "revision",
        String.valueOf(declaration.revision()),
        "a revision above "
            + earlier.revision()
            + ", because "
            + earlier.source()
            + " gave revision "
            + earlier.revision()
            + " other content");
  }

  private static Folded change(
      Night night, SeatState before, SeatState after, String why, Cause cause, Seats seats) {
    Result result = after.result().orElseThrow();
    boolean replaces = before.declaration().isPresent();
    Totals totals = night.totals().minus(before).plus(after);
    Standings standings =
        replaces
            ? Standings.of(results(seats, after), night.election().majorityLine())
            : night
                .standings()
                .plus(result, totals, night.election().majorityLine(), () -> results(seats, after));
    AlertLedger ledger =
        new AlertLedger(
            night.election(), result, replaces ? why : "declared earlier, came in later", cause);
    List<Alert> ofSeat =
        ledger.changes(before.alerts(), AlertRules.ofSeat(night.election(), result));
    List<Alert> ofNight =
        ledger.changes(night.alerts(), AlertRules.ofNight(night.election(), standings));
    Night next =
        new Night(
            night.election(),
            night.revision() + 1,
            totals,
            standings,
            AlertLedger.after(night.alerts(), ofNight));
    SeatState seat =
        new SeatState(
            after.seat(), after.declaration(), AlertLedger.after(before.alerts(), ofSeat));
    Update update =
        new Update(
            night.election().election(),
            next.revision(),
            cause,
            result,
            next.scoreboard(),
            Stream.concat(ofSeat.stream(), ofNight.stream()).toList());
    return new Folded.Accepted(next, Optional.of(seat), Optional.of(update));
  }

  private static List<Result> results(Seats seats, SeatState after) {
    SeatId changed = after.seat().seat();
    return Stream.concat(
            seats.all().stream().filter(state -> !state.seat().seat().equals(changed)),
            Stream.of(after))
        .flatMap(state -> state.result().stream())
        .toList();
  }

  private static Folded unknownElection(ElectionId election) {
    return rejected(Code.UNKNOWN_ELECTION, "election", election.value(), "a night that was opened");
  }

  private static Folded rejected(Code code, String field, String value, String expected) {
    return new Folded.Rejected(List.of(new Reason(code, field, value, expected)));
  }
}
