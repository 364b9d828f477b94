package electionnight.preflight;

import electionnight.cli.Launcher;

/** Starts {@link PreflightCommand}. */
public final class PreflightMain {
  private PreflightMain() {}

  public static void main(String... arguments) {
    System.exit(Launcher.run(new PreflightCommand(), arguments));
  }
}
