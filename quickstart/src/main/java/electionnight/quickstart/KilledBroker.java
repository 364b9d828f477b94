package electionnight.quickstart;

import electionnight.cli.UserError;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.internals.Topic;
import org.apache.kafka.common.utils.Time;

/**
 * What a broker that was killed left behind: its controller takes it for alive.
 *
 * <p>The next one in its folder would wait until the controller misses the heartbeats, some nine
 * seconds, and lose all its leaderships then. In that moment Kafka 4.3 leaves out the markers of a
 * transaction that was about to end: it counts as ended, stays open in the logs, and nobody who
 * reads what is committed ever gets past it.
 */
final class KilledBroker {
  private static final Duration FENCED_WITHIN = Duration.ofSeconds(20);

  /** Kafka's own mark. */
  private static final String CLOSED_WELL = ".kafka_cleanshutdown";

  private static final String HEARTBEATS_MISSED_AFTER_MS = "100";

  private KilledBroker() {}

  /** Whether the folder's last broker had transactions to care for and did not close its logs. */
  static boolean wasIn(Path folder) {
    return Files.exists(folder.resolve(Topic.TRANSACTION_STATE_TOPIC_NAME + "-0"))
        && !Files.exists(folder.resolve(CLOSED_WELL));
  }

  /**
   * Runs the controller alone until it has taken the killed broker off.
   *
   * @param broker the properties with which the broker is started next
   * @throws UserError when the controller does not
   */
  static void fence(Map<String, Object> broker) throws Exception {
    String listener = (String) broker.get("controller.listener.names");
    String voter = (String) broker.get("controller.quorum.voters");
    Map<String, Object> controller = new HashMap<>(broker);
    controller.put("process.roles", "controller");
    controller.put("listeners", listener + "://" + voter.substring(voter.indexOf('@') + 1));
    controller.remove("advertised.listeners");
    controller.put("broker.session.timeout.ms", HEARTBEATS_MISSED_AFTER_MS);
    KafkaRaftServer alone = new KafkaRaftServer(new KafkaConfig(controller, false), Time.SYSTEM);
    alone.startup();
    try {
      MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
      ObjectName fenced =
          new ObjectName("kafka.controller:type=KafkaController,name=FencedBrokerCount");
      Poll.until(
          FENCED_WITHIN,
          "the controller takes off the broker that was killed",
          () -> Integer.valueOf(1).equals(beans.getAttribute(fenced, "Value")));
    } finally {
      alone.shutdown();
      alone.awaitShutdown();
    }
  }
}
