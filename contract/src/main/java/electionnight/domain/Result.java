package electionnight.domain;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A seat whose winner is known, with all that follows. Of a rush only the winner is known: no
 * candidate has votes, and what follows from votes is empty.
 *
 * @param election the night
 * @param seat the seat's code
 * @param name the seat's name
 * @param region the seat's region
 * @param revision the declaration's revision
 * @param status where it stands in its life
 * @param declaredAt when it was declared
 * @param source who reported it
 * @param reason why it was corrected; empty where not told
 * @param winner the candidate elected
 * @param party the winner's party
 * @param candidates all candidates in order of finishing, the winner first
 * @param majority the winner's majority; empty for an unopposed winner and a rush
 * @param outcome gain or hold; empty while the seat has no baseline
 * @param sitting gain or hold against the party of the member before; empty where not known
 * @param overturned the old majority, in votes, where one was overturned
 * @param swing between winner and loser where the seat changed hands, else from second to first;
 *     empty where either did not stand before, as no independent did
 * @param electorate registered electors; 0 where not known
 * @param validVotes the sum over all candidates
 * @param invalidVotes ballot papers rejected; empty where not told
 * @param turnout valid votes in percent of the electorate (valid-vote turnout); empty where the
 *     electorate is not known
 */
public record Result(
    ElectionId election,
    SeatId seat,
    String name,
    String region,
    int revision,
    Status status,
    Instant declaredAt,
    String source,
    Optional<String> reason,
    String winner,
    PartyCode party,
    List<CandidateResult> candidates,
    Optional<Majority> majority,
    Optional<Outcome> outcome,
    Optional<Outcome> sitting,
    OptionalInt overturned,
    Optional<Swing> swing,
    int electorate,
    int validVotes,
    OptionalInt invalidVotes,
    OptionalDouble turnout) {

  public Result {
    candidates = List.copyOf(candidates);
  }

  /**
   * What follows from a declaration that was screened for this seat; empty where it has no result.
   */
  public static Optional<Result> of(Seat seat, Declaration declaration) {
    return switch (declaration.status()) {
      case RUSH ->
          Optional.of(
              of(
                  seat,
                  declaration,
                  Rushed.winner(seat, declaration).orElseThrow(),
                  Optional.empty()));
      case DECLARED, CORRECTED -> {
        Ballot ballot = Ballot.of(declaration);
        CandidateVotes first = ballot.winner();
        Candidate winner = new Candidate(first.candidate(), first.party());
        yield Optional.of(of(seat, declaration, winner, Optional.of(ballot)));
      }
      case RECOUNT, WITHDRAWN -> Optional.empty();
    };
  }

  /**
   * @param votes empty while only the winner is known
   */
  private static Result of(
      Seat seat, Declaration declaration, Candidate winner, Optional<Ballot> votes) {
    int valid = votes.map(ballot -> Math.toIntExact(ballot.validVotes())).orElse(0);
    Optional<Outcome> outcome =
        seat.baseline().map(baseline -> Outcome.of(winner.party(), baseline));
    return new Result(
        seat.election(),
        seat.seat(),
        seat.name(),
        seat.region(),
        declaration.revision(),
        declaration.status(),
        declaration.declaredAt(),
        declaration.source(),
        declaration.reason(),
        winner.candidate(),
        winner.party(),
        votes.map(ballot -> lines(ballot, seat.baseline())).orElse(List.of()),
        votes.flatMap(Result::majority),
        outcome,
        sitting(seat, winner.party()),
        overturned(outcome, seat.baseline()),
        votes.flatMap(ballot -> swing(ballot, outcome, seat.baseline())),
        seat.electorate(),
        valid,
        declaration.invalidVotes(),
        votes.isEmpty() || seat.electorate() == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(Percent.of(valid, seat.electorate())));
  }

  private static Optional<Majority> majority(Ballot ballot) {
    CandidateVotes winner = ballot.winner();
    return ballot
        .second()
        .map(
            second ->
                new Majority(
                    winner.party(),
                    second.party(),
                    winner.votes() - second.votes(),
                    Percent.of(winner.votes() - second.votes(), ballot.validVotes())));
  }

  private static Optional<Outcome> sitting(Seat seat, PartyCode winner) {
    return seat.sitting().map(member -> Outcome.of(winner, member.party(), Basis.SITTING));
  }

  private static List<CandidateResult> lines(Ballot ballot, Optional<Baseline> baseline) {
    long valid = ballot.validVotes();
    Map<PartyCode, Integer> standing = new HashMap<>();
    ballot.votes().forEach(row -> standing.merge(row.party(), 1, Integer::sum));
    return ballot.votes().stream()
        .map(
            row ->
                new CandidateResult(
                    row.candidate(),
                    row.party(),
                    row.votes(),
                    Percent.of(row.votes(), valid),
                    standing.get(row.party()) > 1 || row.party().isIndependent()
                        ? OptionalDouble.empty()
                        : shareChange(row, valid, baseline)))
        .toList();
  }

  private static OptionalDouble shareChange(
      CandidateVotes row, long valid, Optional<Baseline> baseline) {
    return baseline
        .flatMap(
            before ->
                before
                    .votes(row.party())
                    .map(
                        votes ->
                            Percent.difference(row.votes(), valid, votes, before.validVotes())))
        .map(change -> OptionalDouble.of(Percent.rounded(change)))
        .orElse(OptionalDouble.empty());
  }

  private static OptionalInt overturned(Optional<Outcome> outcome, Optional<Baseline> baseline) {
    boolean overturned =
        outcome
            .filter(Outcome::isGain)
            .filter(gain -> !gain.party().isSpeaker() && !gain.from().isSpeaker())
            .isPresent();
    return overturned ? OptionalInt.of(baseline.orElseThrow().majority()) : OptionalInt.empty();
  }

  private static Optional<Swing> swing(
      Ballot ballot, Optional<Outcome> outcome, Optional<Baseline> baseline) {
    return outcome.flatMap(
        change -> {
          Optional<PartyCode> from =
              change.isGain()
                  ? Optional.of(change.from())
                  : ballot.second().map(CandidateVotes::party);
          return from.flatMap(
              loser -> Swing.butler(loser, change.party(), ballot, baseline.orElseThrow()));
        });
  }

  /** The overturned majority as a figure to rank, where there is one. */
  Optional<Overturned> toOverturned() {
    if (overturned.isEmpty()) {
      return Optional.empty();
    }
    Outcome gain = outcome.orElseThrow();
    return Optional.of(
        new Overturned(
            seat,
            name,
            gain.from(),
            gain.party(),
            overturned.getAsInt(),
            newMajority(),
            gain.basis(),
            declaredAt,
            Optional.empty()));
  }

  /** The majority as a figure to rank; empty for an unopposed winner. */
  Optional<SeatMajority> toSeatMajority() {
    return majority.map(
        figure ->
            new SeatMajority(
                seat, name, figure.first(), figure.second(), figure.votes(), declaredAt));
  }

  /** The swing as a figure to rank, where there is one; to or from the Speaker is none. */
  public Optional<SeatSwing> toSeatSwing() {
    return swing
        .filter(figure -> !figure.from().isSpeaker() && !figure.to().isSpeaker())
        .map(figure -> new SeatSwing(seat, name, party, figure, declaredAt));
  }

  /** Whether its votes are known, and not only who won. */
  boolean hasVotes() {
    return status.hasVotes();
  }

  /** The winner's majority; of an unopposed one all votes; empty while votes are not known. */
  OptionalInt newMajority() {
    return hasVotes()
        ? OptionalInt.of(majority.map(Majority::votes).orElse(validVotes))
        : OptionalInt.empty();
  }
}
