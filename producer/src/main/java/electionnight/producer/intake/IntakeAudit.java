package electionnight.producer.intake;

import electionnight.cli.UserError;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where every request that was answered is told. */
public abstract class IntakeAudit implements AutoCloseable {
  IntakeAudit() {}

  /** Tells of a request; from the event loop, so it waits for nothing but the log. */
  abstract void tell(AuditLine line);

  /** How many lines could not be kept so far. */
  public abstract long lost();

  /** Keeps what was told, for at most a few seconds. */
  @Override
  public abstract void close();

  /** By the program's own log, as {@code electionnight.audit}. */
  public static IntakeAudit inLog() {
    return new InLog();
  }

  /**
   * At the end of a file, a line each.
   *
   * @throws UserError when it cannot be written
   */
  public static IntakeAudit in(Path file) {
    return AuditFile.open(file);
  }

  private static final class InLog extends IntakeAudit {
    private static final Logger LOG = LoggerFactory.getLogger("electionnight.audit");

    @Override
    void tell(AuditLine line) {
      line.context().run(() -> LOG.info(line.json()));
    }

    @Override
    public long lost() {
      return 0;
    }

    @Override
    public void close() {
      // The log is the program's.
    }
  }
}
