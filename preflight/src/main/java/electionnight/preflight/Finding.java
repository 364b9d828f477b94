package electionnight.preflight;

import java.util.Optional;

/**
 * What one check found.
 *
 * @param check its name
 * @param found what is so, in words
 * @param advice what to do; empty where all is well
 */
record Finding(String check, Status status, String found, Optional<String> advice) {

  /** How bad it is. */
  enum Status {
    OK,
    /** The night would run, but not as well, or not for sure. */
    WARN,
    /** The night would not run, or could lose something. */
    FAIL
  }

  static Finding ok(String check, String found) {
    return new Finding(check, Status.OK, found, Optional.empty());
  }

  static Finding warn(String check, String found, String advice) {
    return new Finding(check, Status.WARN, found, Optional.of(advice));
  }

  static Finding fail(String check, String found, String advice) {
    return new Finding(check, Status.FAIL, found, Optional.of(advice));
  }
}
