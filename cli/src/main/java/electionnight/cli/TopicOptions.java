package electionnight.cli;

import electionnight.wire.TopicAdmin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of an app that makes the topics which are not there yet. */
public final class TopicOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Partitions of topics that are not there yet (default: ${DEFAULT-VALUE}).")
  private int partitions = TopicAdmin.DEFAULT_PARTITIONS;

  /**
   * Partitions of each topic that has to be made.
   *
   * @throws ParameterException when fewer than 1 were asked for
   */
  public int partitions() {
    if (partitions < 1) {
      throw new ParameterException(spec.commandLine(), "--partitions is 1 or more.");
    }
    return partitions;
  }
}
