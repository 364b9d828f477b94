package electionnight.watch;

import electionnight.cli.Ids;
import electionnight.cli.Interruptible;
import electionnight.cli.Launcher;
import electionnight.cli.UserError;
import electionnight.domain.Election;
import electionnight.domain.ElectionId;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Follows a night in the terminal until it is stopped. */
@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    description =
        "A live ticker in the terminal: follows what a dashboard pushes. On a terminal a bar of"
            + " the seats stays below the news; elsewhere plain lines are printed.")
public final class WatchCommand implements Callable<Integer> {
  /** Dashboards give a sign of life every 5 seconds, unless told otherwise. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

  @Parameters(
      paramLabel = "URL",
      converter = UrlConverter.class,
      description = "The dashboard, such as http://localhost:8080; may have ?night=ID.")
  private DashboardUrl url;

  @Option(
      names = "--night",
      paramLabel = "ID",
      converter = Ids.OfElection.class,
      description = "The night (default: that of the URL, else the newest polling day).")
  private Optional<ElectionId> night = Optional.empty();

  @Option(names = "--alerts-only", description = "Print alerts, and not what becomes of each seat.")
  private boolean alertsOnly;

  @Option(
      names = "--bar",
      paramLabel = "auto|on|off",
      description = "The bar of seats; auto shows it on a terminal (default: ${DEFAULT-VALUE}).")
  private Terminal.Bar bar = Terminal.Bar.AUTO;

  @Option(
      names = "--exit-when-declared",
      description = "End when every seat is decided and none is being checked.")
  private boolean exitWhenDeclared;

  static final class UrlConverter implements ITypeConverter<DashboardUrl> {
    @Override
    public DashboardUrl convert(String text) {
      try {
        return DashboardUrl.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException("'" + text + "', expected " + e.getMessage());
      }
    }
  }

  @Override
  public Integer call() {
    try {
      Interruptible.untilStopped(this::watch);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Launcher.OK;
  }

  private void watch() throws InterruptedException {
    Dashboard dashboard = new Dashboard(url);
    Election election = election(dashboard);
    new Follower(
            dashboard,
            election,
            new WatchedNight(election, alertsOnly),
            Terminal.screen(bar, System.out, System.getenv()),
            exitWhenDeclared,
            LONGEST_SILENCE,
            System::nanoTime,
            () -> ThreadLocalRandom.current().nextDouble())
        .run();
  }

  private Election election(Dashboard dashboard) throws InterruptedException {
    try {
      Optional<ElectionId> named = night.or(url::night);
      return dashboard.election(named.isPresent() ? named.get() : dashboard.newest());
    } catch (Dashboard.RefusedException e) {
      throw new UserError(e.getMessage(), e);
    } catch (IOException e) {
      throw new UserError(
          "No dashboard answers at " + url + "; start one, or name another address.", e);
    }
  }
}
