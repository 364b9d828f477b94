package electionnight.dashboard.testing;

import electionnight.dashboard.view.NightFold;
import electionnight.dashboard.view.NightFold.Applied;
import electionnight.domain.Cause;
import electionnight.domain.Election;
import electionnight.domain.Heard;
import electionnight.domain.Input;
import electionnight.domain.Seat;
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

  /** What is known before the count; anything else is not for the dashboard to read. */
  public static void put(NightFold fold, Cause record, Input input, Instant at) {
    if (input instanceof Election election) {
      fold.put(election, new Heard(record, at));
    } else if (input instanceof Seat seat) {
      fold.put(seat, new Heard(record, at));
    }
  }
}
