package electionnight.domain;

import electionnight.domain.Alert.Kind;
import electionnight.domain.MajorityLine.Crossing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Which alerts about the night as a whole should stand: a pure function of its standings. */
final class NightAlertRules {
  private final Election election;
  private final Rules rules;

  NightAlertRules(Election election, Rules rules) {
    this.election = election;
    this.rules = rules;
  }

  List<AlertDraft> drafts(Standings standings) {
    List<AlertDraft> drafts = new ArrayList<>();
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

  private AlertDraft biggestOverturned(Overturned figure, Standings standings) {
    Optional<RecordRank> rank =
        rank(
            Measure.MAJORITY_OVERTURNED,
            BigDecimal.valueOf(figure.overturned()),
            standings.biggestOverturned().stream()
                .filter(other -> other.overturned() > figure.overturned()));
    return new AlertDraft(
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

  private AlertDraft largestSwing(SeatSwing figure, Standings standings) {
    Swing swing = figure.swing();
    Optional<RecordRank> rank =
        rank(
            Measure.SWING,
            BigDecimal.valueOf(swing.points()),
            standings.largestSwings().stream()
                .filter(other -> other.swing().points() > swing.points()));
    return new AlertDraft(
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

  private AlertDraft narrowest(SeatMajority figure) {
    return new AlertDraft(
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

  private AlertDraft majorityReached(Crossing crossing) {
    int line = election.majorityLine().orElseThrow();
    return new AlertDraft(
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
}
