package electionnight.audit;

import electionnight.cli.Launcher;
import electionnight.cli.UserError;
import electionnight.wire.KafkaSettings;
import electionnight.wire.Topic;
import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints how an alert was derived. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Prints the whole derivation of an alert, in words and figures, from the records its"
            + " receipt names.")
public final class ExplainCommand implements Callable<Integer> {
  @Mixin private LogOptions log;

  @Parameters(
      paramLabel = "ALERT_ID",
      description =
          "Such as by-elections-2023-10-19:BIGGEST_MAJORITY_OVERTURNED:E14000813; it is in every"
              + " alert.")
  private String id;

  @Option(
      names = "--revision",
      paramLabel = "N",
      description = "A revision of the alert (default: the latest).")
  private Integer revision;

  @Override
  public Integer call() {
    return log.on(this::explain);
  }

  private int explain(KafkaSettings settings) {
    String election = id.split(":", -1)[0];
    Log read =
        new LogReader(settings)
            .read(EnumSet.of(Topic.SEATS, Topic.DECLARATIONS, Topic.UPDATES), election::equals);
    try {
      Explanation.of(
              read.night(election),
              id,
              revision == null ? OptionalInt.empty() : OptionalInt.of(revision))
          .forEach(System.out::println);
      return Launcher.OK;
    } catch (Difference unreadable) {
      throw new UserError("Nothing can be explained: " + unreadable.getMessage() + ".", unreadable);
    }
  }
}
