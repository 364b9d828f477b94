package electionnight.audit;

import electionnight.cli.KafkaOptions;
import electionnight.wire.KafkaSettings;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Mixin;

/** The options by which a command finds the log it reads. A program may know other places. */
public class LogOptions {
  @Mixin private KafkaOptions kafka;

  /** The options of the cluster. */
  protected final KafkaOptions kafka() {
    return kafka;
  }

  /**
   * Does some work on the cluster that holds the log.
   *
   * @param work returns the exit code
   */
  public int on(ToIntFunction<KafkaSettings> work) {
    return work.applyAsInt(kafka.settings());
  }
}
