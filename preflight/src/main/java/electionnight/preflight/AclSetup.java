package electionnight.preflight;

import electionnight.cli.UserError;
import electionnight.wire.App;
import electionnight.wire.KafkaSettings;
import electionnight.wire.Right;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePatternFilter;

/** Grants every app its rights on a cluster, and sets passwords to log in with. Takes none away. */
final class AclSetup {
  private static final ScramMechanism MECHANISM = ScramMechanism.SCRAM_SHA_512;
  private static final int ITERATIONS = 8192;

  private final KafkaSettings settings;
  private final Principals principals;
  private final Optional<Path> passwords;

  /**
   * @param passwords a folder with a file for each app that gets a password; empty for none
   */
  AclSetup(KafkaSettings settings, Principals principals, Optional<Path> passwords) {
    this.settings = settings;
    this.principals = principals;
    this.passwords = passwords;
  }

  /**
   * What was done for an app.
   *
   * @param rights how many it has
   * @param more what its principal was granted beyond them, by others
   * @param password whether one was set
   */
  record Outcome(App app, int rights, List<AclBinding> more, boolean password) {}

  List<Outcome> apply(Admin admin) throws ExecutionException, InterruptedException {
    List<AclBinding> bindings = new ArrayList<>();
    List<UserScramCredentialAlteration> credentials = new ArrayList<>();
    for (App app : App.values()) {
      bindings.addAll(bindings(app));
      credential(app).ifPresent(credentials::add);
    }
    if (passwords.isPresent() && credentials.isEmpty()) {
      throw new UserError(
          "There is no password in the folder "
              + passwords.get()
              + "; put it into a file named after its app, such as "
              + passwords.get().resolve(App.PRODUCER.id())
              + ".");
    }
    admin.createAcls(bindings).all().get();
    if (!credentials.isEmpty()) {
      admin.alterUserScramCredentials(credentials).all().get();
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (App app : App.values()) {
      List<AclBinding> needed = bindings(app);
      List<AclBinding> more = new ArrayList<>(granted(admin, app));
      more.removeAll(needed);
      outcomes.add(new Outcome(app, needed.size(), more, passwordFile(app).isPresent()));
    }
    return outcomes;
  }

  private List<AclBinding> bindings(App app) {
    return app.rights(settings).stream()
        .map((Right right) -> right.grantedTo(principals.of(app)))
        .toList();
  }

  private Collection<AclBinding> granted(Admin admin, App app)
      throws ExecutionException, InterruptedException {
    AccessControlEntryFilter ofApp =
        new AccessControlEntryFilter(
            principals.of(app), null, AclOperation.ANY, AclPermissionType.ALLOW);
    return admin
        .describeAcls(new AclBindingFilter(ResourcePatternFilter.ANY, ofApp))
        .values()
        .get();
  }

  private Optional<Path> passwordFile(App app) {
    return passwords.map(folder -> folder.resolve(app.id())).filter(Files::exists);
  }

  private Optional<UserScramCredentialAlteration> credential(App app) {
    return passwordFile(app)
        .map(
            file ->
                new UserScramCredentialUpsertion(
                    principals.userOf(app),
                    new ScramCredentialInfo(MECHANISM, ITERATIONS),
                    password(file)));
  }

  private static byte[] password(Path file) {
    try {
      String password = Files.readString(file).strip();
      if (password.isEmpty()) {
        throw new UserError("The password file " + file + " is empty.");
      }
      return password.getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UserError("The password file " + file + " cannot be read.", e);
    }
  }
}
