package electionnight.producer;

import electionnight.domain.Declaration;
import electionnight.producer.progress.Progress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A progress that remembers what it heard. */
public final class Heard implements Progress {
  public final List<String> declared = new CopyOnWriteArrayList<>();
  public final List<String> notes = new CopyOnWriteArrayList<>();
  public volatile int expected;
  public volatile boolean ended;

  @Override
  public void expect(int declarations) {
    expected = declarations;
  }

  @Override
  public void declared(String seat, Declaration declaration) {
    declared.add(seat);
  }

  @Override
  public void note(String line) {
    notes.add(line);
  }

  @Override
  public void end() {
    ended = true;
  }
}
