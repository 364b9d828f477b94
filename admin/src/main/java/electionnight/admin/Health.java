package electionnight.admin;

import java.util.List;
import java.util.Optional;

/**
 * Whether an app is ready, as it answers {@code /health/ready}.
 *
 * @param status up where all checks are
 * @param checks what was looked at
 */
record Health(Status status, List<Checked> checks) {
  enum Status {
    UP,
    DOWN
  }

  /**
   * What came of a check.
   *
   * @param reason why it is down; empty where it is up
   */
  record Checked(String name, Status status, Optional<String> reason) {
    static Checked of(String name, Optional<String> failing) {
      return new Checked(name, failing.isPresent() ? Status.DOWN : Status.UP, failing);
    }
  }

  static Health of(List<Checked> checks) {
    boolean up = checks.stream().allMatch(check -> check.status() == Status.UP);
    return new Health(up ? Status.UP : Status.DOWN, List.copyOf(checks));
  }

  boolean isUp() {
    return status == Status.UP;
  }

  /** Why it is not ready, in plain words; empty where it is. */
  String reasons() {
    return String.join(
        "; ", checks.stream().flatMap(check -> check.reason().stream()).distinct().toList());
  }
}
