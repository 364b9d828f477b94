package electionnight.quickstart;

import electionnight.cli.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real Kafka broker and its controller in this process, on loopback ports that were free. Its
 * folder survives a restart and a kill.
 */
final class EmbeddedBroker implements AutoCloseable {
  private static final int NODE_ID = 1;
  private static final String CONTROLLER = "CONTROLLER";

  private final KafkaRaftServer server;
  private final String bootstrapServers;

  private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers) {
    this.server = server;
    this.bootstrapServers = bootstrapServers;
  }

  /**
   * Starts a broker on a folder, formatting it where it is new.
   *
   * @throws UserError when the folder is in use or cannot be used
   * @throws InterruptedException when told to stop meanwhile; the broker is stopped again first
   */
  static EmbeddedBroker start(Path folder) throws InterruptedException {
    return start(folder, Map.of());
  }

  /**
   * The same, with properties that win over its own.
   *
   * @param properties of the broker, such as who may do what
   */
  static EmbeddedBroker start(Path folder, Map<String, String> properties)
      throws InterruptedException {
    // On a thread of its own, because Kafka halts the process when its start is interrupted.
    CompletableFuture<EmbeddedBroker> starting =
        CompletableFuture.supplyAsync(
            () -> startHere(folder, properties), task -> new Thread(task, "broker-start").start());
    try {
      return starting.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UserError mistake
          ? mistake
          : new IllegalStateException("the broker cannot be started", e.getCause());
    } catch (InterruptedException e) {
      starting.thenAccept(EmbeddedBroker::close).exceptionally(failure -> null).join();
      throw e;
    }
  }

  private static EmbeddedBroker startHere(Path folder, Map<String, String> more) {
    try {
      int controllerPort = freePort();
      int brokerPort = freePort();
      if (!Files.exists(folder.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
        format(folder);
      }
      Map<String, Object> properties =
          new HashMap<>(properties(folder, brokerPort, controllerPort));
      if (KilledBroker.wasIn(folder)) {
        KilledBroker.fence(properties);
      }
      properties.putAll(more);
      KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
      server.startup();
      return new EmbeddedBroker(server, "127.0.0.1:" + brokerPort);
    } catch (KafkaException e) {
      throw new UserError(
          "The data folder " + folder + " is in use by another run, or damaged: " + e.getMessage(),
          e);
    } catch (Exception e) {
      throw new UserError("The data folder " + folder + " cannot be used: " + e.getMessage(), e);
    }
  }

  String bootstrapServers() {
    return bootstrapServers;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path folder) throws Exception {
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setNodeId(NODE_ID)
        .setClusterId(Uuid.randomUuid().toString())
        .setDirectories(List.of(folder.toString()))
        .setMetadataLogDirectory(folder.toString())
        .setControllerListenerName(CONTROLLER)
        .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
        .run();
  }

  private static Map<String, Object> properties(Path folder, int brokerPort, int controllerPort) {
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", String.valueOf(NODE_ID)),
        Map.entry("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort),
        Map.entry(
            "listeners",
            "PLAINTEXT://127.0.0.1:" + brokerPort + ",CONTROLLER://127.0.0.1:" + controllerPort),
        Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + brokerPort),
        Map.entry("controller.listener.names", CONTROLLER),
        Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
        Map.entry("log.dirs", folder.toString()),
        Map.entry("auto.create.topics.enable", "false"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "3"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "3"),
        Map.entry("share.coordinator.state.topic.replication.factor", "1"),
        Map.entry("share.coordinator.state.topic.min.isr", "1"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        Map.entry("group.min.session.timeout.ms", "1000"),
        Map.entry("add.partitions.to.txn.retry.backoff.ms", "1"),
        Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500"),
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "4"),
        Map.entry("log.index.size.max.bytes", "1048576"),
        Map.entry("log.cleaner.dedupe.buffer.size", "4194304"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
