package electionnight.preflight;

import electionnight.wire.App;
import electionnight.wire.KafkaSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.resource.PatternType;

/** The rights of every app as a shell script that calls Kafka's own tool. */
final class AclScript {
  private static final String HEAD =
      """
      #!/bin/sh
      # The rights of every app of Election Night and nothing more; made by './election-night acls'.
      # BOOTSTRAP_SERVERS names the cluster, COMMAND_CONFIG the client properties of whoever may alter its rights,
      # KAFKA_ACLS Kafka's tool where it is not found by its name.
      set -eu
      add() {
        "${KAFKA_ACLS:-kafka-acls.sh}" --bootstrap-server "${BOOTSTRAP_SERVERS:-localhost:9092}" \\
          ${COMMAND_CONFIG:+--command-config "$COMMAND_CONFIG"} --add "$@"
      }
      """;

  private AclScript() {}

  static String of(KafkaSettings settings, Principals principals) {
    StringBuilder script = new StringBuilder(HEAD);
    for (App app : App.values()) {
      script.append("\n# ").append(app.id()).append('\n');
      for (Grant grant : Grant.of(app.rights(settings))) {
        script.append(command(principals.of(app), grant)).append('\n');
      }
    }
    return script.toString();
  }

  private static String command(String principal, Grant grant) {
    List<String> resources = new ArrayList<>();
    if (grant.pattern() == PatternType.PREFIXED) {
      resources.add("--resource-pattern-type prefixed");
    }
    String option = "--" + grant.type().name().toLowerCase(Locale.ROOT).replace('_', '-') + " ";
    grant.names().forEach(name -> resources.add(option + quoted(name)));
    return "add --allow-principal "
        + quoted(principal)
        + grant.operationNames().map(name -> " --operation " + name).collect(Collectors.joining())
        + " \\\n  "
        + String.join(" ", resources);
  }

  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9:._-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
