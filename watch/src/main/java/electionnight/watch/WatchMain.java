package electionnight.watch;

import electionnight.cli.Launcher;

/** Starts {@link WatchCommand}. */
public final class WatchMain {
  private WatchMain() {}

  public static void main(String... arguments) {
    System.exit(Launcher.run(new WatchCommand(), arguments));
  }
}
