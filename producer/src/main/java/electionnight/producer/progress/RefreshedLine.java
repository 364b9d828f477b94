package electionnight.producer.progress;

import electionnight.domain.Declaration;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/** One line on a terminal, written over itself; a note scrolls up above it. */
final class RefreshedLine implements Progress {
  private static final String OVER = "\r\u001b[K";

  // A line that wraps cannot be written over.
  private static final int LONGEST = 79;

  private final PrintStream out;
  private final Count count;
  private boolean visible;

  RefreshedLine(PrintStream out, LongSupplier nanoClock) {
    this.out = out;
    this.count = new Count(nanoClock);
  }

  @Override
  public synchronized void expect(int declarations) {
    count.expect(declarations);
  }

  @Override
  public synchronized void declared(String seat, Declaration declaration) {
    count.add(seat, declaration);
    show();
  }

  @Override
  public synchronized void note(String line) {
    out.println(OVER + Count.plain(line));
    if (!count.isEmpty()) {
      show();
    }
  }

  @Override
  public synchronized void end() {
    if (visible) {
      out.println();
      visible = false;
    }
  }

  private void show() {
    String line = count.toString();
    out.print(OVER + (line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line));
    out.flush();
    visible = true;
  }
}
