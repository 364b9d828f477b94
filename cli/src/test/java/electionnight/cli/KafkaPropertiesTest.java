package electionnight.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import electionnight.wire.KafkaSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Where Kafka properties come from, and that their secrets stay there. */
final class KafkaPropertiesTest {
  private static final String SECRET = "hunter2";
  private static final String JAAS =
      "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"producer\""
          + " password=\"hunter2\";";
  private static final String FILE_PROVIDER =
      "config.providers=file,env,dir\n"
          + provider("file", "FileConfigProvider")
          + provider("env", "EnvVarConfigProvider")
          + provider("dir", "DirectoryConfigProvider");

  @TempDir private Path folder;

  private final Map<String, String> environment = new HashMap<>();
  private Path file;

  @BeforeEach
  void write() {
    file = folder.resolve("client.properties");
  }

  @Test
  void theCommandLineWinsOverTheEnvironmentAndThatOverTheFile() throws IOException {
    Files.writeString(file, "client.id=a\nretries=1\nlinger.ms=1\n");
    environment.put("ELECTION_NIGHT_KAFKA_PROPERTY", "client.id=b\nlinger.ms=2\n" + jaas());

    Run run = run("--kafka-config", file.toString(), "--kafka-property", "linger.ms=3");

    assertThat(run.settings().properties())
        .containsEntry("client.id", "b")
        .containsEntry("retries", "1")
        .containsEntry("linger.ms", "3")
        .containsEntry("sasl.jaas.config", JAAS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sasl.jaas.config",
        "listener.name.x.sasl.jaas.config",
        "ssl.key.password",
        "ssl.keystore.key",
        "sasl.oauthbearer.client.credentials.client.secret",
        "config.providers.vault.param.token",
        "my.Password"
      })
  void aSecretOnTheCommandLineIsRefused(String name) {
    Run run = run("--kafka-property", name + "=" + SECRET);

    assertThat(run.exitCode()).isEqualTo(Launcher.USAGE);
    assertThat(run.told())
        .isEqualTo(
            "Wrong option: "
                + name
                + " is a secret and not for the command line; put it into a file for"
                + " --kafka-config, or into ELECTION_NIGHT_KAFKA_PROPERTY.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "security.protocol",
        "ssl.truststore.location",
        "config.providers.file.param.secrets.paths"
      })
  void whatIsNoSecretIsTakenFromTheCommandLine(String name) {
    assertThat(KafkaProperties.isSecret(name)).isFalse();
  }

  @Test
  void kafkasConfigProvidersAreAsked() throws IOException {
    Files.writeString(folder.resolve("secrets.properties"), "password=" + SECRET);
    Files.writeString(folder.resolve("key"), SECRET);
    Files.writeString(
        file,
        FILE_PROVIDER
            + ("ssl.key.password=${file:F/secrets.properties:password}\n"
                    + "ssl.keystore.key=${dir:F:key}\n"
                    + "client.id=at ${env:PATH} now\n")
                .replace("F", folder.toString()));

    Map<String, String> properties = run("--kafka-config", file.toString()).settings().properties();

    assertThat(properties)
        .containsEntry("ssl.key.password", SECRET)
        .containsEntry("ssl.keystore.key", SECRET)
        .containsEntry("client.id", "at " + System.getenv("PATH") + " now");
    assertThat(properties.keySet()).noneMatch(name -> name.startsWith("config.providers"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "client.id=${env:NO_SUCH_THING} | client.id refers to ${env:NO_SUCH_THING}, which the config provider 'env' does not have",
        "client.id=${file:/no/such/file:key} | cannot be used: Could not read properties from file",
        "config.providers.file.class=no.Such | cannot be used: Invalid value no.Such for configuration",
        "config.providers= | client.id refers to ${env:HOME}, but config.providers names no 'env'"
      })
  void aProviderThatDoesNotHaveItIsOneSentence(String line, String expected) throws IOException {
    Files.writeString(file, FILE_PROVIDER + "client.id=${env:HOME}\n" + line + "\n");

    assertOneSentence(run("--kafka-config", file.toString()), expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "security.protocol=FOO | Invalid value FOO for configuration security.protocol",
        "security.protocol=SASL_SSL | sasl.jaas.config is missing or not as it has to be",
        "security.protocol=SASL_SSL;sasl.jaas.config=x required password=a hunter2 | sasl.jaas.config is missing or",
        "security.protocol=SASL_SSL;sasl.mechanism=PLAIN;sasl.jaas.config=no.Module required password=\"hunter2\"\\; | No LoginModule found",
        "security.protocol=SSL;ssl.truststore.location=/no/such.p12 | /no/such.p12 of type JKS: there is no such file",
        "security.protocol=SSL;ssl.truststore.location=CACERTS;ssl.truststore.password=hunter2 | password was incorrect",
        "request.timeout.ms=soon | Invalid value soon for configuration request.timeout.ms"
      })
  void aPropertyThatCannotBeIsOneSentence(String lines, String expected) throws IOException {
    Path caCerts = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
    Files.writeString(
        file,
        lines
            .replaceAll("(?<!\\\\);", "\n")
            .replace("\\;", ";")
            .replace("CACERTS", caCerts.toString()));

    assertOneSentence(run("--kafka-config", file.toString()), expected);
  }

  @Test
  void aFileThatIsNotThereOrIsNoneIsOneSentence() throws IOException {
    assertOneSentence(run("--kafka-config", file.toString()), "cannot be read");

    Files.writeString(file, "client.id=\\u00");
    assertOneSentence(run("--kafka-config", file.toString()), "cannot be read");
  }

  @Test
  void noSecretIsInTheLogOrInTheSettingsText() throws IOException {
    Files.writeString(
        file,
        "security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-512\nmy.own.thing=hunter2\n"
            + "ssl.truststore.password=hunter2\nssl.key.password=hunter2\n");
    environment.put("ELECTION_NIGHT_KAFKA_PROPERTY", jaas());

    Run run = run("--kafka-config", file.toString());

    assertThat(run.err()).as("Kafka at INFO").contains("sasl.jaas.config = [hidden]");
    assertThat(run.err()).doesNotContain(SECRET);
    assertThat(run.settings().toString())
        .contains("sasl.jaas.config", "my.own.thing")
        .doesNotContain(SECRET);
  }

  @Test
  void noSecretIsInTheHelp() {
    environment.put("ELECTION_NIGHT_KAFKA_PROPERTY", jaas());

    assertThat(run("--help").out()).contains("--kafka-property").doesNotContain(SECRET);
  }

  @Test
  void theClientsAreTriedWithoutAClusterToo() {
    KafkaSettings wrong =
        new KafkaSettings("no-such-host.invalid:9092", "", Map.of("security.protocol", "FOO"));

    assertThatThrownBy(() -> Cluster.requireSettings(wrong))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(
            "Kafka at no-such-host.invalid:9092 cannot be used: Invalid value FOO");
    Cluster.requireSettings(new KafkaSettings("no-such-host.invalid:9092", "", Map.of()));
  }

  private static void assertOneSentence(Run run, String expected) {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(Launcher.FAILED);
    assertThat(run.told()).contains(expected).endsWith(".");
    assertThat(run.err().lines())
        .as("errors beside the sentence")
        .noneMatch(line -> line.contains("ERROR") && !line.contains("AbstractConfig"));
    assertThat(run.err()).doesNotContain(SECRET);
  }

  private static String provider(String name, String type) {
    return "config.providers."
        + name
        + ".class=org.apache.kafka.common.config.provider."
        + type
        + "\n";
  }

  private static String jaas() {
    return "sasl.jaas.config=" + JAAS + "\n";
  }

  /** Runs a command that makes clients of all kinds, with as much log as anybody would ask for. */
  private Run run(String... arguments) {
    PrintStream usualOut = System.out;
    PrintStream usualErr = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Connecting command = new Connecting(new KafkaOptions(environment::get));
    level(Logger.ROOT_LOGGER_NAME, Level.INFO);
    level("electionnight", Level.DEBUG);
    try (PrintStream toOut = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream toErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
      System.setOut(toOut);
      System.setErr(toErr);
      int exitCode = Launcher.run(command, arguments);
      return new Run(
          exitCode,
          out.toString(StandardCharsets.UTF_8),
          err.toString(StandardCharsets.UTF_8),
          command.settings);
    } finally {
      System.setOut(usualOut);
      System.setErr(usualErr);
      level(Logger.ROOT_LOGGER_NAME, Level.WARN);
      level("electionnight", Level.INFO);
    }
  }

  private static void level(String logger, Level level) {
    ((ch.qos.logback.classic.Logger) LoggerFactory.getLogger(logger)).setLevel(level);
  }

  private record Run(int exitCode, String out, String err, KafkaSettings settings) {
    /** What the user was told at the end. */
    String told() {
      return err.lines().reduce("", (before, line) -> line);
    }
  }

  @Command(name = "connecting", mixinStandardHelpOptions = true)
  private static final class Connecting implements Callable<Integer> {
    @Mixin private final KafkaOptions kafka;
    private KafkaSettings settings;

    Connecting(KafkaOptions kafka) {
      this.kafka = kafka;
    }

    @Override
    public Integer call() {
      settings = kafka.settings();
      LoggerFactory.getLogger("electionnight.test").debug("settings {}", settings);
      return Cluster.ask(settings, this::connect);
    }

    private int connect(Admin admin) {
      KafkaProducer<byte[], byte[]> producer =
          new KafkaProducer<>(
              settings.producer(), new ByteArraySerializer(), new ByteArraySerializer());
      producer.close();
      KafkaConsumer<byte[], byte[]> consumer =
          new KafkaConsumer<>(
              settings.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
      consumer.close();
      return Launcher.OK;
    }
  }
}
