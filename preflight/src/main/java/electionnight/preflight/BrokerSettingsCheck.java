package electionnight.preflight;

import electionnight.wire.KafkaSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TimeoutException;

/** Whether each broker that answers allows what the apps ask for. */
final class BrokerSettingsCheck implements Check {
  private static final String MIN_SESSION = "group.min.session.timeout.ms";
  private static final String MAX_SESSION = "group.max.session.timeout.ms";
  private static final String ABANDONED =
      "transaction.abort.timed.out.transaction.cleanup.interval.ms";
  private static final long SOON_MS = 1_000;
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
                has(config, MIN_SESSION, least -> least > sessionTimeout)
                    || has(config, MAX_SESSION, most -> most < sessionTimeout)),
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
        where(configs, config -> has(config, ABANDONED, every -> every > SOON_MS)),
        brokers ->
            Finding.warn(
                name(),
                brokers + " looks for transactions that timed out less often than every second",
                "Lower its "
                    + ABANDONED
                    + " to 1000, or nights are silent for as long as that after an instance of"
                    + " streams-app died."));
    add(
        findings,
        where(
            configs,
            config -> has(config, MAX_REQUEST, most -> most < 2L * KafkaSettings.MAX_RECORD_BYTES)),
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
        where(
            configs,
            config -> value(config, AUTO_CREATE).filter(Boolean::parseBoolean).isPresent()),
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
    Map<Integer, Config> configs = new TreeMap<>();
    for (Map.Entry<Integer, KafkaFuture<Config>> asked : patient.brokerConfigs().entrySet()) {
      try {
        configs.put(asked.getKey(), asked.getValue().get());
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

  private static boolean has(Config config, String setting, LongPredicate wrong) {
    return value(config, setting).stream().mapToLong(Long::parseLong).anyMatch(wrong);
  }

  /** Empty where the broker does not tell it, as those of some providers do. */
  private static Optional<String> value(Config config, String setting) {
    return Optional.ofNullable(config.get(setting)).map(ConfigEntry::value);
  }
}
