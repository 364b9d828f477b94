package electionnight.dashboard.view;

import electionnight.domain.Election;
import electionnight.domain.Headline;
import electionnight.domain.PartyRow;
import electionnight.domain.Scoreboard;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Who is winning and how far it is to the line, for readers whom the page cannot tell. */
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
    if (first.seats() >= line) {
      return who
          + " "
          + Headline.verb(election, first.party(), "have", "has")
          + " a majority with "
          + Headline.number(first.seats())
          + " of "
          + Headline.number(board.seats())
          + " seats; "
          + progress(board)
          + ".";
    }
    String ahead = leaders(election, board.parties(), first.seats());
    if (first.seats() + toCome < line) {
      return "No party can reach "
          + Headline.number(line)
          + ": a hung parliament. "
          + ahead
          + "; "
          + progress(board)
          + ".";
    }
    return ahead + "; " + Headline.number(line) + " make a majority; " + progress(board) + ".";
  }

  private static String leaders(Election election, List<PartyRow> parties, int seats) {
    List<PartyRow> level = parties.stream().filter(row -> row.seats() == seats).toList();
    PartyRow first = level.get(0);
    String who = Headline.subject(election, first.party());
    if (level.size() == 1) {
      return who
          + " "
          + Headline.verb(election, first.party(), "are", "is")
          + " ahead with "
          + Headline.number(seats);
    }
    return who
        + level.stream()
            .skip(1)
            .map(row -> " and " + Headline.collective(election, row.party()))
            .collect(Collectors.joining())
        + " are level on "
        + Headline.number(seats);
  }

  private static String tally(Election election, Scoreboard board) {
    String won =
        board.parties().stream()
            .filter(row -> row.seats() > 0)
            .map(
                row -> Headline.subject(election, row.party()) + " " + Headline.number(row.seats()))
            .collect(Collectors.joining(", "));
    String declared = progress(board);
    String start = declared.substring(0, 1).toUpperCase(Locale.UK) + declared.substring(1);
    return start + (won.isEmpty() ? "" : ": " + won) + ".";
  }

  private static String progress(Scoreboard board) {
    if (board.declared() == board.seats()) {
      return "all declared";
    }
    return Headline.number(board.declared())
        + " of "
        + Headline.number(board.seats())
        + " declared"
        + (board.rushed() == 0 ? "" : " and " + Headline.number(board.rushed()) + " rushed");
  }
}
