package electionnight.preflight;

import electionnight.cli.Cluster;
import electionnight.cli.KafkaOptions;
import electionnight.cli.Launcher;
import electionnight.wire.KafkaSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The rights of every app: printed, or granted. */
@Command(
    name = "acls",
    mixinStandardHelpOptions = true,
    description =
        "Prints what each app has to be allowed, and nothing more, as a script for kafka-acls.sh or"
            + " as Strimzi resources; or grants it.")
public final class AclsCommand implements Callable<Integer> {
  /** How rights can be written. */
  enum Format {
    SCRIPT,
    STRIMZI
  }

  @Spec private CommandSpec spec;

  @Mixin private KafkaOptions kafka;

  @Option(
      names = "--format",
      paramLabel = "script|strimzi",
      description = "What to print (default: script).")
  private Optional<Format> format = Optional.empty();

  @Option(names = "--apply", description = "Grant the rights on the cluster instead.")
  private boolean apply;

  @Option(
      names = "--scram-passwords",
      paramLabel = "DIR",
      description =
          "With --apply, set the password of each app that has a file of its name in this folder,"
              + " for SCRAM-SHA-512.")
  private Optional<Path> passwords = Optional.empty();

  @Option(
      names = "--principal",
      paramLabel = "APP=PRINCIPAL",
      description =
          "Whom the cluster takes an app for; may be repeated (default: such as"
              + " producer=User:producer).")
  private Map<String, String> principals = Map.of();

  @Option(
      names = "--strimzi-cluster",
      paramLabel = "NAME",
      description = "The resource Kafka in Strimzi (default: ${DEFAULT-VALUE}).")
  private String strimziCluster = "election-night";

  @Mixin private TopicOptions topics;

  @Override
  public Integer call() {
    if (passwords.isPresent() && !apply) {
      throw new ParameterException(spec.commandLine(), "--scram-passwords is for --apply.");
    }
    if (format.isPresent() && apply) {
      throw new ParameterException(
          spec.commandLine(), "--format and --apply cannot go together; take one of them.");
    }
    KafkaSettings settings = kafka.settings();
    Principals named = Launcher.valid(() -> new Principals(principals));
    if (apply) {
      apply(settings, named);
    } else {
      System.out.print(Launcher.valid(() -> printed(settings, named)));
      System.out.flush();
    }
    return Launcher.OK;
  }

  private String printed(KafkaSettings settings, Principals named) {
    return switch (format.orElse(Format.SCRIPT)) {
      case SCRIPT -> AclScript.of(settings, named);
      case STRIMZI -> new StrimziResources(settings, topics.wanted(), strimziCluster).of(named);
    };
  }

  private void apply(KafkaSettings settings, Principals named) {
    AclSetup setup = new AclSetup(settings, named, passwords);
    List<AclSetup.Outcome> outcomes = Launcher.valid(() -> Cluster.ask(settings, setup::apply));
    Table table = new Table("APP", "PRINCIPAL", "RIGHTS", "PASSWORD");
    for (AclSetup.Outcome outcome : outcomes) {
      table.row(
          outcome.app().id(),
          named.of(outcome.app()),
          outcome.rights() + " granted",
          outcome.password() ? "set" : "-");
    }
    table.print(System.out);
    for (AclSetup.Outcome outcome : outcomes) {
      outcome
          .more()
          .forEach(
              more ->
                  System.err.println(
                      named.of(outcome.app())
                          + " has more than it needs: "
                          + more.entry().operation()
                          + " on "
                          + more.pattern()));
    }
  }
}
