package electionnight.preflight;

import electionnight.wire.KafkaSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;

/** Whether each broker allows what the apps ask for. */
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
    Map<ConfigResource, Config> configs =
        patient
            .admin()
            .describeConfigs(
                patient.brokers().keySet().stream().map(BrokersCheck::resource).toList())
            .all()
            .get();
    List<Finding> findings = new ArrayList<>();
    configs.forEach(
        (broker, config) ->
            findings.addAll(of(broker.name(), config, patient.sessionTimeout().toMillis())));
    return findings.isEmpty()
        ? List.of(Finding.ok(name(), "session timeout and record size are allowed"))
        : findings;
  }

  private List<Finding> of(String broker, Config config, long sessionTimeout) {
    List<Finding> findings = new ArrayList<>();
    if (number(config, MIN_SESSION) > sessionTimeout
        || number(config, MAX_SESSION) < sessionTimeout) {
      findings.add(
          Finding.fail(
              name(),
              "broker "
                  + broker
                  + " allows session timeouts from "
                  + number(config, MIN_SESSION)
                  + " to "
                  + number(config, MAX_SESSION)
                  + " ms, and streams-app asks for "
                  + sessionTimeout,
              "Change its " + MIN_SESSION + ", or start streams-app with --session-timeout."));
    }
    if (number(config, MAX_REQUEST) < 2L * KafkaSettings.MAX_RECORD_BYTES) {
      findings.add(
          Finding.fail(
              name(),
              "broker "
                  + broker
                  + " takes no request above "
                  + number(config, MAX_REQUEST)
                  + " bytes",
              "A record may have "
                  + KafkaSettings.MAX_RECORD_BYTES
                  + " bytes; raise its "
                  + MAX_REQUEST
                  + "."));
    }
    if (Boolean.parseBoolean(config.get(AUTO_CREATE).value())) {
      findings.add(
          Finding.warn(
              name(),
              "broker " + broker + " makes every topic that is asked for",
              "Set "
                  + AUTO_CREATE
                  + "=false, or a mistyped name makes a topic of the wrong shape."));
    }
    return findings;
  }

  private static long number(Config config, String setting) {
    return Long.parseLong(config.get(setting).value());
  }
}
