package electionnight.cli;

import electionnight.wire.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** Asks a cluster which rights the principal has, by what it answers and not by its rules. */
final class RightsQuestion {
  /** Names what nobody else uses: a group, its member, a transactional id. */
  private static final String NOBODY = "preflight";

  private final Admin admin;
  private final Map<String, TopicState> topics = new TreeMap<>();

  RightsQuestion(Admin admin, List<TopicState> topics) {
    this.admin = admin;
    topics.forEach(topic -> this.topics.put(topic.shape().name(), topic));
  }

  /** Those of the rights that the principal does not have, in their order. */
  List<Right> missing(List<Right> rights) throws ExecutionException, InterruptedException {
    List<Answer> answers = rights.stream().map(this::ask).toList();
    List<Right> missing = new ArrayList<>();
    for (Answer answer : answers) {
      if (!answer.isGranted()) {
        missing.add(answer.right());
      }
    }
    return missing;
  }

  private Answer ask(Right right) {
    return new Answer(
        right,
        switch (right.type()) {
          case TOPIC -> topic(right);
          case GROUP -> group(right);
          case TRANSACTIONAL_ID -> admin.fenceProducers(List.of(name(right))).all();
          default -> throw new IllegalArgumentException("no app has " + right);
        });
  }

  private KafkaFuture<?> topic(Right right) {
    return KafkaFuture.completedFuture(topics.get(right.name()).allows(right.operation()));
  }

  private KafkaFuture<?> group(Right right) {
    if (right.operation() == AclOperation.DESCRIBE) {
      return admin.describeConsumerGroups(List.of(name(right))).all();
    }
    // Nobody leaves, because there is no such member; but only who may read the group is told so.
    return admin
        .removeMembersFromConsumerGroup(
            name(right),
            new RemoveMembersFromConsumerGroupOptions(Set.of(new MemberToRemove(NOBODY))))
        .all();
  }

  private static String name(Right right) {
    return right.pattern() == PatternType.PREFIXED ? right.name() + NOBODY : right.name();
  }

  private record Answer(Right right, KafkaFuture<?> outcome) {
    boolean isGranted() throws ExecutionException, InterruptedException {
      try {
        return !Boolean.FALSE.equals(outcome.get());
      } catch (ExecutionException e) {
        if (causedBy(e, AuthorizationException.class)) {
          return false;
        }
        if (causedBy(e, TimeoutException.class) && right.type() != ResourceType.TOPIC) {
          throw new UserError(
              "Kafka answers, but nobody there keeps its "
                  + (right.type() == ResourceType.GROUP ? "groups" : "transactions")
                  + " yet; where that stays so, 'election-night doctor' says more.",
              e);
        }
        if (causedBy(e, ApiException.class) && !causedBy(e, RetriableException.class)) {
          return true;
        }
        throw e;
      }
    }

    private static boolean causedBy(Throwable failure, Class<?> kind) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (kind.isInstance(cause)) {
          return true;
        }
      }
      return false;
    }
  }
}
