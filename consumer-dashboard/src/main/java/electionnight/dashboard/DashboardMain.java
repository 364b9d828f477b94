package electionnight.dashboard;

import electionnight.cli.Launcher;

/** Starts the dashboard as a program of its own. */
public final class DashboardMain {
  private DashboardMain() {}

  public static void main(String[] arguments) {
    System.exit(Launcher.run(new DashboardCommand(), arguments));
  }
}
