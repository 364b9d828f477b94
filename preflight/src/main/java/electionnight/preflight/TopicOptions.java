package electionnight.preflight;

import electionnight.cli.Launcher;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options of how topics are made. */
final class TopicOptions {
  @Option(
      names = "--partitions",
      paramLabel = "N",
      description =
          "Partitions of every topic that is made; nights spread over them (default: as many as"
              + " those have that are there, else "
              + TopicSetup.DEFAULT_PARTITIONS
              + ").")
  private Optional<Integer> partitions = Optional.empty();

  @Option(
      names = "--replication-factor",
      paramLabel = "N",
      description = "Replicas of every topic that is made (default: the brokers').")
  private Optional<Short> replicationFactor = Optional.empty();

  @Option(
      names = "--min-insync-replicas",
      paramLabel = "N",
      description =
          "Replicas that must have a record before it is acknowledged (default: the brokers').")
  private Optional<Integer> minInsyncReplicas = Optional.empty();

  TopicSetup.Wanted wanted() {
    return Launcher.valid(
        () -> new TopicSetup.Wanted(partitions, replicationFactor, minInsyncReplicas));
  }
}
