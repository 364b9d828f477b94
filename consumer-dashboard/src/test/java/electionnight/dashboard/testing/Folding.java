package electionnight.dashboard.testing;

import electionnight.dashboard.view.NightFold;
import electionnight.dashboard.view.NightFold.Applied;
import electionnight.domain.Update;
import electionnight.wire.MessageType;
import java.time.Instant;

/** Folds updates as they come out of the log. */
public final class Folding {
  private Folding() {}

  /** Of a night of which more is kept than any test has. */
  public static NightFold fold() {
    return new NightFold(1_000);
  }

  public static Applied apply(NightFold fold, Update update, Instant at) {
    return fold.apply(update, MessageType.UPDATE.write(update), at);
  }
}
