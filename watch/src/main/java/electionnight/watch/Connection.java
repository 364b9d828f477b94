package electionnight.watch;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether what is shown is current.
 *
 * @param loss what is in the way; empty while it is current
 */
record Connection(Optional<Loss> loss) {
  static final Connection CURRENT = new Connection(Optional.empty());

  /**
   * A connection that is not there.
   *
   * @param why one clause
   * @param age how old the figures are
   */
  record Loss(String why, Duration age) {

    /** {@code figures 12 s old}. */
    String words() {
      return "figures " + age.toSeconds() + " s old";
    }
  }

  static Connection lost(String why, Duration age) {
    return new Connection(Optional.of(new Loss(why, age)));
  }
}
