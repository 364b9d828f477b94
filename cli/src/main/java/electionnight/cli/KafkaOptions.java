package electionnight.cli;

import electionnight.wire.KafkaSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import picocli.CommandLine.Option;

/** The options by which every app finds its cluster. */
public final class KafkaOptions {
  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description =
          "The Kafka cluster (default: localhost:9092; the quickstart starts a broker of its own).")
  private String bootstrapServers;

  @Option(
      names = "--topic-prefix",
      paramLabel = "PREFIX",
      defaultValue = "",
      description = "In front of every topic name and application id (default: none).")
  private String topicPrefix;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description = "A properties file passed to every Kafka client.")
  private Path configFile;

  @Option(
      names = "--kafka-property",
      paramLabel = "KEY=VALUE",
      description = "A property passed to every Kafka client; wins over the file.")
  private Map<String, String> properties = Map.of();

  /** Whether a cluster was named. */
  public boolean isNamed() {
    return bootstrapServers != null;
  }

  /**
   * The cluster as these options name it, else {@code localhost:9092}.
   *
   * @throws UserError when the properties file cannot be read
   */
  public KafkaSettings settings() {
    return settings(isNamed() ? bootstrapServers : "localhost:9092");
  }

  /**
   * Another cluster, spoken to as these options say.
   *
   * @throws UserError when the properties file cannot be read
   */
  public KafkaSettings settings(String otherServers) {
    Map<String, String> all = new HashMap<>();
    if (configFile != null) {
      Properties file = new Properties();
      try (Reader reader = Files.newBufferedReader(configFile)) {
        file.load(reader);
      } catch (IOException e) {
        throw new UserError("The Kafka properties file " + configFile + " cannot be read.", e);
      }
      file.forEach((key, value) -> all.put(key.toString(), value.toString()));
    }
    all.putAll(properties);
    return new KafkaSettings(otherServers, topicPrefix, all);
  }
}
