package electionnight.domain;

import electionnight.domain.Reason.Code;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What cannot be true of a seat's reference data, beside what was already said of the seat. */
final class SeatScreening {
  private final Reasons reasons = new Reasons();
  private final Election election;
  private final Seat seat;

  private SeatScreening(Election election, Seat seat) {
    this.election = election;
    this.seat = seat;
  }

  /**
   * The rules a seat breaks; empty where it is sound.
   *
   * @param declared what was already said of it, believed or being checked
   */
  static List<Reason> of(Election election, Seat seat, List<Declaration> declared) {
    SeatScreening screening = new SeatScreening(election, seat);
    screening.texts();
    screening.candidates();
    screening.baseline();
    seat.sitting()
        .ifPresent(member -> screening.reasons.party("sitting.party", election, member.party()));
    declared.forEach(screening::declared);
    return screening.reasons.found();
  }

  private void candidates() {
    Set<Candidate> nominated = new HashSet<>();
    for (int i = 0; i < seat.candidates().size(); i++) {
      Candidate candidate = seat.candidates().get(i);
      reasons.party("candidates[" + i + "].party", election, candidate.party());
      reasons.name("candidates[" + i + "].candidate", candidate.candidate());
      if (!nominated.add(candidate)) {
        reasons.add(
            Code.DUPLICATE_CANDIDATE,
            "candidates[" + i + "].candidate",
            candidate.candidate(),
            "each candidate once");
      }
    }
  }

  private void declared(Declaration word) {
    long cast = word.papersCast();
    if (seat.hasFewerElectorsThan(cast)) {
      reasons.add(
          Code.IMPOSSIBLE_VOTES,
          "electorate",
          seat.electorate(),
          "at least the " + cast + " ballot papers already declared");
    }
    if (word.status().hasVotes() && !seat.candidates().isEmpty()) {
      ballot(word);
    }
    if (word.status() == Status.RUSH && Rushed.winner(seat, word).isEmpty()) {
      reasons.add(
          Code.UNKNOWN_CANDIDATE,
          "candidates",
          seat.candidates().size() + " candidates",
          "the candidate already rushed, " + Rushed.words(word));
    }
  }

  private void texts() {
    reasons.name("name", seat.name());
    reasons.name("region", seat.region());
    reasons.name("nation", seat.nation());
    reasons.most("candidates", seat.candidates().size());
    seat.baseline().ifPresent(before -> reasons.most("baseline.votes", before.votes().size()));
    seat.sitting()
        .ifPresent(
            member -> {
              reasons.text("sitting.why", member.why());
              reasons.text("sitting.source", member.source());
            });
  }

  /** Without a vote there is no winner, and beyond this sum no figure of ours could hold it. */
  private void baseline() {
    seat.baseline()
        .filter(before -> before.basis() != election.basis())
        .ifPresent(
            before ->
                reasons.add(
                    Code.INVALID_FIELD,
                    "baseline.basis",
                    before.basis(),
                    election.basis() + " as the night has it"));
    List<PartyVotes> before = seat.baseline().map(Baseline::votes).orElse(List.of());
    for (int i = 0; i < before.size(); i++) {
      reasons.party("baseline.votes[" + i + "].party", election, before.get(i).party());
      reasons.votes("baseline.votes[" + i + "].votes", before.get(i).votes());
    }
    long cast = before.stream().mapToLong(PartyVotes::votes).sum();
    if (cast > Integer.MAX_VALUE) {
      reasons.add(
          Code.IMPOSSIBLE_VOTES,
          "baseline.votes",
          cast + " in all",
          Reasons.atMost(Integer.MAX_VALUE));
    } else if (before.size() > 1 && before.stream().allMatch(row -> row.votes() == 0)) {
      reasons.add(Code.IMPOSSIBLE_VOTES, "baseline.votes", "0 in all", "at least one vote");
    }
  }

  /** A ballot that comes late, or is amended, must be the one whose votes were declared. */
  private void ballot(Declaration word) {
    List<Candidate> declared =
        word.votes().stream().map(row -> new Candidate(row.candidate(), row.party())).toList();
    declared.stream()
        .filter(candidate -> !seat.candidates().contains(candidate))
        .findFirst()
        .ifPresent(
            candidate ->
                reasons.add(
                    Code.UNKNOWN_CANDIDATE,
                    "candidates",
                    "no " + candidate.candidate() + " (" + candidate.party() + ")",
                    "every candidate whose votes were declared"));
    if (seat.candidates().size() > declared.size()) {
      reasons.add(
          Code.IMPOSSIBLE_VOTES,
          "candidates",
          seat.candidates().size() + " candidates",
          "the " + declared.size() + " whose votes were declared");
    }
  }
}
