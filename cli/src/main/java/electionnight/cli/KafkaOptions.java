package electionnight.cli;

import electionnight.wire.KafkaSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Option;

/** The options by which every app finds its cluster. */
public final class KafkaOptions {
  static final String PROPERTY = "--kafka-property";

  // Read here and by nobody else: what it holds may be a secret, and several properties.
  private static final String PROPERTY_VARIABLE = "ELECTION_NIGHT_KAFKA_PROPERTY";

  private final UnaryOperator<String> environment;

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
      description = "A properties file passed to every Kafka client; may hold secrets.")
  private Path configFile;

  @Option(
      names = PROPERTY,
      paramLabel = "KEY=VALUE",
      description =
          "A property passed to every Kafka client, no secret; wins over the file, and over the"
              + " environment variable "
              + PROPERTY_VARIABLE
              + ", which may hold several, one on a line.")
  private Map<String, String> properties = Map.of();

  public KafkaOptions() {
    this(System::getenv);
  }

  KafkaOptions(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  /** Whether a cluster was named. */
  public boolean isNamed() {
    return bootstrapServers != null;
  }

  /**
   * The cluster as these options name it, else {@code localhost:9092}.
   *
   * @throws UserError when the properties cannot be read, or one is a secret that others can see
   */
  public KafkaSettings settings() {
    return settings(isNamed() ? bootstrapServers : "localhost:9092");
  }

  /**
   * Another cluster, spoken to as these options say.
   *
   * @throws UserError when the properties cannot be read, or one is a secret that others can see
   */
  public KafkaSettings settings(String otherServers) {
    refuseSecrets();
    Map<String, String> all = new HashMap<>();
    if (configFile != null) {
      all.putAll(KafkaProperties.in(configFile));
    }
    String text = environment.apply(PROPERTY_VARIABLE);
    if (text != null) {
      all.putAll(KafkaProperties.in(text, PROPERTY_VARIABLE));
    }
    all.putAll(properties);
    return new KafkaSettings(otherServers, topicPrefix, KafkaProperties.resolved(all));
  }

  /** Everybody on a machine can see the command lines of what runs there. */
  private void refuseSecrets() {
    for (String name : properties.keySet()) {
      if (KafkaProperties.isSecret(name)) {
        throw UserError.wrongOption(
            name
                + " is a secret and not for the command line; put it into a file for"
                + " --kafka-config, or into "
                + PROPERTY_VARIABLE,
            null);
      }
    }
  }
}
