package electionnight.webhooks;

import electionnight.cli.Launcher;

/** Starts {@link WebhooksCommand}. */
public final class WebhooksMain {
  private WebhooksMain() {}

  public static void main(String... arguments) {
    System.exit(Launcher.run(new WebhooksCommand(), arguments));
  }
}
