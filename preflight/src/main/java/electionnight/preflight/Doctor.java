package electionnight.preflight;

import electionnight.cli.Cluster;
import electionnight.cli.Listener;
import electionnight.cli.UserError;
import electionnight.wire.App;
import electionnight.wire.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Runs every check, whatever another one found, and is done within half a minute. */
final class Doctor {
  private static final String SEE_LOGS = "See the brokers' logs.";
  private static final String ANSWERED_WITHIN_MS = "4000";

  /** Later no check is begun: two answers more that do not come fit into half a minute. */
  private static final Duration BEGIN_WITHIN = Duration.ofSeconds(20);

  private static final List<Check> CHECKS =
      List.of(
          new BrokersCheck(),
          new QuorumCheck(),
          new FeaturesCheck(),
          new BrokerSettingsCheck(),
          new TopicsCheck(),
          new ReplicationCheck(),
          new RightsCheck(),
          new ClockCheck(),
          new CertificateCheck());

  private final KafkaSettings settings;
  private final Optional<App> as;
  private final Duration sessionTimeout;

  Doctor(KafkaSettings settings, Optional<App> as, Duration sessionTimeout) {
    this.settings = settings;
    this.as = as;
    this.sessionTimeout = sessionTimeout;
  }

  List<Finding> examine() throws InterruptedException {
    try {
      Listener.requireKafka(settings);
    } catch (UserError e) {
      return List.of(unreachable(e));
    }
    Map<String, Object> config = new HashMap<>(settings.admin());
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWERED_WITHIN_MS);
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWERED_WITHIN_MS);
    try (Admin admin = Admin.create(config)) {
      Map<Integer, Node> brokers = new TreeMap<>();
      admin.describeCluster().nodes().get().forEach(node -> brokers.put(node.id(), node));
      return examine(new Patient(admin, settings, brokers, as, sessionTimeout));
    } catch (ExecutionException e) {
      return List.of(unreachable(Cluster.refused(settings, e.getCause())));
    } catch (KafkaException e) {
      return List.of(unreachable(Cluster.refused(settings, e)));
    }
  }

  private static Finding unreachable(UserError mistake) {
    return Finding.fail("reachable", mistake.getMessage(), "Nothing else was looked at.");
  }

  private static List<Finding> examine(Patient patient) throws InterruptedException {
    long begun = System.nanoTime();
    List<Finding> findings = new ArrayList<>();
    for (Check check : CHECKS) {
      if (System.nanoTime() - begun > BEGIN_WITHIN.toNanos()) {
        findings.add(
            Finding.fail(
                check.name(),
                "was not looked at, because Kafka answers too slowly",
                "Mend what is above, then run the doctor again."));
      } else {
        findings.addAll(look(check, patient));
      }
    }
    return findings;
  }

  private static List<Finding> look(Check check, Patient patient) throws InterruptedException {
    try {
      return check.look(patient);
    } catch (UserError e) {
      return List.of(Finding.fail(check.name(), e.getMessage(), SEE_LOGS));
    } catch (ExecutionException e) {
      return List.of(notSeen(check, e.getCause()));
    } catch (KafkaException e) {
      return List.of(notSeen(check, e));
    }
  }

  private static Finding notSeen(Check check, Throwable failure) {
    if (failure instanceof AuthorizationException) {
      return Finding.warn(
          check.name(),
          "was not looked at: " + failure.getMessage(),
          "Run the doctor as somebody who may describe the cluster and its topics.");
    }
    return Finding.fail(
        check.name(),
        failure instanceof TimeoutException
            ? "Kafka did not answer in time: " + failure.getMessage()
            : "could not be looked at: " + failure,
        SEE_LOGS);
  }
}
