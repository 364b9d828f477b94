package electionnight.audit;

import java.io.PrintStream;

/** Prints what others sent, which may hold characters that play tricks on a terminal. */
final class Lines {
  private Lines() {}

  /** Prints a line, with every control character replaced. */
  static void print(PrintStream out, String line) {
    out.println(line.replaceAll("\\p{Cntrl}", "\uFFFD"));
  }
}
