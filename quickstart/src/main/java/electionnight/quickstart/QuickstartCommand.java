package electionnight.quickstart;

import electionnight.admin.AdminOptions;
import electionnight.admin.AdminServer;
import electionnight.admin.AdminSettings;
import electionnight.audit.ExplainCommand;
import electionnight.audit.RejectedCommand;
import electionnight.audit.VerifyCommand;
import electionnight.cli.Interruptible;
import electionnight.cli.KafkaOptions;
import electionnight.cli.Launcher;
import electionnight.cli.Logs;
import electionnight.dashboard.AccessOptions;
import electionnight.dashboard.DashboardCommand;
import electionnight.dashboard.DashboardSettings;
import electionnight.dashboard.push.Broadcaster;
import electionnight.domain.Election;
import electionnight.domain.Scoreboard;
import electionnight.preflight.AclsCommand;
import electionnight.preflight.DoctorCommand;
import electionnight.preflight.TopicsCommand;
import electionnight.producer.ProducerCommand;
import electionnight.producer.ReplayOptions;
import electionnight.producer.importer.ImportCommand;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.producer.progress.Progress;
import electionnight.producer.publish.Publisher;
import electionnight.producer.source.NightReplay;
import electionnight.producer.source.Pace;
import electionnight.streams.StreamsCommand;
import electionnight.watch.WatchCommand;
import electionnight.webhooks.WebhooksCommand;
import electionnight.wire.KafkaSettings;
import electionnight.wire.MessageType;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A whole election night from one command; the other programs as its subcommands. */
@Command(
    name = "election-night",
    mixinStandardHelpOptions = true,
    description = "Plays an election night through a real Kafka, with a page to look at.",
    subcommands = {
      ImportCommand.class,
      ProducerCommand.class,
      StreamsCommand.class,
      DashboardCommand.class,
      VerifyCommand.class,
      ExplainCommand.class,
      RejectedCommand.class,
      WatchCommand.class,
      WebhooksCommand.class,
      TopicsCommand.class,
      AclsCommand.class,
      DoctorCommand.class
    })
public final class QuickstartCommand implements Callable<Integer> {
  /** A general election in some five minutes. */
  private static final double USUAL_SPEED = 150;

  @Mixin private KafkaOptions kafka;

  @Mixin private ReplayOptions replay;

  @Option(
      names = "--night",
      paramLabel = "NAME|FOLDER",
      defaultValue = "general-election-2024",
      description = "The night to play: a bundled one or a folder (default: ${DEFAULT-VALUE}).")
  private String nightName;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The page's port; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port = DashboardSettings.DEFAULTS.port();

  @Mixin private AccessOptions access;

  @Mixin private final AdminOptions admin = new AdminOptions(0);

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the data is kept (default: a temporary folder).")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--exit-when-declared",
      description =
          "End after the last declaration was pushed, and print the final scoreboard as JSON.")
  private boolean exitWhenDeclared;

  @Override
  public Integer call() {
    // It tells alerts, and what is being checked, itself.
    Logs.onlyWarnings("electionnight.night");
    RecordedNight night = replay.night(Nights.open(nightName));
    Pace asked = replay.pace(night.election(), USUAL_SPEED);
    DashboardSettings page = Launcher.valid(this::page);
    AdminSettings adminSettings = Launcher.valid(admin::settings);
    // Asked for even where it is not used yet, so that a mistake shows before anything is made.
    KafkaSettings cluster = kafka.settings();
    Optional<KafkaSettings> external = kafka.isNamed() ? Optional.of(cluster) : Optional.empty();
    try {
      Interruptible.bySignals(() -> run(night, asked, external, page, adminSettings));
    } catch (InterruptedException e) {
      System.err.println("Stopped.");
    }
    return Launcher.OK;
  }

  private DashboardSettings page() {
    return DashboardSettings.DEFAULTS.withPort(port).withAccess(access.settings());
  }

  private void run(
      RecordedNight night,
      Pace asked,
      Optional<KafkaSettings> external,
      DashboardSettings page,
      AdminSettings adminSettings)
      throws InterruptedException {
    Election election = night.election();
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Progress progress = Progress.onStandardError();
    try (Quickstart quickstart =
            Quickstart.start(DataFolder.open(data), external, kafka::settings, page, meters);
        AdminServer adminServer = AdminServer.start(adminSettings, quickstart.observed(meters))) {
      progress.note(election.name() + ": http://localhost:" + quickstart.dashboard().port());
      if (external.isEmpty()) {
        progress.note("Its Kafka: --bootstrap-servers " + quickstart.kafka().bootstrapServers());
      }
      adminServer.address().ifPresent(at -> progress.note("Its metrics: " + at + "/metrics"));
      NightLog log = new NightLog(election, progress::note);
      quickstart.dashboard().listen((update, live) -> log.update(update));
      Optional<Instant> reached =
          quickstart.dashboard().scoreboard(election.election()).flatMap(Scoreboard::latest);
      try (Publisher publisher = Publisher.connect(quickstart.kafka(), meters)) {
        new NightReplay(publisher, night, resumed(asked, reached), progress).run();
      }
      Scoreboard scoreboard = quickstart.drained(election.election());
      progress.note(pushed(meters));
      if (exitWhenDeclared) {
        System.out.println(
            new String(MessageType.SCOREBOARD.write(scoreboard), StandardCharsets.UTF_8));
      } else {
        progress.note("The page stays; Ctrl-C ends it.");
        new CountDownLatch(1).await();
      }
    }
  }

  /** A night that was interrupted goes on where it was, unless told otherwise. */
  private static Pace resumed(Pace asked, Optional<Instant> reached) {
    return new Pace(asked.speed(), asked.from().or(() -> reached), asked.longestWait());
  }

  private static String pushed(MeterRegistry meters) {
    Timer timer = meters.find(Broadcaster.PUBLISHED_TO_PUSHED).timer();
    if (timer == null || timer.count() == 0) {
      return "Nothing new was pushed.";
    }
    StringBuilder line = new StringBuilder("Published to pushed:");
    for (ValueAtPercentile at : timer.takeSnapshot().percentileValues()) {
      line.append(
          String.format(
              Locale.ROOT,
              " p%.0f %.0f ms,",
              at.percentile() * 100,
              at.value(TimeUnit.MILLISECONDS)));
    }
    return line + " over " + timer.count() + " updates.";
  }
}
