package electionnight.dashboard.view;

import electionnight.domain.Election;
import electionnight.domain.Headline;
import electionnight.domain.Party;
import electionnight.domain.PartyRow;
import electionnight.domain.Scoreboard;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who is winning and how far it is to the line, for readers whom the page cannot tell. Of a race to
 * the line it says what the page says.
 */
final class StandingSentence {
  private StandingSentence() {}

  static String of(Election election, Scoreboard board) {
    return board
        .majorityLine()
        .map(line -> raceToTheLine(election, board, line.seats()))
        .orElseGet(() -> tally(election, board));
  }

  private static String raceToTheLine(Election election, Scoreboard board, int line) {
    int toCome = board.seats() - board.declared() - board.rushed();
    if (toCome == board.seats() || board.parties().isEmpty()) {
      return "No seat declared yet; "
          + Headline.number(line)
          + " of "
          + Headline.number(board.seats())
          + " make a majority.";
    }
    PartyRow first = board.parties().get(0);
    String who = Headline.subject(election, first.party());
    String majority = Headline.number(line);
    String seats =
        Headline.number(first.seats()) + " of " + Headline.number(board.seats()) + " seats";
    if (first.seats() >= line && board.declared() == board.seats()) {
      return who
          + " "
          + Headline.verb(election, first.party(), "win", "wins")
          + " with a majority of "
          + Headline.number(2 * first.seats() - board.seats())
          + ": "
          + seats
          + "; all declared.";
    }
    if (first.seats() >= line) {
      return who
          + " "
          + Headline.verb(election, first.party(), "have", "has")
          + " a majority with "
          + seats
          + "; "
          + Headline.number(board.declared())
          + " declared"
          + rushed(board)
          + ".";
    }
    List<PartyRow> level =
        board.parties().stream().filter(row -> row.seats() == first.seats()).toList();
    if (first.seats() + toCome < line) {
      return (toCome == 0
              ? "No party has a majority"
              : "No party can reach " + majority + " any more")
          + ": a hung parliament. "
          + leaders(election, level)
          + "; "
          + progress(board)
          + ".";
    }
    if (election.party(first.party()).filter(Party::person).isPresent()) {
      return upperFirst(progress(board)) + "; " + majority + " make a majority.";
    }
    if (level.size() > 1) {
      return leaders(election, level)
          + "; "
          + majority
          + " make a majority; "
          + progress(board)
          + ".";
    }
    int needed = line - first.seats();
    return who
        + " need "
        + Headline.number(needed)
        + (needed == 1 ? " more seat" : " more seats")
        + " for a majority; "
        + progress(board)
        + ".";
  }

  /** Who has the most seats, every party of them. */
  private static String leaders(Election election, List<PartyRow> level) {
    PartyRow first = level.get(0);
    String seats = Headline.number(first.seats());
    String who = Headline.subject(election, first.party());
    if (level.size() == 1) {
      return who
          + " "
          + Headline.verb(election, first.party(), "are", "is")
          + " ahead with "
          + seats;
    }
    List<String> others =
        level.stream().skip(1).map(row -> Headline.collective(election, row.party())).toList();
    int last = others.size() - 1;
    return Stream.concat(Stream.of(who), others.stream().limit(last))
            .collect(Collectors.joining(", "))
        + " and "
        + others.get(last)
        + " are level on "
        + seats;
  }

  private static String tally(Election election, Scoreboard board) {
    String won =
        board.parties().stream()
            .filter(row -> row.seats() > 0)
            .map(
                row -> Headline.subject(election, row.party()) + " " + Headline.number(row.seats()))
            .collect(Collectors.joining(", "));
    return upperFirst(progress(board)) + (won.isEmpty() ? "" : ": " + won) + ".";
  }

  private static String progress(Scoreboard board) {
    if (board.declared() == board.seats()) {
      return "all declared";
    }
    return Headline.number(board.declared())
        + " of "
        + Headline.number(board.seats())
        + " declared"
        + rushed(board);
  }

  private static String rushed(Scoreboard board) {
    return board.rushed() == 0 ? "" : " and " + Headline.number(board.rushed()) + " rushed";
  }

  private static String upperFirst(String words) {
    return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
  }
}
