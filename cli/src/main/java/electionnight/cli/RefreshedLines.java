package electionnight.cli;

import java.io.PrintStream;
import java.util.List;

/**
 * Lines at the foot of a terminal that are written over themselves, while others scroll up above
 * them. A line that wraps cannot be written over, so wrapping is off while they are drawn. What is
 * shown goes to the terminal as it is. Not for several threads.
 */
public final class RefreshedLines {
  private static final String ERASE_BELOW = "\r\u001b[J";
  private static final String WRAP_OFF = "\u001b[?7l";
  private static final String WRAP_ON = "\u001b[?7h";

  private final PrintStream out;
  private List<String> shown = List.of();

  public RefreshedLines(PrintStream out) {
    this.out = out;
  }

  /** Shows these lines instead of those before. */
  public void show(List<String> lines) {
    write(erased() + drawn(lines));
    shown = List.copyOf(lines);
  }

  /** A line that stays, above those that are refreshed. */
  public void above(String line) {
    write(erased() + line + System.lineSeparator() + drawn(shown));
  }

  /** Leaves what is shown, and goes to the line below it. */
  public void end() {
    if (!shown.isEmpty()) {
      write(System.lineSeparator());
      shown = List.of();
    }
  }

  private String erased() {
    int up = shown.size() - 1;
    return (up > 0 ? "\u001b[" + up + "A" : "") + ERASE_BELOW;
  }

  private static String drawn(List<String> lines) {
    return lines.isEmpty() ? "" : WRAP_OFF + String.join(System.lineSeparator(), lines) + WRAP_ON;
  }

  /** At once, so that nothing half erased is seen. */
  private void write(String text) {
    out.print(text);
    out.flush();
  }
}
