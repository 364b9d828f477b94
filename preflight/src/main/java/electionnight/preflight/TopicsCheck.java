package electionnight.preflight;

import electionnight.cli.Cluster;
import electionnight.cli.Survey;
import electionnight.cli.TopicState;
import electionnight.wire.TopicShape;
import electionnight.wire.TopicShape.Deviation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/** Whether every topic of a night is there and has the right shape. */
final class TopicsCheck implements Check {
  @Override
  public String name() {
    return "topics";
  }

  @Override
  public List<Finding> look(Patient patient) throws ExecutionException, InterruptedException {
    List<TopicState> topics = TopicState.of(patient.admin(), TopicShape.all(patient.settings()));
    String create = "Run '" + Cluster.topicsCreate(patient.settings()) + "'.";
    List<Finding> findings = new ArrayList<>();
    String missing = names(topics.stream().filter(TopicState::isMissing).toList());
    if (!missing.isEmpty()) {
      findings.add(Finding.fail(name(), "there is no topic " + missing, create));
    }
    String hidden =
        names(
            topics.stream()
                .filter(topic -> !topic.isMissing() && topic.config().isEmpty())
                .toList());
    if (!hidden.isEmpty()) {
      findings.add(
          Finding.warn(
              name(),
              "this principal may not see " + hidden,
              "Run the doctor as somebody who may."));
    }
    for (TopicState topic : topics) {
      for (Deviation deviation : topic.deviations()) {
        findings.add(Finding.fail(name(), deviation.toString(), create));
      }
    }
    findings.addAll(partitions(topics));
    if (findings.isEmpty()) {
      findings.add(
          Finding.ok(name(), "all " + topics.size() + " are there and have the right shape"));
    }
    return findings;
  }

  private List<Finding> partitions(List<TopicState> topics) {
    List<Finding> findings = new ArrayList<>();
    for (Deviation unequal : Survey.unequalPartitions(topics)) {
      findings.add(
          Finding.fail(
              name(),
              unequal.toString(),
              "Keys would move if it were changed; begin with topics of another --topic-prefix."));
    }
    Set<Integer> counts =
        topics.stream().flatMap(topic -> topic.partitions().stream()).collect(Collectors.toSet());
    if (findings.isEmpty() && counts.size() > 1) {
      findings.add(
          Finding.warn(
              name(),
              "the topics have " + counts + " partitions",
              "It works, but one number for all is easier to run."));
    }
    return findings;
  }

  private static String names(List<TopicState> topics) {
    return topics.stream().map(topic -> topic.shape().name()).collect(Collectors.joining(", "));
  }
}
