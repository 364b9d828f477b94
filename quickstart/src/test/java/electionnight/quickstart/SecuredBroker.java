package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import electionnight.wire.App;
import electionnight.wire.KafkaSettings;
import electionnight.wire.Right;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;

/**
 * A broker that lets nobody do what was not granted. {@code acls --apply} has granted every app its
 * rights, and set its password by SCRAM.
 */
final class SecuredBroker implements AutoCloseable {
  private static final String PASSWORD = "a-password";

  private final EmbeddedBroker broker;
  private final Path folder;
  private final Admin admin;

  private SecuredBroker(EmbeddedBroker broker, Path folder) {
    this.broker = broker;
    this.folder = folder;
    this.admin = Admin.create(ops().admin());
  }

  static SecuredBroker start(Path folder) throws IOException, InterruptedException {
    Path passwords = Files.createDirectory(folder.resolve("passwords"));
    for (App app : App.values()) {
      Files.writeString(passwords.resolve(app.id()), PASSWORD + "\n");
    }
    SecuredBroker started =
        new SecuredBroker(EmbeddedBroker.start(folder.resolve("kafka"), properties()), folder);
    started.asOps("topics", "create");
    started.asOps("acls", "--apply", "--scram-passwords", passwords.toString());
    return started;
  }

  private static Map<String, String> properties() {
    return Map.of(
        "listener.security.protocol.map",
        "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
        "inter.broker.listener.name",
        "PLAINTEXT",
        "sasl.enabled.mechanisms",
        "PLAIN,SCRAM-SHA-512",
        "sasl.mechanism.inter.broker.protocol",
        "PLAIN",
        "listener.name.plaintext.plain.sasl.jaas.config",
        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"ops\""
            + " password=\"ops\" user_ops=\"ops\";",
        "listener.name.plaintext.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;",
        "authorizer.class.name",
        StandardAuthorizer.class.getName(),
        "super.users",
        "User:ops;User:ANONYMOUS");
  }

  /** As somebody who may do everything. */
  KafkaSettings ops() {
    return settings(
        Map.of(
            "security.protocol",
            "SASL_PLAINTEXT",
            "sasl.mechanism",
            "PLAIN",
            "sasl.jaas.config",
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"ops\""
                + " password=\"ops\";"));
  }

  /** As the principal of an app. */
  KafkaSettings as(App app) {
    return settings(
        Map.of(
            "security.protocol",
            "SASL_PLAINTEXT",
            "sasl.mechanism",
            "SCRAM-SHA-512",
            "sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required username=\""
                + app.id()
                + "\" password=\""
                + PASSWORD
                + "\";"));
  }

  private KafkaSettings settings(Map<String, String> properties) {
    return new KafkaSettings(broker.bootstrapServers(), "", properties);
  }

  Admin admin() {
    return admin;
  }

  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  /** Runs a command of {@code ./election-night} as the principal of an app. */
  CommandLineRun run(App app, String... arguments) {
    return run(as(app), arguments);
  }

  /** Runs a command that succeeds as somebody who may do everything. */
  CommandLineRun asOps(String... arguments) {
    CommandLineRun run = run(ops(), arguments);
    assertThat(run.exitCode()).as("exit code of %s: %s", List.of(arguments), run.err()).isZero();
    return run;
  }

  private CommandLineRun run(KafkaSettings as, String... arguments) {
    Path file = folder.resolve("client.properties");
    Properties properties = new Properties();
    properties.putAll(as.properties());
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--kafka-config";
    all[arguments.length + 1] = file.toString();
    return CommandLineRun.against(broker.bootstrapServers(), all);
  }

  /** Takes one right away from an app, and returns when the broker knows. */
  void revoke(App app, Right right) throws ExecutionException, InterruptedException {
    AclBinding binding = binding(app, right);
    Collection<AclBinding> deleted = admin.deleteAcls(List.of(binding.toFilter())).all().get();
    assertThat(deleted).as("was granted: %s", binding).hasSize(1);
    await("the broker knows").until(() -> !isGranted(binding));
  }

  /** Gives it back. */
  void grant(App app, Right right) throws ExecutionException, InterruptedException {
    AclBinding binding = binding(app, right);
    admin.createAcls(List.of(binding)).all().get();
    await("the broker knows").atMost(Duration.ofSeconds(10)).until(() -> isGranted(binding));
  }

  private boolean isGranted(AclBinding binding) throws ExecutionException, InterruptedException {
    return !admin.describeAcls(binding.toFilter()).values().get().isEmpty();
  }

  private static AclBinding binding(App app, Right right) {
    return right.grantedTo("User:" + app.id());
  }

  @Override
  public void close() {
    admin.close();
    broker.close();
  }
}
