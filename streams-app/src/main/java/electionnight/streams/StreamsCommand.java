package electionnight.streams;

import electionnight.admin.AdminOptions;
import electionnight.admin.AdminServer;
import electionnight.admin.AdminSettings;
import electionnight.admin.Observed;
import electionnight.cli.Cluster;
import electionnight.cli.Interruptible;
import electionnight.cli.KafkaOptions;
import electionnight.cli.Launcher;
import electionnight.wire.App;
import electionnight.wire.KafkaSettings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the fold against a cluster until it is stopped. */
@Command(
    name = "streams-app",
    mixinStandardHelpOptions = true,
    description = "Folds declarations into updates, results, scoreboards and alerts.")
public final class StreamsCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsCommand.class);
  private static final int ADMIN_PORT = 8084;

  @Mixin private KafkaOptions kafka;

  @Mixin private final AdminOptions admin = new AdminOptions(ADMIN_PORT);

  @Option(
      names = "--state-dir",
      paramLabel = "DIR",
      defaultValue = "streams-state",
      description = "Where the state stores keep their files (default: ${DEFAULT-VALUE}).")
  private Path stateDir;

  @Option(
      names = "--commit-interval",
      paramLabel = "MS",
      defaultValue = "10",
      description = "Milliseconds between commits (default: ${DEFAULT-VALUE}).")
  private long commitIntervalMs;

  @Option(
      names = "--session-timeout",
      paramLabel = "MS",
      defaultValue = "6000",
      description =
          "Milliseconds of silence before another takes over (default: ${DEFAULT-VALUE}).")
  private long sessionTimeoutMs;

  @Option(
      names = "--instance-id",
      paramLabel = "ID",
      description = "A name that stays the same when this instance is started again.")
  private Optional<String> instanceId = Optional.empty();

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "1",
      description = "Stream threads (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = "--standby-replicas",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Copies of the state on other instances, for a quicker takeover (default:"
              + " ${DEFAULT-VALUE}).")
  private int standbyReplicas;

  @Override
  public Integer call() {
    AdminSettings adminSettings = Launcher.valid(admin::settings);
    StreamsSettings streams = Launcher.valid(this::streamsSettings);
    KafkaSettings settings = kafka.settings();
    Cluster.prepare(settings, App.STREAMS_APP);
    try {
      Interruptible.untilStopped(
          () -> {
            PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            try (StreamsApp app = StreamsApp.start(streams, settings, meters);
                AdminServer adminServer =
                    AdminServer.start(
                        adminSettings,
                        new Observed("streams-app", settings, meters, app.checks(), List.of()))) {
              adminServer.announce();
              app.awaitEnd();
            }
          });
      return Launcher.FAILED;
    } catch (InterruptedException e) {
      LOG.info("stopped");
      return Launcher.OK;
    }
  }

  private StreamsSettings streamsSettings() {
    return new StreamsSettings(
        stateDir,
        Duration.ofMillis(commitIntervalMs),
        Duration.ofMillis(sessionTimeoutMs),
        instanceId,
        threads,
        standbyReplicas);
  }
}
