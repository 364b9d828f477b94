package electionnight.preflight;

import electionnight.wire.App;
import electionnight.wire.KafkaSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;

/**
 * The cluster that is looked at.
 *
 * @param brokers those that are alive, by their ids
 * @param as the app that the present principal is to be; empty for none in particular
 * @param sessionTimeout what streams-app is to be given
 */
record Patient(
    Admin admin,
    KafkaSettings settings,
    Map<Integer, Node> brokers,
    Optional<App> as,
    Duration sessionTimeout) {

  /** The settings of each broker, by its id. Each is asked itself, so it has to answer itself. */
  Map<Integer, KafkaFuture<Config>> brokerConfigs() {
    Map<ConfigResource, KafkaFuture<Config>> asked =
        admin.describeConfigs(brokers.keySet().stream().map(Patient::resource).toList()).values();
    Map<Integer, KafkaFuture<Config>> configs = new TreeMap<>();
    brokers.keySet().forEach(broker -> configs.put(broker, asked.get(resource(broker))));
    return configs;
  }

  private static ConfigResource resource(int broker) {
    return new ConfigResource(ConfigResource.Type.BROKER, String.valueOf(broker));
  }

  static String words(Collection<Node> nodes) {
    return String.join(
        ", ",
        nodes.stream()
            .map(node -> node.id() + " (" + node.host() + ":" + node.port() + ")")
            .toList());
  }
}
