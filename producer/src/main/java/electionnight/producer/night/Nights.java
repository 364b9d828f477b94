package electionnight.producer.night;

import electionnight.cli.UserError;

/** Placeholder until the package is merged. */
public final class Nights {
  private Nights() {}

  public static RecordedNight open(String nameOrFolder) {
    throw new UserError("There is no night '" + nameOrFolder + "'.");
  }
}
