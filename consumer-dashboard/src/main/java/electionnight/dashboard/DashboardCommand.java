package electionnight.dashboard;

import electionnight.admin.AdminOptions;
import electionnight.admin.AdminServer;
import electionnight.admin.AdminSettings;
import electionnight.admin.Observed;
import electionnight.cli.Cluster;
import electionnight.cli.Interruptible;
import electionnight.cli.KafkaOptions;
import electionnight.cli.Launcher;
import electionnight.dashboard.push.PushSettings;
import electionnight.wire.KafkaSettings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves the dashboard until it is stopped. */
@Command(
    name = "consumer-dashboard",
    mixinStandardHelpOptions = true,
    description = "Shows the nights of a Kafka cluster: a page, REST and Server-Sent Events.")
public final class DashboardCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(DashboardCommand.class);
  private static final int ADMIN_PORT = 8081;
  private static final DashboardSettings DEFAULTS = DashboardSettings.DEFAULTS;

  @Mixin private KafkaOptions kafka;

  @Mixin private AccessOptions access;

  @Mixin private final AdminOptions admin = new AdminOptions(ADMIN_PORT);

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Where to listen; 0.0.0.0 for everyone (default: ${DEFAULT-VALUE}).")
  private String host = DEFAULTS.host();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The page's port; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port = DEFAULTS.port();

  @Option(
      names = "--ring-capacity",
      paramLabel = "UPDATES",
      description = "Kept of each night for clients that lag (default: ${DEFAULT-VALUE}).")
  private int ringCapacity = DEFAULTS.push().ringCapacity();

  @Option(
      names = "--history",
      paramLabel = "UPDATES",
      description = "Kept of each night for going back in time (default: ${DEFAULT-VALUE}).")
  private int history = DEFAULTS.history();

  @Option(
      names = "--heartbeat",
      paramLabel = "SECONDS",
      description = "Between signs of life on a silent stream (default: ${DEFAULT-VALUE}).")
  private long heartbeatSeconds = DEFAULTS.push().heartbeat().toSeconds();

  @Option(
      names = "--slow-client-limit",
      paramLabel = "SECONDS",
      description =
          "After which a client that takes nothing is closed (default: ${DEFAULT-VALUE}).")
  private long slowClientSeconds = DEFAULTS.push().slowClientLimit().toSeconds();

  @Override
  public Integer call() {
    try {
      Interruptible.untilStopped(this::serve);
    } catch (InterruptedException e) {
      LOG.info("stopped");
    }
    return Launcher.OK;
  }

  private void serve() throws InterruptedException {
    DashboardSettings settings = Launcher.valid(this::settings);
    AdminSettings adminSettings = Launcher.valid(admin::settings);
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    KafkaSettings cluster = kafka.settings();
    Cluster.requireSettings(cluster);
    try (Dashboard dashboard = Dashboard.start(settings, cluster, meters);
        AdminServer adminServer =
            AdminServer.start(
                adminSettings,
                new Observed(
                    "consumer-dashboard",
                    cluster,
                    meters,
                    dashboard.checks(),
                    dashboard.routes()))) {
      LOG.info("The dashboard is at http://{}:{}/", host, dashboard.port());
      adminServer.announce();
      dashboard.await();
    }
  }

  private DashboardSettings settings() {
    return new DashboardSettings(
        host,
        port,
        history,
        new PushSettings(
            ringCapacity,
            Duration.ofSeconds(heartbeatSeconds),
            Duration.ofSeconds(slowClientSeconds)),
        access.settings());
  }
}
