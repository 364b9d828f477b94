package electionnight.watch;

import electionnight.cli.PlainText;
import electionnight.cli.RefreshedLines;
import electionnight.domain.Election;
import electionnight.domain.Mode;
import electionnight.domain.Scoreboard;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A terminal: the seat bar and the totals stay at its foot, news scrolls up above them. */
final class BarScreen implements Screen {
  private final PrintStream out;
  private final RefreshedLines foot;
  private final int columns;
  private final Colours colours;
  private List<String> shown = List.of();

  /**
   * @param columns the width of the terminal
   */
  BarScreen(PrintStream out, int columns, Colours colours) {
    this.out = out;
    this.foot = new RefreshedLines(out);
    this.columns = columns;
    this.colours = colours;
  }

  @Override
  public void line(News news) {
    foot.above(Screen.text(news, colours));
  }

  @Override
  public void standing(Election election, Scoreboard totals, Connection connection) {
    List<String> lines = new ArrayList<>();
    // First what must be read even where the line is too short for all of it.
    String title =
        Stream.of(
                Optional.of(totals.mode()).filter(mode -> mode != Mode.LIVE).map(Mode::name),
                connection.loss().map(loss -> "reconnecting, " + loss.words()),
                Optional.of(election.name()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" - "));
    lines.add(fitted(title));
    lines.add(SeatBar.of(election, totals, columns, colours));
    Totals.lines(totals, columns).forEach(line -> lines.add(fitted(line)));
    if (!lines.equals(shown)) {
      foot.show(lines);
      shown = lines;
    }
  }

  @Override
  public void end() {
    foot.end();
  }

  @Override
  public boolean isGone() {
    return out.checkError();
  }

  private String fitted(String text) {
    return PlainText.fit(PlainText.of(text), columns);
  }
}
