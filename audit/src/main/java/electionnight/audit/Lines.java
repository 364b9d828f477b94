package electionnight.audit;

import electionnight.cli.PlainText;
import java.io.PrintStream;

/** Prints what others sent, which may hold characters that play tricks on a terminal. */
final class Lines {
  private Lines() {}

  /** Prints a line, with every character replaced that steers. */
  static void print(PrintStream out, String line) {
    out.println(PlainText.of(line));
  }
}
