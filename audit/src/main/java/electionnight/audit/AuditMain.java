package electionnight.audit;

import electionnight.cli.Launcher;

/** Starts {@link AuditCommand}. */
public final class AuditMain {
  private AuditMain() {}

  public static void main(String... arguments) {
    System.exit(Launcher.run(new AuditCommand(), arguments));
  }
}
