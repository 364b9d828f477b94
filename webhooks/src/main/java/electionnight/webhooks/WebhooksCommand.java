package electionnight.webhooks;

import electionnight.admin.AdminOptions;
import electionnight.admin.AdminServer;
import electionnight.admin.AdminSettings;
import electionnight.admin.Observed;
import electionnight.cli.Interruptible;
import electionnight.cli.KafkaOptions;
import electionnight.cli.Launcher;
import electionnight.cli.UserError;
import electionnight.wire.KafkaSettings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Delivers alerts to endpoints until it is stopped. */
@Command(
    name = "webhooks",
    mixinStandardHelpOptions = true,
    description =
        "Delivers the alerts of a Kafka cluster to HTTP endpoints, signed after Standard Webhooks.")
public final class WebhooksCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(WebhooksCommand.class);
  private static final int ADMIN_PORT = 8082;

  @Mixin private KafkaOptions kafka;

  @Mixin private final AdminOptions admin = new AdminOptions(ADMIN_PORT);

  @Option(
      names = "--endpoints",
      paramLabel = "FILE",
      required = true,
      description = "Where alerts are delivered, and which; JSON, see docs/webhooks.md.")
  private Path endpoints;

  @Option(
      names = "--set-aside-after",
      paramLabel = "SECONDS",
      description =
          "Of nothing but failures, after which an endpoint gets nothing until it is resumed"
              + " (default: ${DEFAULT-VALUE}).")
  private long setAsideSeconds = WebhooksSettings.SET_ASIDE_AFTER.toSeconds();

  @Option(
      names = "--allow-http",
      description = "Deliver without TLS to other hosts than this one as well.")
  private boolean allowHttp;

  @Override
  public Integer call() {
    try {
      Interruptible.untilStopped(this::deliver);
    } catch (InterruptedException e) {
      LOG.info("stopped");
    }
    return Launcher.OK;
  }

  private void deliver() throws InterruptedException {
    AdminSettings adminSettings = Launcher.valid(admin::settings);
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    KafkaSettings cluster = kafka.settings();
    try (Webhooks webhooks = Webhooks.start(settings(), cluster, meters);
        AdminServer adminServer =
            AdminServer.start(
                adminSettings,
                new Observed("webhooks", cluster, meters, webhooks.checks(), webhooks.routes()))) {
      LOG.info("Alerts are delivered to the endpoints of {}", endpoints);
      adminServer.announce();
      webhooks.await();
    }
  }

  private WebhooksSettings settings() {
    if (setAsideSeconds < 1) {
      throw UserError.wrongOption("--set-aside-after is 1 or more", null);
    }
    return new WebhooksSettings(endpoints, allowHttp, Duration.ofSeconds(setAsideSeconds));
  }
}
