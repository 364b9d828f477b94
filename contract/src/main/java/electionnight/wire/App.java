package electionnight.wire;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Who speaks to the cluster: a program, or people with theirs. Each has a principal of its own with
 * {@link #rights} to what it does and nothing else; nobody here makes or alters a topic.
 */
public enum App {
  /** Publishes reference data and declarations, and keeps what it cannot read in rejected. */
  PRODUCER {
    @Override
    List<Right> ofItsOwn(KafkaSettings settings) {
      return checked(WRITE, settings, Topic.SEATS, Topic.DECLARATIONS, Topic.REJECTED);
    }
  },
  /** Folds, exactly once. */
  STREAMS_APP {
    @Override
    List<Right> ofItsOwn(KafkaSettings settings) {
      List<Right> rights = new ArrayList<>();
      rights.addAll(checked(READ, settings, Topic.SEATS, Topic.DECLARATIONS));
      rights.addAll(
          checked(
              WRITE,
              settings,
              Topic.UPDATES,
              Topic.RESULTS,
              Topic.SCOREBOARD,
              Topic.ALERTS,
              Topic.REJECTED));
      for (Changelog changelog : Changelog.values()) {
        for (AclOperation operation : List.of(READ, WRITE, DESCRIBE_CONFIGS)) {
          rights.add(Right.onTopic(changelog.name(settings), operation));
        }
      }
      rights.add(Right.onGroup(settings.applicationId(), READ));
      rights.add(Right.onTransactionalIds(settings.applicationId() + "-", WRITE));
      return rights;
    }
  },
  /** Shows nights, as a member of no group. */
  CONSUMER_DASHBOARD {
    @Override
    List<Right> ofItsOwn(KafkaSettings settings) {
      return checked(READ, settings, Topic.SEATS, Topic.UPDATES);
    }
  },
  /** Delivers alerts, with a group for each endpoint. */
  WEBHOOKS {
    @Override
    List<Right> ofItsOwn(KafkaSettings settings) {
      return and(
          checked(READ, settings, Topic.ALERTS), Right.onGroups(settings.webhooksGroups(), READ));
    }
  },
  /** Reads everything, with groups of its own, and verifies it. */
  NEWSROOM {
    @Override
    List<Right> ofItsOwn(KafkaSettings settings) {
      List<Right> topics =
          Arrays.stream(Topic.values()).map(topic -> Right.toRead(topic, settings)).toList();
      return and(
          topics,
          Right.toSeeProgress(settings),
          Right.onGroups(settings.topicPrefix() + "newsroom-", READ));
    }
  },
  /** Decides: confirms results, holds seats, stops alerts. */
  NEWS_DESK {
    @Override
    List<Right> ofItsOwn(KafkaSettings settings) {
      return checked(WRITE, settings, Topic.DECLARATIONS);
    }
  };

  abstract List<Right> ofItsOwn(KafkaSettings settings);

  /** The name as people write it, such as {@code streams-app}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The app of that name; empty when there is none. */
  public static Optional<App> of(String id) {
    return Arrays.stream(values()).filter(app -> app.id().equals(id)).findFirst();
  }

  /** What it has to be allowed on that cluster, and nothing more. */
  public List<Right> rights(KafkaSettings settings) {
    return List.copyOf(ofItsOwn(settings));
  }

  /** The topics it has to do with. */
  public List<TopicShape> topics(KafkaSettings settings) {
    Set<String> names =
        Set.copyOf(
            rights(settings).stream()
                .filter(right -> right.type() == ResourceType.TOPIC)
                .map(Right::name)
                .distinct()
                .toList());
    return TopicShape.all(settings).stream().filter(shape -> names.contains(shape.name())).toList();
  }

  /** To do something with topics whose shape the app checks when it starts. */
  private static List<Right> checked(
      AclOperation operation, KafkaSettings settings, Topic... topics) {
    return Arrays.stream(topics)
        .map(settings::topic)
        .flatMap(
            name ->
                Stream.of(Right.onTopic(name, operation), Right.onTopic(name, DESCRIBE_CONFIGS)))
        .toList();
  }

  private static List<Right> and(List<Right> rights, Right... others) {
    return Stream.concat(rights.stream(), Arrays.stream(others)).toList();
  }
}
