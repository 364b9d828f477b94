package electionnight.preflight;

import com.fasterxml.jackson.core.JsonProcessingException;
import electionnight.cli.KafkaOptions;
import electionnight.cli.Launcher;
import electionnight.cli.UserError;
import electionnight.preflight.Finding.Status;
import electionnight.wire.App;
import electionnight.wire.Json;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what is wrong with a cluster before the night does. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description =
        "Looks at a cluster and says what to do: brokers, controllers, topics, replicas, rights,"
            + " transactions, clocks, certificates. Exit code 1 where a night would not run.")
public final class DoctorCommand implements Callable<Integer> {
  @Mixin private KafkaOptions kafka;

  @Option(
      names = "--as",
      paramLabel = "APP",
      description =
          "The app that the principal of --kafka-config is to be: its rights are required (default:"
              + " says which apps it can be).")
  private Optional<String> as = Optional.empty();

  @Option(
      names = "--session-timeout",
      paramLabel = "MS",
      defaultValue = "6000",
      description = "What streams-app is given (default: ${DEFAULT-VALUE}).")
  private long sessionTimeoutMs;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** All that was found, as JSON has it. */
  private record Report(Status status, List<Finding> findings) {}

  @Override
  public Integer call() {
    Optional<App> app = Launcher.valid(() -> as.map(Principals::app));
    List<Finding> findings;
    try {
      findings = new Doctor(kafka.settings(), app, Duration.ofMillis(sessionTimeoutMs)).examine();
    } catch (InterruptedException e) {
      throw new UserError("Interrupted while looking at the cluster.", e);
    }
    Status worst = findings.stream().map(Finding::status).max(Status::compareTo).orElse(Status.OK);
    if (json) {
      System.out.println(text(new Report(worst, findings)));
    } else {
      print(findings, System.out);
    }
    return worst == Status.FAIL ? Launcher.FAILED : Launcher.OK;
  }

  private static String text(Report report) {
    try {
      return Json.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report cannot be written", e);
    }
  }

  private static void print(List<Finding> findings, PrintStream out) {
    Table table = new Table("STATUS", "CHECK", "FOUND");
    for (Finding finding : findings) {
      table.row(finding.status(), finding.check(), finding.found());
      finding.advice().ifPresent(advice -> table.row("", "", "-> " + advice));
    }
    table.print(out);
    out.println();
    out.println(
        count(findings, Status.FAIL)
            + " failed, "
            + count(findings, Status.WARN)
            + " to look at, "
            + count(findings, Status.OK)
            + " fine.");
  }

  private static long count(List<Finding> findings, Status status) {
    return findings.stream().filter(finding -> finding.status() == status).count();
  }
}
