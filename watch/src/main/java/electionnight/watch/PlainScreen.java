package electionnight.watch;

import electionnight.cli.PlainText;
import electionnight.domain.Election;
import electionnight.domain.Mode;
import electionnight.domain.Scoreboard;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/**
 * Lines for a file, a pipe or a dumb terminal; the totals at the end. That the figures are not
 * current is said at once and then twice a minute.
 */
final class PlainScreen implements Screen {
  private static final Duration REMINDER = Duration.ofSeconds(30);

  private final PrintStream out;
  private Optional<Scoreboard> latest = Optional.empty();
  private Optional<Duration> toldAge = Optional.empty();

  PlainScreen(PrintStream out) {
    this.out = out;
  }

  @Override
  public void line(News news) {
    out.println(Screen.text(news, Colours.NONE));
  }

  @Override
  public void standing(Election election, Scoreboard totals, Connection connection) {
    latest = Optional.of(totals);
    connection
        .loss()
        .ifPresentOrElse(loss -> lost(totals.mode(), loss), () -> current(totals.mode()));
  }

  private void lost(Mode mode, Connection.Loss loss) {
    if (toldAge.map(REMINDER::plus).filter(due -> loss.age().compareTo(due) < 0).isEmpty()) {
      toldAge = Optional.of(loss.age());
      line(new News(mode, "RECONNECTING", false, loss.why() + "; " + loss.words() + "."));
    }
  }

  private void current(Mode mode) {
    if (toldAge.isPresent()) {
      toldAge = Optional.empty();
      line(new News(mode, "CONNECTED", false, "The figures are current again."));
    }
  }

  @Override
  public void end() {
    latest
        .map(totals -> Totals.lines(totals, Integer.MAX_VALUE))
        .ifPresent(lines -> lines.forEach(line -> out.println(PlainText.of(line))));
    out.flush();
  }

  @Override
  public boolean isGone() {
    return out.checkError();
  }
}
