package electionnight.producer.progress;

import electionnight.cli.PlainText;
import electionnight.domain.Declaration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A line for a file or a log: at most one a second, and the last state at the end. */
final class PlainLines implements Progress {
  private static final long APART = TimeUnit.SECONDS.toNanos(1);

  private final Consumer<String> out;
  private final LongSupplier nanoClock;
  private final Count count;
  private long shownAt;
  private boolean shownEver;
  private boolean shown = true;

  PlainLines(Consumer<String> out, LongSupplier nanoClock) {
    this.out = out;
    this.nanoClock = nanoClock;
    this.count = new Count(nanoClock);
  }

  @Override
  public synchronized void expect(int declarations) {
    count.expect(declarations);
  }

  @Override
  public synchronized void declared(String seat, Declaration declaration) {
    count.add(seat, declaration);
    shown = false;
    if (!shownEver || nanoClock.getAsLong() - shownAt >= APART) {
      show();
    }
  }

  @Override
  public synchronized void note(String line) {
    out.accept(PlainText.of(line));
  }

  @Override
  public synchronized void end() {
    if (!shown) {
      show();
    }
  }

  private void show() {
    out.accept(count.toString());
    shown = true;
    shownEver = true;
    shownAt = nanoClock.getAsLong();
  }
}
