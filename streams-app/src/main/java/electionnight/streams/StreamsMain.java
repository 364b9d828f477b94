package electionnight.streams;

import electionnight.cli.Launcher;

/** Starts {@link StreamsCommand}. */
public final class StreamsMain {
  private StreamsMain() {}

  public static void main(String... arguments) {
    System.exit(Launcher.run(new StreamsCommand(), arguments));
  }
}
