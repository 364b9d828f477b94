package electionnight.producer;

import electionnight.admin.AdminOptions;
import electionnight.admin.AdminServer;
import electionnight.admin.AdminSettings;
import electionnight.admin.HealthCheck;
import electionnight.admin.Observed;
import electionnight.cli.Cluster;
import electionnight.cli.Interruptible;
import electionnight.cli.KafkaOptions;
import electionnight.cli.Launcher;
import electionnight.cli.UserError;
import electionnight.producer.intake.HttpIntake;
import electionnight.producer.intake.IntakeSettings;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.producer.progress.Progress;
import electionnight.producer.publish.Publisher;
import electionnight.producer.source.FailedFiles;
import electionnight.producer.source.JsonLines;
import electionnight.producer.source.NightReplay;
import electionnight.producer.source.WatchedFolder;
import electionnight.wire.App;
import electionnight.wire.KafkaSettings;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Publishes reference data and declarations from one source, from an HTTP intake, or from both. */
@Command(
    name = "producer",
    mixinStandardHelpOptions = true,
    description =
        "Publishes declarations from a recorded night, from lines, from a folder or by HTTP. A"
            + " night is played at its own speed unless --speed says otherwise.",
    subcommands = {
      ConfirmCommand.class,
      HoldCommand.On.class,
      HoldCommand.Off.class,
      AlertSwitchCommand.Stop.class,
      AlertSwitchCommand.Resume.class
    })
public final class ProducerCommand implements Callable<Integer> {
  private static final int ADMIN_PORT = 8083;
  private static final double AS_IT_WAS = 1;
  private static final String STANDARD_INPUT = "-";

  @Spec private CommandSpec spec;

  @Mixin private KafkaOptions kafka;

  @Mixin private final AdminOptions admin = new AdminOptions(ADMIN_PORT);

  @Option(
      names = "--night",
      paramLabel = "NAME|FOLDER",
      description = "Plays a recorded night, then ends.")
  private Optional<String> night = Optional.empty();

  @Mixin private ReplayOptions replay;

  @Option(
      names = "--lines",
      paramLabel = "FILE|-",
      description = "Publishes a file, or standard input, with one JSON message on each line.")
  private Optional<String> lines = Optional.empty();

  @Option(
      names = "--watch",
      paramLabel = "DIR",
      description =
          "Publishes each *.json and *.jsonl file that is put into a folder, and moves it to the"
              + " folder done inside it. Write a file elsewhere and rename it in; names that start"
              + " with '.' or end in .part or .tmp are left alone.")
  private Optional<Path> watch = Optional.empty();

  @Mixin private IntakeOptions intake;

  @Override
  public Integer call() {
    requireOneSource();
    Run run =
        new Run(
            Launcher.valid(admin::settings),
            night.map(Nights::open).map(replay::night),
            kafka.settings(),
            intake.settings(),
            Progress.onStandardError(),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    Cluster.prepare(run.kafka(), App.PRODUCER);
    try {
      Interruptible.untilStopped(() -> publish(run));
    } catch (InterruptedException e) {
      // Told to stop, by a person or by the system: that is how a source without an end ends.
    }
    return Launcher.OK;
  }

  /** What was asked for, as far as it is the same for every source. */
  private record Run(
      AdminSettings admin,
      Optional<RecordedNight> recorded,
      KafkaSettings kafka,
      Optional<IntakeSettings> intake,
      Progress progress,
      PrometheusMeterRegistry meters) {}

  private void publish(Run run) throws InterruptedException {
    try (Publisher publisher = Publisher.connect(run.kafka(), run.meters())) {
      Thread working = Thread.currentThread();
      publisher.refused().thenAccept(refusal -> working.interrupt());
      try {
        publish(run, publisher);
      } catch (InterruptedException | UserError e) {
        if (publisher.refused().isDone()) {
          Thread.interrupted();
          throw Cluster.refusal(run.kafka(), App.PRODUCER, publisher.refused().join());
        }
        throw e;
      }
    }
  }

  private void publish(Run run, Publisher publisher) throws InterruptedException {
    Progress progress = run.progress();
    FailedFiles failed = new FailedFiles(run.meters());
    CompletableFuture<HttpIntake> listening = new CompletableFuture<>();
    // Opened first, so that it is closed last: while the intake stops, ops are told.
    try (AdminServer adminServer = AdminServer.start(run.admin(), observed(run, listening));
        HttpIntake server = run.intake().map(at -> listen(at, publisher, run)).orElse(null)) {
      listening.complete(server);
      adminServer.announce();
      Optional<Interruptible> source =
          run.recorded()
              .map(past -> replay(past, publisher, progress))
              .or(() -> lines.map(file -> lines(file, publisher, progress)))
              .or(
                  () ->
                      watch.map(
                          folder -> new WatchedFolder(publisher, progress, folder, failed)::run));
      if (source.isPresent()) {
        source.get().run();
      }
      if (server != null) {
        // Serves until it is told to stop.
        new CountDownLatch(1).await();
      }
    } finally {
      progress.end();
    }
  }

  private void requireOneSource() {
    List<String> given = new ArrayList<>();
    night.ifPresent(value -> given.add("--night"));
    lines.ifPresent(value -> given.add("--lines"));
    watch.ifPresent(value -> given.add("--watch"));
    if (given.size() > 1) {
      throw mistake(String.join(" and ", given) + " cannot go together; take one of them");
    }
    if (given.isEmpty() && !intake.isAsked()) {
      throw mistake("Name a source: --night, --lines, --watch or --intake-port");
    }
    if (replay.isGiven() && night.isEmpty()) {
      throw mistake(
          "--speed, --from, --longest-wait, --test and the settings of the rules are for --night");
    }
    intake.check();
  }

  private ParameterException mistake(String sentence) {
    return new ParameterException(spec.commandLine(), sentence + ".");
  }

  private static HttpIntake listen(IntakeSettings settings, Publisher publisher, Run run) {
    HttpIntake server =
        HttpIntake.start(publisher, settings.measured(run.meters()), run.progress());
    run.progress()
        .note(
            "Taking declarations and decisions at http://" + settings.host() + ":" + server.port());
    return server;
  }

  private static Observed observed(Run run, CompletableFuture<HttpIntake> listening) {
    Supplier<Optional<String>> notListening =
        () ->
            listening
                .thenApply(HttpIntake::notListening)
                .getNow(Optional.of("the intake is starting"));
    return new Observed(
        "producer",
        run.kafka(),
        run.meters(),
        run.intake().stream().map(any -> new HealthCheck("intake", notListening)).toList(),
        List.of());
  }

  private Interruptible replay(RecordedNight past, Publisher publisher, Progress progress) {
    return new NightReplay(publisher, past, replay.pace(past.election(), AS_IT_WAS), progress)::run;
  }

  private static Interruptible lines(String file, Publisher publisher, Progress progress) {
    return () -> {
      try (InputStream in = open(file)) {
        String name = file.equals(STANDARD_INPUT) ? "standard input" : file;
        new JsonLines(publisher, progress, name, in).run();
      } catch (NoSuchFileException e) {
        throw new UserError("There is no file " + file + ".", e);
      } catch (IOException e) {
        throw new UserError("The file " + file + " cannot be read: " + e.getMessage(), e);
      }
    };
  }

  /** Reading standard input as a channel can be interrupted. */
  private static InputStream open(String file) throws IOException {
    return file.equals(STANDARD_INPUT)
        ? Channels.newInputStream(new FileInputStream(FileDescriptor.in).getChannel())
        : Files.newInputStream(Path.of(file));
  }
}
