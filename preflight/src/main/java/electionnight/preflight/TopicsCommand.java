package electionnight.preflight;

import electionnight.cli.Cluster;
import electionnight.cli.KafkaOptions;
import electionnight.cli.Launcher;
import electionnight.cli.TopicState;
import electionnight.wire.KafkaSettings;
import electionnight.wire.TopicShape;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartitionInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The topics of a night on a cluster. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    description = "The topics of a night: makes them right, lists them.",
    subcommands = {TopicsCommand.Create.class, TopicsCommand.ListCommand.class})
public final class TopicsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Say what: create or list.");
  }

  /** Makes the topics right. */
  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description =
          "Creates the topics that are missing and corrects settings that are wrong. Deletes"
              + " nothing; run it as often as you like.")
  static final class Create implements Callable<Integer> {
    @Mixin private KafkaOptions kafka;

    @Mixin private TopicOptions topics;

    @Override
    public Integer call() {
      KafkaSettings settings = kafka.settings();
      TopicSetup setup = new TopicSetup(settings, topics.wanted());
      Table table = new Table("TOPIC", "PARTITIONS", "DONE");
      List<TopicSetup.Outcome> outcomes = setup.make();
      outcomes.forEach(
          outcome -> table.row(outcome.topic(), outcome.partitions(), outcome.words()));
      table.print(System.out);
      Cluster.ask(settings, Coordinators::awake);
      return Launcher.OK;
    }
  }

  /** Lists the topics. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the topics as they are; exit code 1 where one is not right.")
  static final class ListCommand implements Callable<Integer> {
    @Mixin private KafkaOptions kafka;

    @Override
    public Integer call() {
      KafkaSettings settings = kafka.settings();
      List<TopicState> topics =
          Cluster.ask(settings, admin -> TopicState.of(admin, TopicShape.all(settings)));
      Table table = new Table("TOPIC", "PARTITIONS", "REPLICAS", "STATE");
      topics.forEach(
          topic ->
              table.row(topic.shape().name(), partitions(topic), replicas(topic), words(topic)));
      table.print(System.out);
      return topics.stream().allMatch(topic -> words(topic).equals(RIGHT))
          ? Launcher.OK
          : Launcher.FAILED;
    }

    private static final String RIGHT = "right";

    private static String partitions(TopicState topic) {
      return topic.partitions().map(String::valueOf).orElse("-");
    }

    private static String replicas(TopicState topic) {
      return topic
          .description()
          .map(
              described ->
                  described.partitions().stream()
                      .map(TopicPartitionInfo::replicas)
                      .map(List::size)
                      .distinct()
                      .map(String::valueOf)
                      .collect(Collectors.joining(" or ")))
          .orElse("-");
    }

    private static String words(TopicState topic) {
      if (topic.isMissing()) {
        return "missing";
      }
      if (topic.hidden() || topic.config().isEmpty()) {
        return "hidden from this principal";
      }
      return topic.deviations().isEmpty()
          ? RIGHT
          : topic.deviations().stream()
              .map(wrong -> wrong.setting() + "=" + wrong.value() + ", not " + wrong.expected())
              .collect(Collectors.joining("; "));
    }
  }
}
