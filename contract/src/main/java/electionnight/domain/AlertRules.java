package electionnight.domain;

import electionnight.domain.Alert.Facts;
import electionnight.domain.Alert.Kind;
import electionnight.domain.MajorityLine.Crossing;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which alerts should stand. A pure function of the seats as they stand, so that an alert that
 * should no longer stand is found by not being in the answer.
 */
final class AlertRules {
  private final Election election;
  private final Rules rules;

  AlertRules(Election election, Rules rules) {
    this.election = election;
    this.rules = rules;
  }

  /**
   * What an alert says, before it has a state and a receipt.
   *
   * @param subject what makes its id one of a kind: a seat's id or a party's code
   * @param corrected why what it tells of was corrected; empty but of a correction
   */
  record Draft(
      Kind kind,
      String subject,
      SeatId seat,
      String name,
      Instant at,
      String headline,
      Facts facts,
      Optional<String> corrected) {

    Draft(
        Kind kind,
        String subject,
        SeatId seat,
        String name,
        Instant at,
        String headline,
        Facts facts) {
      this(kind, subject, seat, name, at, headline, facts, Optional.empty());
    }

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
  List<Draft> ofSeat(SeatState state) {
    List<Draft> drafts = new ArrayList<>();
    Optional<Result> counted = state.result();
    counted.ifPresent(
        result -> {
          gain(result).ifPresent(drafts::add);
          firstSince(state.seat(), result).ifPresent(drafts::add);
          regain(state.seat(), result).ifPresent(drafts::add);
          tie(result).ifPresent(drafts::add);
        });
    // What was announced stays so when its seat is held; what is announced then waits.
    state
        .recount()
        .filter(at -> state.held().isEmpty() || state.stands(Kind.RECOUNT))
        .ifPresent(at -> drafts.add(recount(state.seat(), at, counted)));
    state.correction().ifPresent(latest -> drafts.add(correction(state.seat(), latest, counted)));
    return drafts;
  }

  private Optional<Draft> gain(Result result) {
    return result
        .outcome()
        .filter(Outcome::isGain)
        .map(
            gain ->
                draft(
                    Kind.SEAT_GAIN,
                    result,
                    Headline.gain(election, gain.party(), gain.from(), result.name())
                        + Headline.majority(result),
                    Facts.NONE
                        .withParty(gain.party())
                        .withFrom(gain.from(), gain.basis())
                        .withMajority(figure(result))
                        .withOverturned(result.overturned())));
  }

  private Optional<Draft> firstSince(Seat seat, Result result) {
    if (seat.heldSince().isEmpty()) {
      return Optional.empty();
    }
    int year = seat.heldSince().getAsInt();
    return result
        .outcome()
        .filter(Outcome::isGain)
        .filter(gain -> election.date().getYear() - year >= rules.firstSinceYears())
        .map(
            gain ->
                draft(
                    Kind.FIRST_SINCE,
                    result,
                    Headline.gain(election, gain.party(), gain.from(), result.name())
                        + ", who had held it since "
                        + year,
                    Facts.NONE
                        .withParty(gain.party())
                        .withFrom(gain.from(), gain.basis())
                        .withHeldSince(year)));
  }

  private Optional<Draft> regain(Seat seat, Result result) {
    boolean held = result.outcome().filter(outcome -> !outcome.isGain()).isPresent();
    return result
        .sitting()
        .filter(Outcome::isGain)
        .filter(gain -> held)
        .map(
            gain ->
                draft(
                    Kind.REGAIN,
                    result,
                    Headline.subject(election, gain.party())
                        + " "
                        + Headline.verb(election, gain.party(), "regain", "regains")
                        + " "
                        + result.name()
                        + " from "
                        + Headline.collective(election, gain.from()),
                    Facts.NONE
                        .withParty(gain.party())
                        .withFrom(gain.from(), gain.basis())
                        .withMajority(figure(result))));
  }

  private Optional<Draft> tie(Result result) {
    return result
        .majority()
        .filter(majority -> majority.votes() == 0)
        .map(
            majority ->
                draft(
                    Kind.TIE_BY_LOT,
                    result,
                    Headline.win(election, result.party())
                        + " "
                        + result.name()
                        + " by lot, after a tie at "
                        + Headline.number(result.candidates().get(0).votes()),
                    Facts.NONE
                        .withParty(result.party())
                        .withMajority(figure(result))
                        .withTie(result.candidates().get(0).votes())));
  }

  private Draft recount(Seat seat, Instant at, Optional<Result> counted) {
    String headline =
        counted
            .map(
                result ->
                    "After a recount in " + seat.name() + ": " + Headline.result(election, result))
            .orElse("Recount in " + seat.name());
    Facts facts =
        counted
            .map(result -> Facts.NONE.withParty(result.party()).withMajority(figure(result)))
            .orElse(Facts.NONE);
    return draft(Kind.RECOUNT, seat, at, headline, facts);
  }

  private Draft correction(Seat seat, Correction latest, Optional<Result> counted) {
    Correction.Change main = latest.changes().get(0);
    Facts facts =
        counted
            .map(
                result ->
                    latest.isOfMajority()
                        ? Facts.NONE.withParty(result.party()).withMajority(figure(result))
                        : Facts.NONE.withParty(result.party()))
            .orElse(Facts.NONE)
            .withChanges(latest.changes());
    return new Draft(
        Kind.CORRECTION,
        seat.seat().value(),
        seat.seat(),
        seat.name(),
        latest.at(),
        "Correction to " + seat.name() + ": " + main.sentence(),
        facts,
        Optional.of(latest.reason()));
  }

  /** The alerts that follow from the night as a whole. */
  List<Draft> ofNight(Standings standings) {
    List<Draft> drafts = new ArrayList<>();
    standings.records().forEach(figure -> drafts.add(biggestOverturned(figure)));
    standings.swings().stream()
        .filter(figure -> figure.swing().points() >= rules.largestSwingFrom())
        .forEach(figure -> drafts.add(largestSwing(figure)));
    standings.narrowestRecords().stream()
        .filter(figure -> figure.majority() < rules.narrowestMajorityUnder())
        .forEach(figure -> drafts.add(narrowest(figure)));
    standings.crossing().ifPresent(crossing -> drafts.add(majorityReached(crossing)));
    return drafts;
  }

  private Draft biggestOverturned(Overturned figure) {
    Optional<RecordRank> rank =
        rank(Measure.MAJORITY_OVERTURNED, BigDecimal.valueOf(figure.overturned()));
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
            + claim(rank, "biggest", "the biggest majority overturned so far tonight"),
        Facts.NONE
            .withParty(figure.to())
            .withFrom(figure.from(), figure.basis())
            .withMajority(figure.majority())
            .withOverturned(OptionalInt.of(figure.overturned()))
            .withRecord(rank));
  }

  private Draft largestSwing(SeatSwing figure) {
    Swing swing = figure.swing();
    Optional<RecordRank> rank = rank(Measure.SWING, BigDecimal.valueOf(swing.points()));
    return new Draft(
        Kind.LARGEST_SWING,
        figure.seat().value(),
        figure.seat(),
        figure.name(),
        figure.declaredAt(),
        figure.name()
            + ": a swing of "
            + Headline.points(swing.points())
            + " points from "
            + Headline.collective(election, swing.from())
            + " to "
            + Headline.collective(election, swing.to())
            + ", "
            + claim(rank, "largest", "the largest so far tonight"),
        Facts.NONE.withParty(figure.winner()).withSwing(swing).withRecord(rank));
  }

  private Draft narrowest(SeatMajority figure) {
    return new Draft(
        Kind.NARROWEST_MAJORITY,
        figure.seat().value(),
        figure.seat(),
        figure.name(),
        figure.declaredAt(),
        Headline.win(election, figure.winner())
            + " "
            + figure.name()
            + " by "
            + (figure.majority() == 0 ? "lot" : Headline.number(figure.majority()))
            + ", the narrowest majority so far tonight",
        Facts.NONE.withParty(figure.winner()).withMajority(OptionalInt.of(figure.majority())));
  }

  private Draft majorityReached(Crossing crossing) {
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
        Facts.NONE.withParty(crossing.party()).withLine(line));
  }

  private Optional<RecordRank> rank(Measure measure, BigDecimal figure) {
    return election.recordBook().rank(election, measure, figure, 0);
  }

  private static String claim(Optional<RecordRank> rank, String superlative, String soFar) {
    return rank.map(place -> Headline.place(place, superlative)).orElse(soFar);
  }

  private static OptionalInt figure(Result result) {
    return result
        .majority()
        .map(majority -> OptionalInt.of(majority.votes()))
        .orElse(OptionalInt.empty());
  }

  private static Draft draft(Kind kind, Result result, String headline, Facts facts) {
    return new Draft(
        kind,
        result.seat().value(),
        result.seat(),
        result.name(),
        result.declaredAt(),
        headline,
        facts);
  }

  private static Draft draft(Kind kind, Seat seat, Instant at, String headline, Facts facts) {
    return new Draft(kind, seat.seat().value(), seat.seat(), seat.name(), at, headline, facts);
  }
}
