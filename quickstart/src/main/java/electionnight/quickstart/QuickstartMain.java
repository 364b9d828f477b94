package electionnight.quickstart;

import electionnight.cli.Launcher;

/** Starts {@link QuickstartCommand}. */
public final class QuickstartMain {
  private QuickstartMain() {}

  public static void main(String... arguments) {
    System.exit(Launcher.run(new QuickstartCommand(), new Parts(), arguments));
  }
}
