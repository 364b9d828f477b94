package electionnight.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;

/** Whether each broker answers at the address that it tells clients. */
final class BrokersCheck implements Check {
  @Override
  public String name() {
    return "brokers";
  }

  @Override
  public List<Finding> look(Patient patient) throws InterruptedException {
    List<Node> silent = new ArrayList<>();
    // Each is asked about itself, so it has to answer itself.
    Map<ConfigResource, KafkaFuture<Config>> asked =
        patient
            .admin()
            .describeConfigs(
                patient.brokers().keySet().stream().map(BrokersCheck::resource).toList())
            .values();
    for (Node broker : patient.brokers().values()) {
      try {
        asked.get(resource(broker.id())).get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof AuthorizationException)) {
          silent.add(broker);
        }
      }
    }
    if (!silent.isEmpty()) {
      return List.of(
          Finding.fail(
              name(),
              "no answer from broker " + Patient.words(silent),
              "Start it, or correct its advertised.listeners: this machine has to reach it there."));
    }
    return List.of(Finding.ok(name(), "all answer: " + Patient.words(patient.brokers().values())));
  }

  static ConfigResource resource(int broker) {
    return new ConfigResource(ConfigResource.Type.BROKER, String.valueOf(broker));
  }
}
