package electionnight.dashboard;

import electionnight.dashboard.http.access.AccessSettings;
import electionnight.dashboard.push.PushSettings;
import electionnight.dashboard.testing.FakeLog;
import electionnight.dashboard.testing.RunningDashboard;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;

/** A whole dashboard that tails a log in memory. */
public final class TailedDashboard implements AutoCloseable {
  public final FakeLog log;
  public final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  public final Dashboard dashboard;
  public final RunningDashboard http;

  private TailedDashboard(FakeLog log, DashboardSettings settings) {
    this.log = log;
    this.dashboard =
        Dashboard.start(settings.withPort(0), log, FakeLog.SEATS, FakeLog.UPDATES, registry);
    this.http = new RunningDashboard(dashboard.port());
  }

  public static TailedDashboard of(FakeLog log) {
    return of(log, PushSettings.DEFAULTS);
  }

  public static TailedDashboard of(FakeLog log, PushSettings push) {
    return caughtUp(starting(log, push));
  }

  public static TailedDashboard of(FakeLog log, AccessSettings access) {
    return caughtUp(new TailedDashboard(log, DashboardSettings.DEFAULTS.withAccess(access)));
  }

  /** One that goes back no further than so many updates. */
  public static TailedDashboard keeping(int history, FakeLog log) {
    return caughtUp(
        new TailedDashboard(
            log,
            new DashboardSettings(
                "localhost", 0, history, PushSettings.DEFAULTS, AccessSettings.DEFAULTS)));
  }

  private static TailedDashboard caughtUp(TailedDashboard started) {
    Awaitility.await("caught up").until(started.dashboard::caughtUp);
    return started;
  }

  /** Does not wait for the log to be read. */
  public static TailedDashboard starting(FakeLog log, PushSettings push) {
    return new TailedDashboard(log, DashboardSettings.DEFAULTS.withPush(push));
  }

  public double gauge(String name) {
    return registry.get(name).gauge().value();
  }

  public double count(String name) {
    return registry.get(name).counter().count();
  }

  @Override
  public void close() {
    dashboard.close();
  }
}
