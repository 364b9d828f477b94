package electionnight.producer.night;

import electionnight.domain.Candidate;
import electionnight.domain.CandidateVotes;
import electionnight.domain.Declaration;
import electionnight.domain.ElectionId;
import electionnight.domain.PartyCode;
import electionnight.domain.SeatId;
import electionnight.domain.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what was said of each seat, and holds it against the votes and the ballot. */
final class DeclarationReader {
  private record Revision(SeatId seat, int number) {}

  private final ElectionId election;
  private final NightCodes codes;
  private final Map<SeatId, List<Candidate>> ballots;

  /**
   * @param election the night
   * @param codes its parties and seats
   * @param ballots everyone nominated in the seats whose ballot is known
   */
  DeclarationReader(ElectionId election, NightCodes codes, Map<SeatId, List<Candidate>> ballots) {
    this.election = election;
    this.codes = codes;
    this.ballots = ballots;
  }

  /** The declarations in the order in which they were made. */
  List<Declaration> read(List<CsvRow> declarations, List<CsvRow> votes) {
    Map<Revision, CsvRow> rows = new LinkedHashMap<>();
    for (CsvRow row : declarations) {
      if (rows.put(revision(row), row) != null) {
        throw row.problem("revision", "each revision of a seat once");
      }
    }
    Map<Revision, List<CandidateVotes>> votesOf = votes(votes, rows);
    return rows.entrySet().stream()
        .map(
            entry ->
                declaration(
                    entry.getKey(),
                    entry.getValue(),
                    votesOf.getOrDefault(entry.getKey(), List.of())))
        .sorted(
            Comparator.comparing(Declaration::declaredAt)
                .thenComparing(Declaration::seat)
                .thenComparing(Declaration::revision))
        .toList();
  }

  private Map<Revision, List<CandidateVotes>> votes(
      List<CsvRow> votes, Map<Revision, CsvRow> declared) {
    Map<Revision, List<CandidateVotes>> byRevision = new HashMap<>();
    for (CsvRow row : votes) {
      Revision revision = revision(row);
      CsvRow declaration = declared.get(revision);
      if (declaration == null) {
        throw row.problem("revision", "a revision of this seat in declarations.csv");
      }
      if (!status(declaration).hasVotes()) {
        throw row.problem("revision", "a revision that is DECLARED or CORRECTED");
      }
      byRevision
          .computeIfAbsent(revision, key -> new ArrayList<>())
          .add(
              new CandidateVotes(
                  row.required("candidate", "a candidate's name"),
                  codes.party(row),
                  row.count("votes")));
    }
    return byRevision;
  }

  private Declaration declaration(Revision revision, CsvRow row, List<CandidateVotes> votes) {
    Status status = status(row);
    Optional<String> reason = text(row, "reason");
    Optional<String> winner = text(row, "winner");
    Optional<PartyCode> party = codes.optionalParty(row, "party");
    OptionalInt invalidVotes = count(row, "invalid_votes");
    switch (status) {
      case RUSH -> rush(revision.seat(), row, winner, party);
      case DECLARED, CORRECTED -> declared(row, winner, votes);
      case RECOUNT, WITHDRAWN -> withoutWinner(row, status);
    }
    if (!status.hasVotes() && invalidVotes.isPresent()) {
      throw row.problem("invalid_votes", "nothing with the status " + status);
    }
    if (reason.isEmpty() && status == Status.CORRECTED) {
      throw row.problem("reason", "the reason of a correction");
    }
    if (reason.isEmpty() && status == Status.WITHDRAWN) {
      throw row.problem("reason", "the reason of a withdrawal");
    }
    return new Declaration(
        election,
        revision.seat(),
        revision.number(),
        status,
        row.value("declared_at", Instant::parse, "a time such as 2024-07-04T22:18:35Z"),
        row.required("source", "who reported it"),
        reason,
        winner,
        party,
        votes,
        invalidVotes,
        count(row, "verified_ballots"),
        // A recorded night is a replay; whether it is a rehearsal is said when it is played.
        Optional.empty());
  }

  private static void declared(CsvRow row, Optional<String> winner, List<CandidateVotes> votes) {
    if (votes.isEmpty()) {
      throw row.problem("revision", "a revision of this seat with rows in votes.csv");
    }
    if (winner.isPresent() && votes.stream().noneMatch(v -> v.candidate().equals(winner.get()))) {
      throw row.problem("winner", "a candidate of this seat in votes.csv");
    }
  }

  private void rush(SeatId seat, CsvRow row, Optional<String> winner, Optional<PartyCode> party) {
    List<Candidate> ballot = ballots.getOrDefault(seat, List.of());
    if (winner.isEmpty() && party.isEmpty()) {
      throw row.problem("winner", "who won, by name or by party,");
    }
    if (ballot.isEmpty() && party.isEmpty()) {
      throw row.problem("party", "the winner's, because candidates.csv does not tell it,");
    }
    long meant =
        ballot.stream()
            .filter(candidate -> winner.isEmpty() || winner.get().equals(candidate.candidate()))
            .filter(candidate -> party.isEmpty() || party.get().equals(candidate.party()))
            .count();
    if (!ballot.isEmpty() && meant != 1) {
      throw row.problem(
          winner.isPresent() ? "winner" : "party", "one candidate of this seat in candidates.csv");
    }
  }

  private static void withoutWinner(CsvRow row, Status status) {
    for (String column : List.of("winner", "party")) {
      if (!row.text(column).isEmpty()) {
        throw row.problem(column, "nothing with the status " + status);
      }
    }
  }

  private Revision revision(CsvRow row) {
    return new Revision(codes.seat(row), codes.revision(row));
  }

  private static Status status(CsvRow row) {
    return row.value("status", Status::valueOf, "RUSH, RECOUNT, DECLARED, CORRECTED or WITHDRAWN");
  }

  private static Optional<String> text(CsvRow row, String column) {
    return Optional.of(row.text(column)).filter(text -> !text.isEmpty());
  }

  private static OptionalInt count(CsvRow row, String column) {
    return row.optionalCount(column).map(OptionalInt::of).orElse(OptionalInt.empty());
  }
}
