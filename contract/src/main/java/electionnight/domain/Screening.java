package electionnight.domain;

import electionnight.domain.Reason.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What cannot be true of an input, whoever says it. Every rule broken is named. */
final class Screening {
  private final List<Reason> reasons = new ArrayList<>();

  private Screening() {}

  /**
   * The rules a seat breaks; empty where it is sound.
   *
   * @param declared what was already declared of it
   */
  static List<Reason> of(Election election, Seat seat, Optional<Declaration> declared) {
    Screening screening = new Screening();
    Set<Candidate> nominated = new HashSet<>();
    for (int i = 0; i < seat.candidates().size(); i++) {
      Candidate candidate = seat.candidates().get(i);
      screening.party(election, candidate.party(), "candidates[" + i + "].party");
      if (!nominated.add(candidate)) {
        screening.add(
            Code.DUPLICATE_CANDIDATE,
            "candidates[" + i + "].candidate",
            candidate.candidate(),
            "each candidate once");
      }
    }
    List<PartyVotes> before = seat.baseline().map(Baseline::votes).orElse(List.of());
    for (int i = 0; i < before.size(); i++) {
      screening.party(election, before.get(i).party(), "baseline.votes[" + i + "].party");
      screening.votes(before.get(i).votes(), "baseline.votes[" + i + "].votes");
    }
    declared
        .map(Screening::cast)
        .filter(cast -> isOver(seat, cast))
        .ifPresent(
            cast ->
                screening.add(
                    Code.IMPOSSIBLE_VOTES,
                    "electorate",
                    seat.electorate(),
                    "at least the " + cast + " ballot papers already declared"));
    return List.copyOf(screening.reasons);
  }

  /** The rules a declaration breaks; empty where it is sound. */
  static List<Reason> of(Election election, Seat seat, Declaration declaration) {
    Screening screening = new Screening();
    screening.words(declaration);
    screening.candidates(election, seat, declaration);
    screening.sums(seat, declaration);
    if (screening.reasons.isEmpty()) {
      screening.winner(declaration);
    }
    return List.copyOf(screening.reasons);
  }

  private void words(Declaration declaration) {
    if (declaration.revision() < 1) {
      add(Code.INVALID_FIELD, "revision", declaration.revision(), "1 or more");
    }
    if (declaration.source().isBlank()) {
      add(Code.UNEXPLAINED, "source", "", "who reported it");
    }
    if (declaration.status() == Status.CORRECTED
        && declaration.reason().filter(reason -> !reason.isBlank()).isEmpty()) {
      add(Code.UNEXPLAINED, "reason", "", "why the result was corrected");
    }
  }

  private void candidates(Election election, Seat seat, Declaration declaration) {
    Set<Candidate> seen = new HashSet<>();
    for (int i = 0; i < declaration.votes().size(); i++) {
      CandidateVotes row = declaration.votes().get(i);
      String at = "votes[" + i + "]";
      Candidate candidate = new Candidate(row.candidate(), row.party());
      party(election, row.party(), at + ".party");
      votes(row.votes(), at + ".votes");
      if (row.candidate().isBlank()) {
        add(Code.INVALID_FIELD, at + ".candidate", "", "a candidate's name");
      } else if (!seen.add(candidate)) {
        add(Code.DUPLICATE_CANDIDATE, at + ".candidate", row.candidate(), "each candidate once");
      } else if (!seat.candidates().isEmpty() && !seat.candidates().contains(candidate)) {
        add(
            Code.UNKNOWN_CANDIDATE,
            at + ".candidate",
            row.candidate() + " (" + row.party() + ")",
            "a candidate nominated in " + seat.name());
      }
    }
    if (declaration.votes().isEmpty()) {
      add(Code.INVALID_FIELD, "votes", "", "at least one candidate");
    } else if (!seat.candidates().isEmpty() && seen.size() < seat.candidates().size()) {
      add(
          Code.IMPOSSIBLE_VOTES,
          "votes",
          seen.size() + " candidates",
          "all " + seat.candidates().size() + " candidates nominated in " + seat.name());
    }
  }

  private void sums(Seat seat, Declaration declaration) {
    declaration.invalidVotes().ifPresent(papers -> votes(papers, "invalidVotes"));
    long cast = cast(declaration);
    if (isOver(seat, cast)) {
      add(
          Code.IMPOSSIBLE_VOTES,
          "votes",
          cast + " in all",
          "at most the electorate of " + seat.electorate());
    } else if (cast > Integer.MAX_VALUE) {
      add(Code.IMPOSSIBLE_VOTES, "votes", cast + " in all", "at most " + Integer.MAX_VALUE);
    }
    if (declaration.votes().size() > 1
        && declaration.votes().stream().allMatch(row -> row.votes() == 0)) {
      add(Code.IMPOSSIBLE_VOTES, "votes", "0 in all", "at least one vote");
    }
  }

  private static long cast(Declaration declaration) {
    return declaration.votes().stream().mapToLong(CandidateVotes::votes).sum()
        + declaration.invalidVotes().orElse(0);
  }

  private static boolean isOver(Seat seat, long cast) {
    return seat.electorate() > 0 && cast > seat.electorate();
  }

  private void winner(Declaration declaration) {
    int most = declaration.votes().stream().mapToInt(CandidateVotes::votes).max().orElse(0);
    List<String> first =
        declaration.votes().stream()
            .filter(row -> row.votes() == most)
            .map(CandidateVotes::candidate)
            .toList();
    Optional<String> winner = declaration.winner();
    if (winner.isEmpty() && first.size() > 1) {
      add(
          Code.IMPOSSIBLE_WINNER,
          "winner",
          "",
          "whom the lot fell on, because " + String.join(" and ", first) + " tie at " + most);
    } else if (winner.isPresent() && !first.contains(winner.get())) {
      add(
          Code.IMPOSSIBLE_WINNER,
          "winner",
          winner.get(),
          "the candidate with the most votes, " + first.get(0));
    }
  }

  private void party(Election election, PartyCode party, String field) {
    if (election.party(party).isEmpty()) {
      add(Code.UNKNOWN_PARTY, field, party.value(), "a party of " + election.election());
    }
  }

  private void votes(int votes, String field) {
    if (votes < 0) {
      add(Code.IMPOSSIBLE_VOTES, field, votes, "0 or more");
    }
  }

  private void add(Code code, String field, Object value, String expected) {
    reasons.add(new Reason(code, field, String.valueOf(value), expected));
  }
}
