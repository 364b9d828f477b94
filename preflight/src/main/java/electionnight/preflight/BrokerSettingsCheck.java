package electionnight.preflight;

import electionnight.wire.KafkaSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;

/** Whether each broker that answers allows what the apps ask for. */
final class BrokerSettingsCheck implements Check {
  private static final String MIN_SESSION = "group.min.session.timeout.ms";
  private static final String MAX_SESSION = "group.max.session.timeout.ms";
  private static final String MAX_REQUEST = "socket.request.max.bytes";
  private static final String AUTO_CREATE = "auto.create.topics.enable";

  @Override
  public String name() {
    return "broker settings";
  }

  @Override
  public List<Finding> look(Patient patient) throws ExecutionException, InterruptedException {
    Map<Integer, Config> configs = configs(patient);
    List<Finding> findings = new ArrayList<>();
    long sessionTimeout = patient.sessionTimeout().toMillis();
    add(
        findings,
        where(
            configs,
            config ->
                number(config, MIN_SESSION) > sessionTimeout
                    || number(config, MAX_SESSION) < sessionTimeout),
        brokers ->
            Finding.fail(
                name(),
                brokers + " does not allow the session timeout of streams-app, " + sessionTimeout,
                "Change its "
                    + MIN_SESSION
                    + " and "
                    + MAX_SESSION
                    + ", or start streams-app with another --session-timeout."));
    add(
        findings,
        where(configs, config -> number(config, MAX_REQUEST) < 2L * KafkaSettings.MAX_RECORD_BYTES),
        brokers ->
            Finding.fail(
                name(),
                brokers + " takes no request with the largest record",
                "A record may have "
                    + KafkaSettings.MAX_RECORD_BYTES
                    + " bytes; raise its "
                    + MAX_REQUEST
                    + " to twice that."));
    add(
        findings,
        where(configs, config -> Boolean.parseBoolean(config.get(AUTO_CREATE).value())),
        brokers ->
            Finding.warn(
                name(),
                brokers + " makes every topic that is asked for",
                "Set "
                    + AUTO_CREATE
                    + "=false, or a mistyped name makes a topic of the wrong shape."));
    return findings.isEmpty()
        ? List.of(Finding.ok(name(), "session timeout and record size are allowed"))
        : findings;
  }

  /** Of those that answer; who does not is told of by {@link BrokersCheck}. */
  private static Map<Integer, Config> configs(Patient patient)
      throws ExecutionException, InterruptedException {
    Map<ConfigResource, KafkaFuture<Config>> asked =
        patient
            .admin()
            .describeConfigs(
                patient.brokers().keySet().stream().map(BrokersCheck::resource).toList())
            .values();
    Map<Integer, Config> configs = new TreeMap<>();
    for (int broker : patient.brokers().keySet()) {
      try {
        configs.put(broker, asked.get(BrokersCheck.resource(broker)).get());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TimeoutException)) {
          throw e;
        }
      }
    }
    return configs;
  }

  private static String where(Map<Integer, Config> configs, Predicate<Config> wrong) {
    return configs.entrySet().stream()
        .filter(broker -> wrong.test(broker.getValue()))
        .map(broker -> "broker " + broker.getKey())
        .collect(Collectors.joining(", "));
  }

  private static void add(
      List<Finding> findings, String brokers, Function<String, Finding> finding) {
    if (!brokers.isEmpty()) {
      findings.add(finding.apply(brokers));
    }
  }

  private static long number(Config config, String setting) {
    return Long.parseLong(config.get(setting).value());
  }
}
