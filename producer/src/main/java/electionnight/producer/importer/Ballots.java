package electionnight.producer.importer;

import electionnight.domain.Baseline;
import electionnight.domain.CandidateVotes;
import electionnight.domain.PartyCode;
import electionnight.producer.night.CsvRow;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds the published figures of one seat against the votes of its candidates. */
final class Ballots {
  private static final Comparator<CandidateVotes> MOST_VOTES_FIRST =
      Comparator.comparingInt(CandidateVotes::votes).reversed();
  private static final Pattern RESULT =
      Pattern.compile("(?<winner>.+?) (hold|gain from (?<loser>.+))");

  private final Findings findings;

  Ballots(Findings findings) {
    this.findings = findings;
  }

  /**
   * Checks a seat, and tells who was elected.
   *
   * @return the name of the candidate elected, as the candidacies have it; empty where two
   *     candidates share it and the votes must tell
   */
  Optional<String> elected(CsvRow row, List<CandidateVotes> votes, Optional<Baseline> baseline) {
    List<CandidateVotes> ranked = votes.stream().sorted(MOST_VOTES_FIRST).toList();
    CandidateVotes winner = winner(row, ranked);
    sums(row, ranked);
    partyColumns(row, votes);
    party(row, Published.FIRST_PARTY, winner);
    ranked.stream()
        .filter(candidate -> !candidate.equals(winner))
        .findFirst()
        .ifPresent(second -> party(row, Published.SECOND_PARTY, second));
    result(row, winner, baseline);
    if (votes.stream().filter(other -> other.candidate().equals(winner.candidate())).count() > 1) {
      findings.oddity(
          row.where(),
          "two candidates of "
              + row.text(Published.NAME)
              + " are called "
              + winner.candidate()
              + ", so the winner is told by the votes");
      return Optional.empty();
    }
    return Optional.of(winner.candidate());
  }

  private CandidateVotes winner(CsvRow row, List<CandidateVotes> ranked) {
    CandidateVotes most = ranked.get(0);
    String member = member(row);
    List<CandidateVotes> named =
        ranked.stream()
            .filter(candidate -> Words.key(candidate.candidate()).equals(Words.key(member)))
            .toList();
    Optional<CandidateVotes> elected =
        named.stream().filter(candidate -> candidate.votes() == most.votes()).findFirst();
    if (elected.isEmpty()) {
      findings.contradiction(
          row.where(),
          "the member '"
              + member
              + "' is not the candidate with the most votes, "
              + most.candidate()
              + " ("
              + most.party()
              + ")");
    } else if (!elected.get().candidate().equals(member)) {
      findings.oddity(
          row.where(), "the member '" + member + "' stood as '" + elected.get().candidate() + "'");
    }
    return elected.orElse(most);
  }

  private static String member(CsvRow row) {
    return (row.text(Published.MEMBER_FIRST_NAME) + " " + row.text(Published.MEMBER_SURNAME))
        .strip();
  }

  private void sums(CsvRow row, List<CandidateVotes> ranked) {
    int valid = ranked.stream().mapToInt(CandidateVotes::votes).sum();
    int majority = ranked.get(0).votes() - (ranked.size() > 1 ? ranked.get(1).votes() : 0);
    compare(row, Published.VALID_VOTES, valid);
    compare(row, Published.MAJORITY, majority);
    OptionalInt electorate = Published.count(row, Published.ELECTORATE, findings);
    if (electorate.isPresent() && valid > electorate.getAsInt()) {
      findings.contradiction(
          row.where(), "more valid votes, " + valid + ", than electors, " + electorate.getAsInt());
    }
  }

  private void partyColumns(CsvRow row, List<CandidateVotes> votes) {
    Map<String, Integer> byParty = new HashMap<>();
    votes.forEach(vote -> byParty.merge(vote.party().value(), vote.votes(), Integer::sum));
    Published.PARTY_COLUMNS.stream()
        .filter(row::has)
        .forEach(column -> compare(row, column, byParty.getOrDefault(column, 0)));
  }

  private void compare(CsvRow row, String column, int computed) {
    OptionalInt published = Published.count(row, column, findings);
    if (published.isPresent() && published.getAsInt() != computed) {
      findings.contradiction(
          row.where(),
          "column "
              + column
              + " says "
              + published.getAsInt()
              + ", the candidates' votes make it "
              + computed);
    }
  }

  private void party(CsvRow row, String column, CandidateVotes candidate) {
    String published = Published.code(row.text(column));
    if (!published.equals(candidate.party().value())) {
      findings.contradiction(
          row.where(),
          "column "
              + column
              + " says '"
              + row.text(column)
              + "', the candidates' votes make it "
              + candidate.party());
    }
  }

  private void result(CsvRow row, CandidateVotes winner, Optional<Baseline> baseline) {
    String text = row.text(Published.RESULT).replaceAll("\\s+", " ");
    Matcher words = RESULT.matcher(text);
    if (!words.matches()) {
      findings.contradiction(
          row.where(), "the result '" + text + "' is neither 'X hold' nor 'X gain from Y'");
      return;
    }
    if (!text.equals(row.text(Published.RESULT))) {
      findings.oddity(row.where(), "the result '" + text + "' has superfluous white space");
    }
    String holder = Published.code(words.group("winner"));
    String loser = words.group("loser") == null ? holder : Published.code(words.group("loser"));
    boolean contradicts =
        !holder.equals(winner.party().value())
            || baseline.map(Baseline::winner).filter(from -> !is(from, loser)).isPresent();
    if (contradicts) {
      findings.contradiction(
          row.where(),
          "the result '"
              + text
              + "' disagrees with the votes, by which "
              + winner.party()
              + " won a seat of "
              + baseline.map(Baseline::winner).map(PartyCode::value).orElse("nobody"));
    }
  }

  private static boolean is(PartyCode party, String code) {
    return party.value().equals(code);
  }
}
