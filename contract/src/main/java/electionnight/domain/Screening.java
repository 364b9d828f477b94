package electionnight.domain;

import electionnight.domain.Reason.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What cannot be true of an input, whoever says it. Every rule broken is named. */
final class Screening {
  /**
   * The most characters of a name. It is told again in every alert about its seat and in every
   * update, and whatever follows from an input must fit into a record.
   */
  private static final int LONGEST_NAME = 200;

  /** The most characters of a reason or a source, which are told again like names. */
  private static final int LONGEST_TEXT = 1_000;

  /** The most candidates of one seat; the longest British ballots have had fewer than 30. */
  private static final int MOST_CANDIDATES = 200;

  /** Beyond these years a time has no local date, or none that a page could show. */
  private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

  private final List<Reason> reasons = new ArrayList<>();

  private Screening() {}

  /** The rules an election breaks; empty where it is sound. Its attribution is told only once. */
  static List<Reason> of(Election election) {
    Screening screening = new Screening();
    screening.name("name", election.name());
    screening.name("previous", election.previous());
    for (int i = 0; i < election.parties().size(); i++) {
      Party party = election.parties().get(i);
      screening.name("parties[" + i + "].name", party.name());
      screening.name("parties[" + i + "].collective", party.collective());
      screening.name("parties[" + i + "].colour", party.colour());
    }
    RecordBook book = election.recordBook();
    for (int i = 0; i < book.scopes().size(); i++) {
      screening.text("recordBook.scopes[" + i + "].source", book.scopes().get(i).source());
    }
    for (int i = 0; i < book.entries().size(); i++) {
      screening.name("recordBook.entries[" + i + "].name", book.entries().get(i).name());
      screening.text("recordBook.entries[" + i + "].source", book.entries().get(i).source());
    }
    return List.copyOf(screening.reasons);
  }

  /**
   * The rules a seat breaks; empty where it is sound.
   *
   * @param declared what was already said of it, believed or being checked
   */
  static List<Reason> of(Election election, Seat seat, List<Declaration> declared) {
    Screening screening = new Screening();
    screening.names(seat);
    Set<Candidate> nominated = new HashSet<>();
    for (int i = 0; i < seat.candidates().size(); i++) {
      Candidate candidate = seat.candidates().get(i);
      screening.party(election, candidate.party(), "candidates[" + i + "].party");
      screening.name("candidates[" + i + "].candidate", candidate.candidate());
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
    screening.baseline(before);
    seat.sitting().ifPresent(member -> screening.party(election, member.party(), "sitting.party"));
    for (Declaration word : declared) {
      long cast = cast(word);
      if (isOver(seat, cast)) {
        screening.add(
            Code.IMPOSSIBLE_VOTES,
            "electorate",
            seat.electorate(),
            "at least the " + cast + " ballot papers already declared");
      }
      if (word.status().hasVotes() && !seat.candidates().isEmpty()) {
        screening.ballot(seat, word);
      }
      if (word.status() == Status.RUSH && Rushed.winner(seat, word).isEmpty()) {
        screening.add(
            Code.UNKNOWN_CANDIDATE,
            "candidates",
            seat.candidates().size() + " candidates",
            "the candidate already rushed, " + rushed(word));
      }
    }
    return List.copyOf(screening.reasons);
  }

  private void names(Seat seat) {
    name("name", seat.name());
    name("region", seat.region());
    name("nation", seat.nation());
    most("candidates", seat.candidates().size());
    seat.baseline().ifPresent(before -> most("baseline.votes", before.votes().size()));
    seat.sitting()
        .ifPresent(
            member -> {
              text("sitting.why", member.why());
              text("sitting.source", member.source());
            });
  }

  /** Without a vote there is no winner, and beyond this sum no figure of ours could hold it. */
  private void baseline(List<PartyVotes> before) {
    long cast = before.stream().mapToLong(PartyVotes::votes).sum();
    if (cast > Integer.MAX_VALUE) {
      add(Code.IMPOSSIBLE_VOTES, "baseline.votes", cast + " in all", atMost(Integer.MAX_VALUE));
    } else if (before.size() > 1 && before.stream().allMatch(row -> row.votes() == 0)) {
      add(Code.IMPOSSIBLE_VOTES, "baseline.votes", "0 in all", "at least one vote");
    }
  }

  /** A ballot that comes late, or is amended, must be the one whose votes were declared. */
  private void ballot(Seat seat, Declaration word) {
    List<Candidate> declared =
        word.votes().stream().map(row -> new Candidate(row.candidate(), row.party())).toList();
    declared.stream()
        .filter(candidate -> !seat.candidates().contains(candidate))
        .findFirst()
        .ifPresent(
            candidate ->
                add(
                    Code.UNKNOWN_CANDIDATE,
                    "candidates",
                    "no " + candidate.candidate() + " (" + candidate.party() + ")",
                    "every candidate whose votes were declared"));
    if (seat.candidates().size() > declared.size()) {
      add(
          Code.IMPOSSIBLE_VOTES,
          "candidates",
          seat.candidates().size() + " candidates",
          "the " + declared.size() + " whose votes were declared");
    }
  }

  /** The rules a declaration breaks; empty where it is sound. */
  static List<Reason> of(Election election, Seat seat, Declaration declaration) {
    Screening screening = new Screening();
    screening.words(election, declaration);
    if (declaration.status().hasVotes()) {
      screening.candidates(election, seat, declaration);
      screening.sums(seat, declaration);
      if (screening.reasons.isEmpty()) {
        screening.winner(declaration);
      }
    } else {
      screening.noVotes(declaration);
      screening.withoutVotes(election, seat, declaration);
    }
    return List.copyOf(screening.reasons);
  }

  /** What anyone who decides something has to tell: a name and, mostly, a reason. */
  static List<Reason> ofDecision(String by, Optional<String> reason, Instant at) {
    Screening screening = new Screening();
    screening.time("at", at);
    if (by.isBlank()) {
      screening.add(Code.UNEXPLAINED, "by", "", "who decided it");
    }
    screening.name("by", by);
    reason.ifPresent(text -> screening.text("reason", text));
    if (reason.filter(String::isBlank).isPresent()) {
      screening.add(Code.UNEXPLAINED, "reason", "", "why it was decided");
    }
    return List.copyOf(screening.reasons);
  }

  private void words(Election election, Declaration declaration) {
    if (declaration.revision() < 1) {
      add(Code.INVALID_FIELD, "revision", declaration.revision(), "1 or more");
    }
    if (declaration.source().isBlank()) {
      add(Code.UNEXPLAINED, "source", "", "who reported it");
    }
    time("declaredAt", declaration.declaredAt());
    name("source", declaration.source());
    declaration.reason().ifPresent(text -> text("reason", text));
    declaration.winner().ifPresent(winner -> name("winner", winner));
    boolean needsReason =
        declaration.status() == Status.CORRECTED || declaration.status() == Status.WITHDRAWN;
    if (needsReason && declaration.reason().filter(reason -> !reason.isBlank()).isEmpty()) {
      add(Code.UNEXPLAINED, "reason", "", "why the result was corrected or withdrawn");
    }
    if (declaration.isTest() && election.mode() != Mode.TEST) {
      add(Code.REHEARSAL, "test", "true", "no rehearsal, because the night is " + election.mode());
    }
    declaration.verifiedBallots().ifPresent(papers -> votes(papers, "verifiedBallots"));
  }

  private void noVotes(Declaration declaration) {
    if (!declaration.votes().isEmpty()) {
      add(
          Code.WRONG_STATUS,
          "votes",
          declaration.votes().size() + " candidates",
          "none with the status " + declaration.status());
    }
    if (declaration.invalidVotes().isPresent()) {
      add(
          Code.WRONG_STATUS,
          "invalidVotes",
          declaration.invalidVotes().getAsInt(),
          "none with the status " + declaration.status());
    }
  }

  private void withoutVotes(Election election, Seat seat, Declaration declaration) {
    if (declaration.status() == Status.RUSH) {
      rush(election, seat, declaration);
    } else if (declaration.winner().isPresent() || declaration.party().isPresent()) {
      add(
          Code.WRONG_STATUS,
          "winner",
          rushed(declaration),
          "none with the status " + declaration.status());
    }
  }

  private void rush(Election election, Seat seat, Declaration declaration) {
    declaration.party().ifPresent(party -> party(election, party, "party"));
    if (declaration.winner().isEmpty() && declaration.party().isEmpty()) {
      add(Code.WRONG_STATUS, "winner", "", "who won, by name or by party");
    } else if (Rushed.winner(seat, declaration).isEmpty()) {
      add(
          Code.UNKNOWN_CANDIDATE,
          "winner",
          rushed(declaration),
          seat.candidates().isEmpty()
              ? "the party too, because the ballot is not known"
              : "one candidate nominated in " + seat.name());
    }
  }

  private static String rushed(Declaration declaration) {
    return declaration.winner().orElse("")
        + declaration.party().map(party -> " (" + party + ")").orElse("");
  }

  private void candidates(Election election, Seat seat, Declaration declaration) {
    most("votes", declaration.votes().size());
    Set<Candidate> seen = new HashSet<>();
    for (int i = 0; i < declaration.votes().size(); i++) {
      CandidateVotes row = declaration.votes().get(i);
      String at = "votes[" + i + "]";
      Candidate candidate = new Candidate(row.candidate(), row.party());
      party(election, row.party(), at + ".party");
      votes(row.votes(), at + ".votes");
      name(at + ".candidate", row.candidate());
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
      add(Code.IMPOSSIBLE_VOTES, "votes", cast + " in all", atMost(Integer.MAX_VALUE));
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
    } else if (declaration.party().isPresent()
        && !declaration.party().get().equals(Ballot.of(declaration).winner().party())) {
      add(
          Code.IMPOSSIBLE_WINNER,
          "party",
          declaration.party().get(),
          "the party of the candidate with the most votes, "
              + Ballot.of(declaration).winner().party());
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

  private void name(String field, String name) {
    atMost(LONGEST_NAME, field, name);
  }

  private void text(String field, String text) {
    atMost(LONGEST_TEXT, field, text);
  }

  private void atMost(int longest, String field, String text) {
    if (text.length() > longest) {
      add(Code.INVALID_FIELD, field, text, atMost(longest) + " characters");
    }
  }

  private void time(String field, Instant time) {
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      add(Code.INVALID_FIELD, field, time, "a time from " + EARLIEST + " to " + LATEST);
    }
  }

  private void most(String field, int candidates) {
    if (candidates > MOST_CANDIDATES) {
      add(Code.INVALID_FIELD, field, candidates + " candidates", atMost(MOST_CANDIDATES));
    }
  }

  private static String atMost(int most) {
    return "at most " + most;
  }

  private void add(Code code, String field, Object value, String expected) {
    reasons.add(new Reason(code, field, String.valueOf(value), expected));
  }
}
