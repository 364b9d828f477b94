package electionnight.watch;

import electionnight.domain.Election;
import electionnight.domain.MajorityLine;
import electionnight.domain.Party;
import electionnight.domain.PartyRow;
import electionnight.domain.Scoreboard;
import java.util.Arrays;
import java.util.List;

/**
 * All seats of a night on one line: the parties, most seats first, each with its own colour and,
 * where there is none, its own mark; dots for what is not decided; and a stroke in the last place
 * before a majority, which a party covers when it has one and not before.
 */
final class SeatBar {
  private static final String MARKS = "=-#+~:";
  private static final int UNDECIDED = '.';
  private static final int LINE = '|';

  private SeatBar() {}

  /** The bar, of exactly so many characters besides what colours them. */
  static String of(Election election, Scoreboard totals, int columns, Colours colours) {
    int stroke = totals.majorityLine().map(line -> place(line.seats(), totals, columns)).orElse(0);
    StringBuilder bar = new StringBuilder();
    List<PartyRow> rows = totals.parties().stream().filter(row -> row.seats() > 0).toList();
    int won = 0;
    int from = 0;
    for (int i = 0; i < rows.size(); i++) {
      PartyRow row = rows.get(i);
      won += row.seats();
      int to = place(won, totals, columns);
      if (i == 0 && isShort(row, totals)) {
        to = Math.min(to, stroke - 1);
      }
      to = Math.max(from, to);
      int[] cells = new int[to - from];
      Arrays.fill(cells, colours == Colours.NONE ? MARKS.charAt(i % MARKS.length()) : ' ');
      label(cells, row.party().value());
      if (i > 0) {
        stroke(cells, stroke - 1 - from);
      }
      String colour = election.party(row.party()).map(Party::colour).orElse("");
      bar.append(cells.length == 0 ? "" : colours.on(colour, text(cells)));
      from = to;
    }
    int[] rest = new int[columns - from];
    Arrays.fill(rest, UNDECIDED);
    stroke(rest, stroke - 1 - from);
    return bar.append(text(rest)).toString();
  }

  private static int place(int seats, Scoreboard totals, int columns) {
    return (int) Math.min(columns, Math.round((double) seats * columns / totals.seats()));
  }

  /** A party one seat short must not seem to be there because its place was rounded. */
  private static boolean isShort(PartyRow row, Scoreboard totals) {
    return totals
        .majorityLine()
        .map(MajorityLine::seats)
        .filter(at -> row.seats() < at)
        .isPresent();
  }

  private static void label(int[] cells, String party) {
    int[] letters = party.codePoints().toArray();
    if (letters.length < cells.length) {
      System.arraycopy(letters, 0, cells, 0, letters.length);
    }
  }

  private static void stroke(int[] cells, int at) {
    if (at >= 0 && at < cells.length) {
      cells[at] = LINE;
    }
  }

  private static String text(int[] cells) {
    return new String(cells, 0, cells.length);
  }
}
