package electionnight.producer;

import electionnight.cli.Launcher;

/** Starts {@link ProducerCommand}. */
public final class ProducerMain {
  private ProducerMain() {}

  public static void main(String... arguments) {
    System.exit(Launcher.run(new ProducerCommand(), arguments));
  }
}
