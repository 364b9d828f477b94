package electionnight.preflight;

import electionnight.wire.App;
import electionnight.wire.KafkaSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;

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

  static String words(Collection<Node> nodes) {
    return String.join(
        ", ",
        nodes.stream()
            .map(node -> node.id() + " (" + node.host() + ":" + node.port() + ")")
            .toList());
  }
}
