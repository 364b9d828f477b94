package electionnight.domain;

import electionnight.domain.Alert.Facts;
import electionnight.domain.Alert.Kind;
import electionnight.domain.MajorityLine.Crossing;
import electionnight.domain.RecordEntry.Measure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which alerts should stand. A pure function of the results as they stand, so that an alert that
 * should no longer stand is found by not being in the answer.
 */
final class AlertRules {
  private AlertRules() {}

  /**
   * What an alert says, before it has a state and a cause.
   *
   * @param subject what makes its id one of a kind: a seat's id or a party's code
   */
  record Draft(
      Kind kind,
      String subject,
      SeatId seat,
      String name,
      Instant at,
      String headline,
      Facts facts) {

    String id(Election election) {
      return election.election() + ":" + kind + ":" + subject;
    }

    boolean saysTheSameAs(Alert alert) {
      return seat.equals(alert.seat())
          && name.equals(alert.name())
          && at.equals(alert.at())
          && headline.equals(alert.headline())
          && facts.equals(alert.facts());
    }
  }

  /** The alerts that follow from one seat alone. */
  static List<Draft> ofSeat(Election election, Result result) {
    return result
        .outcome()
        .filter(Outcome::isGain)
        .map(
            gain ->
                new Draft(
                    Kind.SEAT_GAIN,
                    result.seat().value(),
                    result.seat(),
                    result.name(),
                    result.declaredAt(),
                    Headline.gain(election, gain.party(), gain.from(), result.name())
                        + result
                            .majority()
                            .map(majority -> ", majority " + Headline.number(majority.votes()))
                            .orElse(""),
                    new Facts(
                        gain.party(),
                        Optional.of(gain.from()),
                        result
                            .majority()
                            .map(majority -> OptionalInt.of(majority.votes()))
                            .orElse(OptionalInt.empty()),
                        result.overturned(),
                        Optional.of(gain.basis()),
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty())))
        .stream()
        .toList();
  }

  /** The alerts that follow from the night as a whole. */
  static List<Draft> ofNight(Election election, Standings standings) {
    List<Draft> drafts = new ArrayList<>();
    standings.records().forEach(figure -> drafts.add(biggestOverturned(election, figure)));
    standings.crossing().ifPresent(crossing -> drafts.add(majorityReached(election, crossing)));
    return drafts;
  }

  private static Draft biggestOverturned(Election election, Overturned figure) {
    Optional<RecordEntry> beaten =
        election.recordBook().stream()
            .filter(
                entry ->
                    entry.contest() == election.contest()
                        && entry.measure() == Measure.MAJORITY_OVERTURNED)
            .max(Comparator.comparingInt(RecordEntry::value))
            .filter(entry -> figure.overturned() > entry.value());
    String claim =
        beaten.isPresent()
            ? "the biggest at a " + election.contest().noun()
            : "the biggest majority overturned so far tonight";
    return new Draft(
        Kind.BIGGEST_MAJORITY_OVERTURNED,
        figure.seat().value(),
        figure.seat(),
        figure.name(),
        figure.declaredAt(),
        Headline.gain(election, figure.to(), figure.from(), figure.name())
            + ", overturning "
            + Headline.number(figure.overturned())
            + ": "
            + claim,
        new Facts(
            figure.to(),
            Optional.of(figure.from()),
            OptionalInt.of(figure.majority()),
            OptionalInt.of(figure.overturned()),
            Optional.of(figure.basis()),
            beaten,
            OptionalInt.empty(),
            OptionalInt.empty()));
  }

  private static Draft majorityReached(Election election, Crossing crossing) {
    int line = election.majorityLine().orElseThrow();
    return new Draft(
        Kind.MAJORITY_REACHED,
        crossing.party().value(),
        crossing.seat(),
        crossing.name(),
        crossing.at(),
        Headline.subject(election, crossing.party())
            + " "
            + Headline.verb(election, crossing.party(), "reach", "reaches")
            + " a majority with "
            + crossing.name()
            + ": "
            + Headline.number(line)
            + " of "
            + Headline.number(election.seats())
            + " seats",
        new Facts(
            crossing.party(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.of(line),
            OptionalInt.of(line)));
  }
}
