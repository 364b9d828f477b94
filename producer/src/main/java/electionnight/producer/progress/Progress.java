package electionnight.producer.progress;

import electionnight.cli.Logs;
import electionnight.domain.Declaration;
import java.util.function.LongSupplier;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Help.Ansi;

/** Hears how a source gets on. Called from several threads. */
public interface Progress {
  /** So many declarations are to come; without this call the total is not known. */
  void expect(int declarations);

  /**
   * Kafka has acknowledged a declaration.
   *
   * @param seat the seat's name, or its code where the name is not known
   * @param declaration what was said of it
   */
  void declared(String seat, Declaration declaration);

  /** Something worth a line of its own, without a line break. */
  void note(String line);

  /** The source has ended; shows the last state. */
  void end();

  /**
   * On standard error: one refreshed line where that is a terminal, else plain lines, at most one a
   * second, or events of the log where that is for machines.
   */
  static Progress onStandardError() {
    LongSupplier clock = System::nanoTime;
    if (Logs.areJson()) {
      return new PlainLines(LoggerFactory.getLogger(Progress.class)::info, clock);
    }
    return Ansi.AUTO.enabled()
        ? new RefreshedLine(System.err, clock)
        : new PlainLines(System.err::println, clock);
  }
}
