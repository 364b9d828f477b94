package electionnight.webhooks;

import electionnight.cli.Interruptible;
import electionnight.cli.KafkaOptions;
import electionnight.cli.Launcher;
import electionnight.cli.UserError;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
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
  private static final String OFF = "off";

  @Mixin private KafkaOptions kafka;

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

  @Option(
      names = "--admin-port",
      paramLabel = "PORT|off",
      description = "The port for ops; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private String adminPort = String.valueOf(WebhooksSettings.ADMIN_PORT);

  @Option(
      names = "--admin-host",
      paramLabel = "HOST",
      description = "Where to listen for ops (default: ${DEFAULT-VALUE}).")
  private String adminHost = WebhooksSettings.ADMIN_HOST;

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
    try (Webhooks webhooks = Webhooks.start(settings(), kafka.settings())) {
      LOG.info("Alerts are delivered to the endpoints of {}", endpoints);
      webhooks
          .adminPort()
          .ifPresent(port -> LOG.info("Ops ask at http://{}:{}/endpoints", adminHost, port));
      webhooks.await();
    }
  }

  private WebhooksSettings settings() {
    if (setAsideSeconds < 1) {
      throw UserError.wrongOption("--set-aside-after is 1 or more", null);
    }
    return new WebhooksSettings(endpoints, allowHttp, Duration.ofSeconds(setAsideSeconds), admin());
  }

  private Optional<InetSocketAddress> admin() {
    if (adminPort.equals(OFF)) {
      return Optional.empty();
    }
    if (!adminPort.matches("[0-9]{1,5}") || Integer.parseInt(adminPort) > 65_535) {
      throw UserError.wrongOption("--admin-port is 0 to 65535, or off", null);
    }
    InetSocketAddress address = new InetSocketAddress(adminHost, Integer.parseInt(adminPort));
    if (address.isUnresolved()) {
      throw UserError.wrongOption("there is no host '" + adminHost + "' for --admin-host", null);
    }
    return Optional.of(address);
  }
}
