package electionnight.producer.progress;

import electionnight.cli.PlainText;
import electionnight.cli.RefreshedLines;
import electionnight.domain.Declaration;
import java.io.PrintStream;
import java.util.List;
import java.util.function.LongSupplier;

/** One line on a terminal, written over itself; a note scrolls up above it. */
final class RefreshedLine implements Progress {
  private static final int LONGEST = 79;

  private final RefreshedLines lines;
  private final Count count;

  RefreshedLine(PrintStream out, LongSupplier nanoClock) {
    this.lines = new RefreshedLines(out);
    this.count = new Count(nanoClock);
  }

  @Override
  public synchronized void expect(int declarations) {
    count.expect(declarations);
  }

  @Override
  public synchronized void declared(String seat, Declaration declaration) {
    count.add(seat, declaration);
    lines.show(List.of(PlainText.fit(count.toString(), LONGEST)));
  }

  @Override
  public synchronized void note(String line) {
    lines.above(PlainText.of(line));
  }

  @Override
  public synchronized void end() {
    lines.end();
  }
}
