package electionnight.domain;

import java.util.List;
import java.util.Optional;

/**
 * A night is a fold: each accepted change takes it from one revision to the next and has all its
 * consequences at once. Pure and total: what can be wrong with an input is in the answer.
 */
public final class Fold {
  private Fold() {}

  /**
   * Folds an input into a night.
   *
   * @param current the night as it stands; empty where no election of this id was heard
   * @param input what was said
   * @param heard where in the log, and when
   * @param seats the night's seats as they stand
   */
  public static Folded fold(Optional<Night> current, Input input, Heard heard, Seats seats) {
    if (current.isPresent()) {
      return fold(new Moment(current.get(), seats, heard), input);
    }
    if (input instanceof Election election) {
      return open(election, heard);
    }
    return Folded.Rejected.of(
        Reason.Code.UNKNOWN_ELECTION,
        "election",
        input.election().value(),
        "a night that was opened");
  }

  private static Folded open(Election election, Heard heard) {
    List<Reason> reasons = Screening.of(election);
    return reasons.isEmpty()
        ? new Folded.Accepted(Night.open(election, heard.cause()), List.of(), Optional.empty())
        : new Folded.Rejected(reasons);
  }

  private static Folded fold(Moment moment, Input input) {
    if (input instanceof Election election) {
      return new ReferenceFold(moment).election(election);
    } else if (input instanceof Seat seat) {
      return new ReferenceFold(moment).seat(seat);
    } else if (input instanceof Declaration declaration) {
      return new DeclarationFold(moment).declaration(declaration);
    } else if (input instanceof Confirmation confirmation) {
      return new DecisionFold(moment).confirmation(confirmation);
    } else if (input instanceof Hold hold) {
      return new DecisionFold(moment).hold(hold);
    } else {
      return new DecisionFold(moment).alertSwitch((AlertSwitch) input);
    }
  }
}
