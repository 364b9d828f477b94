package electionnight.cli;

import java.util.function.Supplier;

/** Settings made of options. */
public final class Settings {
  private Settings() {}

  /**
   * Makes settings, which refuse values that cannot be used with an {@link
   * IllegalArgumentException}.
   *
   * @throws UserError that says what they refuse
   */
  public static <T> T of(Supplier<T> options) {
    try {
      return options.get();
    } catch (IllegalArgumentException e) {
      throw new UserError("Wrong option: " + e.getMessage() + ".", e);
    }
  }
}
