package electionnight.audit;

import electionnight.cli.Launcher;
import electionnight.cli.UserError;
import electionnight.wire.KafkaSettings;
import electionnight.wire.Topic;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Proves every update in the log, or tells the first that cannot be. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description =
        "Folds the inputs in the log again and compares every update and alert byte for byte. Exit"
            + " code 1, and the first difference of each night, where they differ.")
public final class VerifyCommand implements Callable<Integer> {
  @Mixin private LogOptions log;

  @Option(
      names = "--election",
      paramLabel = "ID",
      description = "One night only (default: every night in the log).")
  private Optional<String> election = Optional.empty();

  @Override
  public Integer call() {
    return log.on(this::verify);
  }

  private int verify(KafkaSettings settings) {
    Log read =
        new LogReader(settings)
            .read(
                EnumSet.allOf(Topic.class), key -> election.map(id -> isOf(id, key)).orElse(true));
    SortedSet<String> keys = read.keys();
    if (keys.isEmpty()) {
      throw new UserError(
          "There is no night "
              + election.map(id -> "'" + id + "' ").orElse("")
              + "in the log at "
              + settings.bootstrapServers()
              + ".");
    }
    List<Verdict> verdicts = keys.stream().map(read::night).map(Verification::of).toList();
    boolean agree = verdicts.stream().allMatch(Verdict::agrees);
    for (Verdict verdict : verdicts) {
      (verdict.agrees() ? System.out : System.err).println(verdict.sentence() + ".");
    }
    if (!agree) {
      read.gone().ifPresent(gone -> System.err.println("Of the log, " + gone + "."));
    }
    return agree ? Launcher.OK : Launcher.FAILED;
  }

  /** Results have keys of their own. */
  private static boolean isOf(String election, String key) {
    return key.equals(election) || key.startsWith(election + "/");
  }
}
