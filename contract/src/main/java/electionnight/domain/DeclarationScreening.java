package electionnight.domain;

import electionnight.domain.Reason.Code;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What cannot be true of a declaration, whoever makes it. */
final class DeclarationScreening {
  private final Reasons reasons = new Reasons();
  private final Election election;
  private final Seat seat;
  private final Declaration declaration;

  private DeclarationScreening(Election election, Seat seat, Declaration declaration) {
    this.election = election;
    this.seat = seat;
    this.declaration = declaration;
  }

  /** The rules a declaration breaks; empty where it is sound. */
  static List<Reason> of(Election election, Seat seat, Declaration declaration) {
    DeclarationScreening screening = new DeclarationScreening(election, seat, declaration);
    screening.words();
    if (declaration.status().hasVotes()) {
      screening.withVotes();
    } else {
      screening.withoutVotes();
    }
    return screening.reasons.found();
  }

  private void words() {
    if (declaration.revision() < 1) {
      reasons.add(Code.INVALID_FIELD, "revision", declaration.revision(), "1 or more");
    }
    if (declaration.source().isBlank()) {
      reasons.add(Code.UNEXPLAINED, "source", "", "who reported it");
    }
    reasons.time("declaredAt", declaration.declaredAt());
    reasons.name("source", declaration.source());
    declaration.reason().ifPresent(text -> reasons.text("reason", text));
    declaration.winner().ifPresent(winner -> reasons.name("winner", winner));
    boolean needsReason =
        declaration.status() == Status.CORRECTED || declaration.status() == Status.WITHDRAWN;
    if (needsReason && declaration.reason().filter(reason -> !reason.isBlank()).isEmpty()) {
      reasons.add(Code.UNEXPLAINED, "reason", "", "why the result was corrected or withdrawn");
    }
    if (declaration.isTest() && election.mode() != Mode.TEST) {
      reasons.add(
          Code.REHEARSAL, "test", "true", "no rehearsal, because the night is " + election.mode());
    }
    declaration.verifiedBallots().ifPresent(papers -> reasons.votes("verifiedBallots", papers));
  }

  private void noVotes() {
    if (!declaration.votes().isEmpty()) {
      reasons.add(
          Code.WRONG_STATUS,
          "votes",
          declaration.votes().size() + " candidates",
          "none with the status " + declaration.status());
    }
    if (declaration.invalidVotes().isPresent()) {
      reasons.add(
          Code.WRONG_STATUS,
          "invalidVotes",
          declaration.invalidVotes().getAsInt(),
          "none with the status " + declaration.status());
    }
  }

  private void withVotes() {
    candidates();
    sums();
    if (reasons.isEmpty()) {
      winner();
    }
  }

  private void withoutVotes() {
    noVotes();
    if (declaration.status() == Status.RUSH) {
      rush();
    } else if (declaration.winner().isPresent() || declaration.party().isPresent()) {
      reasons.add(
          Code.WRONG_STATUS,
          "winner",
          Rushed.words(declaration),
          "none with the status " + declaration.status());
    }
  }

  private void rush() {
    declaration.party().ifPresent(party -> reasons.party("party", election, party));
    if (declaration.winner().isEmpty() && declaration.party().isEmpty()) {
      reasons.add(Code.WRONG_STATUS, "winner", "", "who won, by name or by party");
    } else if (Rushed.winner(seat, declaration).isEmpty()) {
      reasons.add(
          Code.UNKNOWN_CANDIDATE,
          "winner",
          Rushed.words(declaration),
          seat.candidates().isEmpty()
              ? "the party too, because the ballot is not known"
              : "one candidate nominated in " + seat.name());
    }
  }

  private void candidates() {
    reasons.most("votes", declaration.votes().size());
    Set<Candidate> seen = new HashSet<>();
    for (int i = 0; i < declaration.votes().size(); i++) {
      CandidateVotes row = declaration.votes().get(i);
      String at = "votes[" + i + "]";
      Candidate candidate = new Candidate(row.candidate(), row.party());
      reasons.party(at + ".party", election, row.party());
      reasons.votes(at + ".votes", row.votes());
      reasons.name(at + ".candidate", row.candidate());
      if (row.candidate().isBlank()) {
        reasons.add(Code.INVALID_FIELD, at + ".candidate", "", "a candidate's name");
      } else if (!seen.add(candidate)) {
        reasons.add(
            Code.DUPLICATE_CANDIDATE, at + ".candidate", row.candidate(), "each candidate once");
      } else if (!seat.candidates().isEmpty() && !seat.candidates().contains(candidate)) {
        reasons.add(
            Code.UNKNOWN_CANDIDATE,
            at + ".candidate",
            row.candidate() + " (" + row.party() + ")",
            "a candidate nominated in " + seat.name());
      }
    }
    if (declaration.votes().isEmpty()) {
      reasons.add(Code.INVALID_FIELD, "votes", "", "at least one candidate");
    } else if (!seat.candidates().isEmpty() && seen.size() < seat.candidates().size()) {
      reasons.add(
          Code.IMPOSSIBLE_VOTES,
          "votes",
          seen.size() + " candidates",
          "all " + seat.candidates().size() + " candidates nominated in " + seat.name());
    }
  }

  private void sums() {
    declaration.invalidVotes().ifPresent(papers -> reasons.votes("invalidVotes", papers));
    long cast = declaration.papersCast();
    if (seat.hasFewerElectorsThan(cast)) {
      reasons.add(
          Code.IMPOSSIBLE_VOTES,
          "votes",
          cast + " in all",
          "at most the electorate of " + seat.electorate());
    } else if (cast > Integer.MAX_VALUE) {
      reasons.add(
          Code.IMPOSSIBLE_VOTES, "votes", cast + " in all", Reasons.atMost(Integer.MAX_VALUE));
    }
    if (declaration.votes().size() > 1
        && declaration.votes().stream().allMatch(row -> row.votes() == 0)) {
      reasons.add(Code.IMPOSSIBLE_VOTES, "votes", "0 in all", "at least one vote");
    }
  }

  private void winner() {
    int most = declaration.votes().stream().mapToInt(CandidateVotes::votes).max().orElse(0);
    List<String> first =
        declaration.votes().stream()
            .filter(row -> row.votes() == most)
            .map(CandidateVotes::candidate)
            .toList();
    Optional<String> winner = declaration.winner();
    if (winner.isEmpty() && first.size() > 1) {
      reasons.add(
          Code.IMPOSSIBLE_WINNER,
          "winner",
          "",
          "whom the lot fell on, because " + String.join(" and ", first) + " tie at " + most);
    } else if (winner.isPresent() && !first.contains(winner.get())) {
      reasons.add(
          Code.IMPOSSIBLE_WINNER,
          "winner",
          winner.get(),
          "the candidate with the most votes, " + first.get(0));
    } else if (declaration.party().isPresent()
        && !declaration.party().get().equals(Ballot.of(declaration).winner().party())) {
      reasons.add(
          Code.IMPOSSIBLE_WINNER,
          "party",
          declaration.party().get(),
          "the party of the candidate with the most votes, "
              + Ballot.of(declaration).winner().party());
    }
  }
}
