package electionnight.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/** Reads Kafka properties, and never tells their values: many are secrets. */
final class KafkaProperties {
  private static final Pattern SECRET_NAME =
      Pattern.compile("(?i).*(password|passphrase|secret)(?!s).*|(.*[._])?token");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([a-zA-Z0-9_-]+):[^}]*}");
  private static final List<String> KAFKAS_PROVIDERS = List.of("file", "dir", "env");
  private static final String PROVIDERS = AbstractConfig.CONFIG_PROVIDERS_CONFIG;

  private KafkaProperties() {}

  /**
   * Those of a properties file.
   *
   * @throws UserError when it cannot be read
   */
  static Map<String, String> in(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      return read(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError("The Kafka properties file " + file + " cannot be read.", e);
    }
  }

  /**
   * Those of a text, written as in a file, one on a line.
   *
   * @param origin what it is called in a sentence
   * @throws UserError when it cannot be read
   */
  static Map<String, String> in(String text, String origin) {
    try {
      return read(new StringReader(text));
    } catch (IOException | IllegalArgumentException e) {
      throw new UserError(origin + " cannot be read, expected KEY=VALUE on each line.", e);
    }
  }

  private static Map<String, String> read(Reader reader) throws IOException {
    Properties properties = new Properties();
    properties.load(reader);
    Map<String, String> all = new HashMap<>();
    properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
    return all;
  }

  /** Whether a property's value is nobody's business, as Kafka or its name says. */
  static boolean isSecret(String name) {
    return SECRET_NAME.matcher(name).matches()
        || isPassword(name, AdminClientConfig.configDef())
        || isPassword(name, ProducerConfig.configDef())
        || isPassword(name, ConsumerConfig.configDef());
  }

  private static boolean isPassword(String name, ConfigDef known) {
    return known.configKeys().values().stream()
        .filter(key -> key.type == Type.PASSWORD)
        .anyMatch(key -> name.equals(key.name) || name.endsWith("." + key.name));
  }

  /**
   * The properties with what Kafka's config providers have in the place of each reference.
   *
   * @throws UserError when a provider cannot be used, or does not have what is referred to
   */
  static Map<String, String> resolved(Map<String, String> properties) {
    Map<String, String> all = new HashMap<>(properties);
    if (properties.containsKey(PROVIDERS)) {
      try {
        new AbstractConfig(new ConfigDef(), properties, Map.of(), false)
            .originalsStrings()
            .forEach(all::put);
      } catch (ConfigException e) {
        throw new UserError(
            "A config provider of the Kafka properties cannot be used: " + e.getMessage(), e);
      }
    }
    List<String> named =
        Arrays.stream(properties.getOrDefault(PROVIDERS, "").split(","))
            .map(String::strip)
            .toList();
    all.forEach(
        (name, value) ->
            dangling(value, named)
                .ifPresent(
                    reference -> {
                      throw dangling(name, reference, named);
                    }));
    // They have done their work, and a client would ask them again.
    all.keySet().removeIf(name -> name.equals(PROVIDERS) || name.startsWith(PROVIDERS + "."));
    return all;
  }

  private static Optional<Matcher> dangling(String value, List<String> named) {
    Matcher reference = REFERENCE.matcher(value);
    while (reference.find()) {
      if (named.contains(reference.group(1)) || KAFKAS_PROVIDERS.contains(reference.group(1))) {
        return Optional.of(reference);
      }
    }
    return Optional.empty();
  }

  private static UserError dangling(String name, Matcher reference, List<String> named) {
    String provider = reference.group(1);
    return new UserError(
        "The Kafka property "
            + name
            + " refers to "
            + reference.group()
            + (named.contains(provider)
                ? ", which the config provider '" + provider + "' does not have."
                : ", but " + PROVIDERS + " names no '" + provider + "'."));
  }
}
