package electionnight.streams;

import electionnight.cli.LogContext;
import electionnight.domain.Alert;
import electionnight.domain.Cause;
import electionnight.domain.Folded;
import electionnight.domain.Queried;
import electionnight.domain.Query;
import electionnight.domain.Update;
import electionnight.domain.Word;
import electionnight.wire.Provenance;
import electionnight.wire.Rejected;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in the log what became of an input. */
final class FoldLog {
  private static final Logger LOG = LoggerFactory.getLogger(FoldLog.class);

  /** What all may hear of a night; who tells it to people in another way takes it from the log. */
  private static final Logger NIGHT = LoggerFactory.getLogger("electionnight.night");

  private FoldLog() {}

  static void rejected(Rejected rejected, Cause cause, Provenance provenance) {
    LogContext context = LogContext.of(provenance);
    context = rejected.election().map(context::election).orElse(context);
    context = rejected.seat().map(context::seat).orElse(context);
    context.run(() -> LOG.info("rejected {}: {}", cause, rejected.reasons().get(0).sentence()));
  }

  static void accepted(Folded.Accepted accepted, Cause cause, Provenance provenance) {
    NightMetrics.doubt(accepted, cause)
        .ifPresent(queried -> queried(queried, LogContext.of(provenance)));
    accepted.update().ifPresent(update -> updated(update, LogContext.of(provenance)));
  }

  private static void queried(Queried queried, LogContext context) {
    Word word = queried.word();
    context
        .election(word.declaration().election().value())
        .seat(word.declaration().seat().value())
        .run(() -> NIGHT.info("{} is being checked: {}", word.cause(), words(queried)));
  }

  private static String words(Queried queried) {
    return queried.queries().stream().map(Query::words).collect(Collectors.joining("; "));
  }

  private static void updated(Update update, LogContext context) {
    LogContext about = context.election(update.election().value()).revision(update.revision());
    if (LOG.isDebugEnabled()) {
      about.run(
          () ->
              LOG.debug(
                  "{} is revision {} of {}",
                  update.receipt().cause(),
                  update.revision(),
                  update.election()));
    }
    update.alerts().forEach(alert -> raised(alert, about.seat(alert.seat().value())));
  }

  private static void raised(Alert alert, LogContext context) {
    context.run(
        () ->
            NIGHT.info(
                "{} {} in {}: {}", alert.kind(), alert.state(), alert.id(), alert.headline()));
  }
}
