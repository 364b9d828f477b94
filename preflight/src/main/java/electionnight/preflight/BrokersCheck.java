package electionnight.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
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
    for (Map.Entry<Integer, KafkaFuture<Config>> asked : patient.brokerConfigs().entrySet()) {
      try {
        asked.getValue().get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof AuthorizationException)) {
          silent.add(patient.brokers().get(asked.getKey()));
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
}
