package electionnight.watch;

import java.io.Console;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is known of the terminal without asking it. */
final class Terminal {
  private static final Pattern COLUMNS = Pattern.compile("[1-9][0-9]{0,3}");
  private static final int USUAL = 80;
  private static final int NARROWEST = 20;

  private Terminal() {}

  /** Whether lines can be written over, and if not told otherwise should be. */
  enum Bar {
    AUTO,
    ON,
    OFF
  }

  /** The screen for what is printed on a stream. */
  static Screen screen(Bar bar, PrintStream out, Map<String, String> environment) {
    boolean dumb = environment.getOrDefault("TERM", "dumb").equals("dumb");
    return bar == Bar.ON || bar == Bar.AUTO && !dumb && isThere()
        ? new BarScreen(out, columns(environment), Colours.of(environment))
        : new PlainScreen(out);
  }

  private static int columns(Map<String, String> environment) {
    return Optional.ofNullable(environment.get("COLUMNS"))
        .filter(columns -> COLUMNS.matcher(columns).matches())
        .map(columns -> Math.max(NARROWEST, Integer.parseInt(columns)))
        .orElse(USUAL);
  }

  /** From JDK 22 on there is a console even where there is no terminal, and it can be asked. */
  private static boolean isThere() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
