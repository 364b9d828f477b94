package electionnight.preflight;

import electionnight.cli.Cluster;
import electionnight.cli.Survey;
import electionnight.cli.TopicState;
import electionnight.cli.UserError;
import electionnight.wire.KafkaSettings;
import electionnight.wire.TopicShape;
import electionnight.wire.TopicShape.Deviation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes the topics of a night right: creates what is missing, corrects settings, deletes nothing
 * and adds no partitions, because keys would move.
 */
public final class TopicSetup {
  static final int DEFAULT_PARTITIONS = 3;

  private static final Duration SEEN_WITHIN = Duration.ofSeconds(5);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final KafkaSettings settings;
  private final Wanted wanted;

  TopicSetup(KafkaSettings settings, Wanted wanted) {
    this.settings = settings;
    this.wanted = wanted;
  }

  /**
   * Makes the topics right, with what the brokers have by default.
   *
   * @throws UserError when the cluster does not answer or refuses, or has topics that cannot be
   *     made right
   */
  public static void make(KafkaSettings settings) {
    new TopicSetup(settings, new Wanted(Optional.empty(), Optional.empty(), Optional.empty()))
        .make();
  }

  /**
   * What was asked for.
   *
   * @param partitions of every topic; empty for as many as those have that are there, else 3
   * @param replicationFactor of a topic that is made; empty for the brokers' own
   * @param minInsyncReplicas of every topic; empty for what it has, else the brokers' own
   */
  record Wanted(
      Optional<Integer> partitions,
      Optional<Short> replicationFactor,
      Optional<Integer> minInsyncReplicas) {
    Wanted {
      partitions.ifPresent(count -> requirePositive("--partitions", count));
      replicationFactor.ifPresent(count -> requirePositive("--replication-factor", count));
      minInsyncReplicas.ifPresent(count -> requirePositive("--min-insync-replicas", count));
      if (replicationFactor.isPresent()
          && minInsyncReplicas.isPresent()
          && minInsyncReplicas.get() > replicationFactor.get()) {
        throw new IllegalArgumentException(
            "--min-insync-replicas is at most --replication-factor, or nothing can be published");
      }
    }

    private static void requirePositive(String option, int count) {
      if (count < 1) {
        throw new IllegalArgumentException(option + " is 1 or more");
      }
    }
  }

  /**
   * What was done to a topic.
   *
   * @param words such as {@code created}
   */
  record Outcome(String topic, int partitions, String words) {}

  /** Makes them right, and says of each what was done. */
  List<Outcome> make() {
    return Cluster.ask(settings, this::make);
  }

  private List<Outcome> make(Admin admin) throws ExecutionException, InterruptedException {
    List<TopicState> states = TopicState.of(admin, TopicShape.all(settings));
    int partitions = partitions(states);
    List<Outcome> outcomes = new ArrayList<>();
    Map<String, KafkaFuture<Void>> created = create(admin, states, partitions);
    Map<TopicState, List<Deviation>> corrected = correct(admin, states);
    for (TopicState state : states) {
      String topic = state.shape().name();
      if (state.description().isEmpty()) {
        outcomes.add(new Outcome(topic, partitions, awaitCreated(created.get(topic))));
      } else {
        outcomes.add(
            new Outcome(
                topic,
                state.partitions().orElseThrow(),
                corrected.containsKey(state) ? words(corrected.get(state)) : "was right"));
      }
    }
    awaitSeen(admin);
    return outcomes;
  }

  /** What the controller has decided, the brokers know a moment later. */
  private void awaitSeen(Admin admin) throws ExecutionException, InterruptedException {
    long end = System.nanoTime() + SEEN_WITHIN.toNanos();
    while (System.nanoTime() < end
        && !TopicState.of(admin, TopicShape.all(settings)).stream()
            .allMatch(state -> !state.isMissing() && state.deviations().isEmpty())) {
      Thread.sleep(LOOK_EVERY.toMillis());
    }
  }

  private int partitions(List<TopicState> states) {
    for (Deviation unequal : Survey.unequalPartitions(states)) {
      throw new UserError(
          "At "
              + settings.bootstrapServers()
              + " "
              + unequal
              + ", which cannot be changed because keys would move; begin with topics of another"
              + " --topic-prefix.");
    }
    Optional<TopicState> first =
        states.stream()
            .filter(state -> state.shape().copartitioned() && state.partitions().isPresent())
            .findFirst();
    int partitions =
        wanted
            .partitions()
            .or(() -> first.flatMap(TopicState::partitions))
            .orElse(DEFAULT_PARTITIONS);
    int present = first.flatMap(TopicState::partitions).orElse(partitions);
    if (present != partitions) {
      throw new UserError(
          "At "
              + settings.bootstrapServers()
              + " topic "
              + first.orElseThrow().shape().name()
              + " has "
              + present
              + " partitions, and keys would move if it got "
              + partitions
              + "; say --partitions "
              + present
              + ", or begin with topics of another --topic-prefix.");
    }
    return partitions;
  }

  private Map<String, KafkaFuture<Void>> create(
      Admin admin, List<TopicState> states, int partitions) {
    List<NewTopic> missing = new ArrayList<>();
    for (TopicState state : states) {
      if (state.description().isEmpty()) {
        Map<String, String> config = new HashMap<>(state.shape().config());
        wanted
            .minInsyncReplicas()
            .ifPresent(
                count ->
                    config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, String.valueOf(count)));
        missing.add(
            new NewTopic(state.shape().name(), Optional.of(partitions), wanted.replicationFactor())
                .configs(config));
      }
    }
    return admin.createTopics(missing).values();
  }

  private static String awaitCreated(KafkaFuture<Void> created)
      throws ExecutionException, InterruptedException {
    try {
      created.get();
      return "created";
    } catch (ExecutionException e) {
      // Somebody else may have made it a moment ago.
      if (e.getCause() instanceof TopicExistsException) {
        return "was made meanwhile";
      }
      throw e;
    }
  }

  private Map<TopicState, List<Deviation>> correct(Admin admin, List<TopicState> states)
      throws ExecutionException, InterruptedException {
    Map<TopicState, List<Deviation>> corrections = new HashMap<>();
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    for (TopicState state : states) {
      List<Deviation> deviations = new ArrayList<>(state.deviations());
      minInsyncReplicas(state).ifPresent(deviations::add);
      if (!deviations.isEmpty()) {
        corrections.put(state, deviations);
        changes.put(
            new ConfigResource(ConfigResource.Type.TOPIC, state.shape().name()),
            deviations.stream().map(TopicSetup::correction).toList());
      }
    }
    // All settings of a topic change together: compaction never begins on what is to be kept.
    admin.incrementalAlterConfigs(changes).all().get();
    return corrections;
  }

  private Optional<Deviation> minInsyncReplicas(TopicState state) {
    String setting = TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG;
    Optional<String> actual = state.config().map(config -> config.get(setting));
    return wanted
        .minInsyncReplicas()
        .map(String::valueOf)
        .filter(expected -> actual.isPresent() && !actual.get().equals(expected))
        .map(
            expected ->
                new Deviation(state.shape().name(), setting, actual.orElseThrow(), expected));
  }

  private static AlterConfigOp correction(Deviation deviation) {
    return new AlterConfigOp(
        new ConfigEntry(deviation.setting(), deviation.expected()), AlterConfigOp.OpType.SET);
  }

  private static String words(List<Deviation> corrected) {
    return corrected.stream()
        .map(
            deviation ->
                deviation.setting()
                    + " corrected from "
                    + deviation.value()
                    + " to "
                    + deviation.expected())
        .collect(Collectors.joining("; "));
  }
}
