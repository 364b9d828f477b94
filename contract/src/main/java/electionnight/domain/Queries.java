package electionnight.domain;

import electionnight.domain.Query.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/** What makes a result doubtful. */
final class Queries {
  private final QueryRules rules;
  private final Election election;
  private final Seat seat;
  private final Declaration declaration;
  private final List<Query> queries = new ArrayList<>();

  private Queries(QueryRules rules, Election election, Seat seat, Declaration declaration) {
    this.rules = rules;
    this.election = election;
    this.seat = seat;
    this.declaration = declaration;
  }

  /**
   * The queries a declaration raises; empty where it looks sound. It was screened before.
   *
   * @param earlier what stands for the seat so far, believed or being checked
   * @param evidence what the other seats suggest
   */
  static List<Query> of(
      QueryRules rules,
      Election election,
      Seat seat,
      Declaration declaration,
      Optional<Declaration> earlier,
      Heard heard,
      Evidence evidence) {
    Queries asked = new Queries(rules, election, seat, declaration);
    if (declaration.status().hasResult()) {
      asked.time(heard);
    }
    asked.queries.addAll(ofFigures(rules, election, seat, declaration, earlier, evidence));
    return List.copyOf(asked.queries);
  }

  /** The queries that its figures raise, whenever it was heard. */
  static List<Query> ofFigures(
      QueryRules rules,
      Election election,
      Seat seat,
      Declaration declaration,
      Optional<Declaration> earlier,
      Evidence evidence) {
    Queries asked = new Queries(rules, election, seat, declaration);
    if (declaration.status().hasVotes()) {
      sameFigures(seat, declaration, evidence).ifPresent(asked.queries::add);
      asked.reconciliation();
      asked.fewVotes();
      earlier.ifPresent(asked::votesFell);
      asked.unusual(evidence);
    }
    return List.copyOf(asked.queries);
  }

  /** The other seats that have the same first and second votes; what SAME_FIGURES asks. */
  static Optional<Query> sameFigures(Seat seat, Declaration declaration, Evidence evidence) {
    return FirstAndSecond.of(declaration)
        .flatMap(
            figures -> {
              SortedMap<SeatId, String> others = evidence.seatsWith(figures, seat.seat());
              return others.isEmpty()
                  ? Optional.empty()
                  : Optional.of(
                      new Query(
                          Code.SAME_FIGURES,
                          "The first and second votes, "
                              + Headline.number(figures.first())
                              + " and "
                              + Headline.number(figures.second())
                              + ", are also those of "
                              + String.join(" and ", others.values()),
                          List.copyOf(others.keySet())));
            });
  }

  private void time(Heard heard) {
    Instant at = declaration.declaredAt();
    if (Duration.between(heard.at(), at).compareTo(Duration.ofMinutes(rules.minutesAhead())) > 0) {
      ask(
          Code.TOO_LATE,
          "Declared at "
              + Headline.time(election, at)
              + ", more than "
              + rules.minutesAhead()
              + " minutes after it was heard");
    }
    election.closeOfPoll().ifPresent(close -> time(at, close));
  }

  private void time(Instant at, Instant close) {
    if (at.isBefore(close)) {
      ask(
          Code.TOO_EARLY,
          "Declared at "
              + Headline.time(election, at)
              + ", before the polls closed at "
              + Headline.time(election, close));
    } else if (Duration.between(close, at).compareTo(Duration.ofDays(rules.daysOfCount())) > 0) {
      ask(
          Code.TOO_LATE,
          "Declared at "
              + Headline.time(election, at)
              + ", more than "
              + rules.daysOfCount()
              + " days after the polls closed at "
              + Headline.time(election, close));
    }
  }

  private void reconciliation() {
    if (declaration.verifiedBallots().isEmpty()) {
      return;
    }
    int verified = declaration.verifiedBallots().getAsInt();
    long valid = Ballot.of(declaration).validVotes();
    boolean rejectedTold = declaration.invalidVotes().isPresent();
    long missing = verified - declaration.papersCast();
    boolean reconciled =
        rejectedTold
            ? Math.abs(missing) <= rules.unreconciledBallots()
            : missing >= -rules.unreconciledBallots()
                && 100.0 * missing <= rules.rejectedPercent() * verified;
    if (!reconciled) {
      ask(
          Code.NOT_RECONCILED,
          String.format(
              Locale.UK,
              "%,d valid%s votes are %,d %s than the %,d ballots verified before the count",
              valid,
              rejectedTold
                  ? String.format(
                      Locale.UK, " and %,d rejected", declaration.invalidVotes().getAsInt())
                  : "",
              Math.abs(missing),
              missing > 0 ? "fewer" : "more",
              verified));
    }
  }

  private void fewVotes() {
    Ballot.of(declaration).votes().stream()
        .filter(row -> row.votes() < rules.fewestVotes())
        .forEach(
            row ->
                ask(
                    Code.LOST_DIGITS,
                    name(row)
                        + " has "
                        + Headline.number(row.votes())
                        + (row.votes() == 1 ? " vote" : " votes")
                        + ", where a candidate has at least "
                        + rules.fewestVotes()
                        + ": were digits lost?"));
  }

  private void votesFell(Declaration earlier) {
    if (!earlier.status().hasVotes()
        || declaration.reason().filter(reason -> !reason.isBlank()).isPresent()) {
      return;
    }
    Ballot now = Ballot.of(declaration);
    for (CandidateVotes before : Ballot.of(earlier).votes()) {
      int votes =
          now.votes().stream()
              .filter(
                  row ->
                      row.candidate().equals(before.candidate())
                          && row.party().equals(before.party()))
              .mapToInt(CandidateVotes::votes)
              .sum();
      if (votes < before.votes()) {
        ask(
            Code.VOTES_FELL,
            "The votes of "
                + name(before)
                + " fell from "
                + Headline.number(before.votes())
                + " to "
                + Headline.number(votes)
                + ", and no reason is given");
      }
    }
  }

  private void unusual(Evidence evidence) {
    Optional<Comparison> comparison = Comparison.of(seat, declaration);
    if (comparison.isEmpty()) {
      return;
    }
    UnusualFigures figures =
        new UnusualFigures(rules, election, seat, comparison.get(), evidence.othersOf(seat));
    figures.turnout().ifPresent(queries::add);
    figures.share().ifPresent(queries::add);
    figures
        .swapped(declaration.winner().map(name -> Ballot.of(declaration).winner().party()))
        .ifPresent(queries::add);
    queries.addAll(figures.lostDigits());
  }

  private static String name(CandidateVotes row) {
    return row.candidate() + " (" + row.party() + ")";
  }

  private void ask(Code code, String words) {
    queries.add(new Query(code, words, List.of()));
  }
}
