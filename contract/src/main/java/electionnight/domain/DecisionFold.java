package electionnight.domain;

import electionnight.domain.Consequences.Moved;
import electionnight.domain.Folded.Ignored.Why;
import java.util.List;
import java.util.Optional;

/** Folds in what a news desk decides. */
final class DecisionFold {
  private final Moment moment;

  DecisionFold(Moment moment) {
    this.moment = moment;
  }

  /** Believes what was being checked. */
  Folded confirmation(Confirmation confirmation) {
    List<Reason> reasons =
        Screening.ofDecision(confirmation.by(), confirmation.reason(), confirmation.at());
    if (!reasons.isEmpty()) {
      return new Folded.Rejected(reasons);
    }
    Optional<SeatState> known = moment.seats().seat(confirmation.seat());
    if (known.isEmpty()) {
      return moment.unknownSeat(confirmation.seat());
    }
    SeatState before = known.get();
    Optional<Word> doubted =
        before
            .queried()
            .map(Queried::word)
            .filter(word -> word.declaration().revision() == confirmation.revision());
    if (doubted.isPresent()) {
      return moment.settle(
          new Moved(before, before.believing(doubted.get())),
          "confirmed by "
              + confirmation.by()
              + confirmation.reason().map(reason -> ": " + reason).orElse(""),
          doubted.get().declaration().declaredAt());
    }
    int believed = before.word().map(word -> word.declaration().revision()).orElse(0);
    if (confirmation.revision() >= 1 && confirmation.revision() <= believed) {
      return new Folded.Ignored(
          confirmation.revision() == believed ? Why.DUPLICATE : Why.SUPERSEDED);
    }
    return Folded.Rejected.of(
        Reason.Code.NOT_QUERIED,
        "revision",
        String.valueOf(confirmation.revision()),
        before
            .queried()
            .map(
                doubt ->
                    "revision "
                        + doubt.word().declaration().revision()
                        + ", which is being checked")
            .orElse("a revision that is being checked; none of " + before.seat().name() + " is"));
  }

  /** Holds or releases a seat. */
  Folded hold(Hold hold) {
    List<Reason> reasons = Screening.ofDecision(hold.by(), Optional.of(hold.reason()), hold.at());
    if (!reasons.isEmpty()) {
      return new Folded.Rejected(reasons);
    }
    Optional<SeatState> known = moment.seats().seat(hold.seat());
    if (known.isEmpty()) {
      return moment.unknownSeat(hold.seat());
    }
    SeatState before = known.get();
    if (before.held().isPresent() == hold.held()) {
      return new Folded.Ignored(Why.DUPLICATE);
    }
    SeatState after = before.holding(hold.held() ? Optional.of(hold) : Optional.empty());
    return moment.settle(
        new Moved(before, after),
        (hold.held() ? "held by " : "released by ") + hold.by() + ": " + hold.reason(),
        hold.at());
  }

  /** Stops the alerts, or lets them flow again with all that was held. */
  Folded alertSwitch(AlertSwitch change) {
    List<Reason> reasons =
        Screening.ofDecision(change.by(), Optional.of(change.reason()), change.at());
    if (!reasons.isEmpty()) {
      return new Folded.Rejected(reasons);
    }
    Optional<AlertSwitch> before = moment.night().stopped();
    if (before.isPresent() == change.stopped()) {
      return new Folded.Ignored(Why.DUPLICATE);
    }
    if (change.stopped()) {
      return moment.consequences(moment.night().with(Optional.of(change))).unalerted();
    }
    AlertSwitch stop = before.orElseThrow();
    return moment
        .consequences(moment.night().with(Optional.empty()))
        .refreshed(
            "held while alerts were stopped from "
                + Headline.time(moment.election(), stop.at())
                + " to "
                + Headline.time(moment.election(), change.at())
                + " ("
                + stop.reason()
                + ")");
  }
}
