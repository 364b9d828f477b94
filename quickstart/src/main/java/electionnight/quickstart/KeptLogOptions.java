package electionnight.quickstart;

import electionnight.audit.LogOptions;
import electionnight.cli.Interruptible;
import electionnight.cli.UserError;
import electionnight.wire.KafkaSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.errors.InterruptException;
import picocli.CommandLine.Option;

/** Finds the log on a cluster, or in the data folder that a run of the quickstart has kept. */
final class KeptLogOptions extends LogOptions {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "The folder a night was kept in; its broker runs for the time of the command. Not asked"
              + " where --bootstrap-servers names a cluster.")
  private Optional<Path> data = Optional.empty();

  @Override
  public int on(ToIntFunction<KafkaSettings> work) {
    if (data.isEmpty() || kafka().isNamed()) {
      return super.on(work);
    }
    if (!Files.isDirectory(data.get().resolve(DataFolder.KAFKA))) {
      throw new UserError("No night was kept in the folder " + data.get() + ".");
    }
    AtomicInteger exitCode = new AtomicInteger();
    try {
      Interruptible.bySignals(() -> exitCode.set(onKept(data.get(), work)));
    } catch (InterruptedException | InterruptException e) {
      throw new UserError("Stopped.", e);
    }
    return exitCode.get();
  }

  private int onKept(Path folder, ToIntFunction<KafkaSettings> work) throws InterruptedException {
    try (DataFolder kept = DataFolder.open(Optional.of(folder));
        EmbeddedBroker broker = EmbeddedBroker.start(kept.kafka())) {
      return work.applyAsInt(kafka().settings(broker.bootstrapServers()));
    }
  }
}
