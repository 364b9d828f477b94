package electionnight.preflight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.clients.admin.QuorumInfo.ReplicaState;

/** Whether the controllers keep up with their leader, and one of them may fail. */
final class QuorumCheck implements Check {
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(10);

  @Override
  public String name() {
    return "controller quorum";
  }

  @Override
  public List<Finding> look(Patient patient) throws ExecutionException, InterruptedException {
    QuorumInfo quorum = patient.admin().describeMetadataQuorum().quorumInfo().get();
    List<Finding> findings = new ArrayList<>();
    List<Integer> silent = silent(lastFetches(quorum));
    if (!silent.isEmpty()) {
      findings.add(
          Finding.fail(
              name(),
              "controller " + silent + " does not follow the leader " + quorum.leaderId(),
              "Start it; without a majority of controllers nothing can be elected."));
    }
    int voters = quorum.voters().size();
    if (voters < 3) {
      findings.add(
          Finding.warn(
              name(),
              voters == 1 ? "1 controller" : voters + " controllers",
              "None may fail; a night that matters has 3."));
    }
    if (findings.isEmpty()) {
      findings.add(
          Finding.ok(name(), voters + " controllers follow the leader " + quorum.leaderId()));
    }
    return findings;
  }

  /** When each controller asked the leader last, by the clock of the leader. */
  private static Map<Integer, Long> lastFetches(QuorumInfo quorum) {
    Map<Integer, Long> fetches = new TreeMap<>();
    for (ReplicaState voter : quorum.voters()) {
      fetches.put(voter.replicaId(), voter.lastFetchTimestamp().orElse(0));
    }
    return fetches;
  }

  /** Those that have not asked for long. The leader itself counts as having asked just now. */
  static List<Integer> silent(Map<Integer, Long> lastFetches) {
    long now = Collections.max(lastFetches.values());
    return lastFetches.entrySet().stream()
        .filter(fetch -> now - fetch.getValue() > LONGEST_SILENCE.toMillis())
        .map(Map.Entry::getKey)
        .toList();
  }
}
