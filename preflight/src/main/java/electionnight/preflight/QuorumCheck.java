package electionnight.preflight;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    List<Integer> silent =
        quorum.voters().stream()
            .filter(voter -> voter.replicaId() != quorum.leaderId())
            .filter(QuorumCheck::isSilent)
            .map(ReplicaState::replicaId)
            .toList();
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

  private static boolean isSilent(ReplicaState voter) {
    long fetched = voter.lastFetchTimestamp().orElse(0);
    return System.currentTimeMillis() - fetched > LONGEST_SILENCE.toMillis();
  }
}
