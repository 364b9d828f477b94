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
import java.util.stream.Stream;

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

    /** But for the time: a seat's other time of declaration alone is no news. */
    boolean saysTheSameAs(Alert alert) {
      return seat.equals(alert.seat())
          && name.equals(alert.name())
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
                    new FactSheet()
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
                    new FactSheet()
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
                    new FactSheet()
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
                    new FactSheet()
                        .withParty(result.party())
                        .withMajority(figure(result))
                        .withTie(result.candidates().get(0).votes())));
  }

  private Draft recount(Seat seat, Instant at, Optional<Result> counted) {
    String headline =
        counted
            .map(
                result ->
                    "After a recount in "
                        + seat.name()
                        + ": "
                        + Headline.afterColon(Headline.result(election, result)))
            .orElse("Recount in " + seat.name());
    FactSheet facts =
        counted
            .map(result -> new FactSheet().withParty(result.party()).withMajority(figure(result)))
            .orElseGet(FactSheet::new);
    return draft(Kind.RECOUNT, seat, at, headline, facts);
  }

  private Draft correction(Seat seat, Correction latest, Optional<Result> counted) {
    Correction.Change main = latest.changes().get(0);
    FactSheet facts =
        counted
            .map(
                result ->
                    latest.isOfMajority()
                        ? new FactSheet().withParty(result.party()).withMajority(figure(result))
                        : new FactSheet().withParty(result.party()))
            .orElseGet(FactSheet::new)
            .withChanges(latest.changes());
    return new Draft(
        Kind.CORRECTION,
        seat.seat().value(),
        seat.seat(),
        seat.name(),
        latest.at(),
        "Correction to " + seat.name() + ": " + main.sentence(),
        facts.facts(),
        Optional.of(latest.reason()));
  }

  /** The alerts that follow from the night as a whole. */
  List<Draft> ofNight(Standings standings) {
    List<Draft> drafts = new ArrayList<>();
    standings.records().forEach(figure -> drafts.add(biggestOverturned(figure, standings)));
    standings.swings().stream()
        .filter(figure -> figure.swing().points() >= rules.largestSwingFrom())
        .forEach(figure -> drafts.add(largestSwing(figure, standings)));
    standings.narrowestRecords().stream()
        .filter(figure -> figure.majority() < rules.narrowestMajorityUnder())
        .forEach(figure -> drafts.add(narrowest(figure)));
    standings.crossing().ifPresent(crossing -> drafts.add(majorityReached(crossing)));
    return drafts;
  }

  private Draft biggestOverturned(Overturned figure, Standings standings) {
    Optional<RecordRank> rank =
        rank(
            Measure.MAJORITY_OVERTURNED,
            BigDecimal.valueOf(figure.overturned()),
            standings.biggestOverturned().stream()
                .filter(other -> other.overturned() > figure.overturned()));
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
        new FactSheet()
            .withParty(figure.to())
            .withFrom(figure.from(), figure.basis())
            .withMajority(figure.majority())
            .withOverturned(OptionalInt.of(figure.overturned()))
            .withRecord(rank)
            .facts());
  }

  private Draft largestSwing(SeatSwing figure, Standings standings) {
    Swing swing = figure.swing();
    Optional<RecordRank> rank =
        rank(
            Measure.SWING,
            BigDecimal.valueOf(swing.points()),
            standings.largestSwings().stream()
                .filter(other -> other.swing().points() > swing.points()));
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
        new FactSheet().withParty(figure.winner()).withSwing(swing).withRecord(rank).facts());
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
        new FactSheet()
            .withParty(figure.winner())
            .withMajority(OptionalInt.of(figure.majority()))
            .facts());
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
        new FactSheet().withParty(crossing.party()).withLine(line).facts());
  }

  /** Among tonight's too, whenever they were declared: a place in the book is never 'so far'. */
  private Optional<RecordRank> rank(Measure measure, BigDecimal figure, Stream<?> larger) {
    return election.recordBook().rank(election, measure, figure, (int) larger.count());
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

  private static Draft draft(Kind kind, Result result, String headline, FactSheet facts) {
    return new Draft(
        kind,
        result.seat().value(),
        result.seat(),
        result.name(),
        result.declaredAt(),
        headline,
        facts.facts());
  }

  private static Draft draft(Kind kind, Seat seat, Instant at, String headline, FactSheet facts) {
    return new Draft(
        kind, seat.seat().value(), seat.seat(), seat.name(), at, headline, facts.facts());
  }
}
