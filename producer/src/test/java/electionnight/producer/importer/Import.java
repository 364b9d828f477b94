package electionnight.producer.importer;

import electionnight.cli.Launcher;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The import command run as a user runs it.
 *
 * @param exitCode what it ended with
 * @param out what it said on standard output
 * @param err what it said on standard error
 */
record Import(int exitCode, String out, String err) {

  static Import run(Object... arguments) {
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream toOut = new ByteArrayOutputStream();
    ByteArrayOutputStream toErr = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(toOut, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(toErr, true, StandardCharsets.UTF_8));
      return new Import(
          Launcher.run(new ImportCommand(), words),
          toOut.toString(StandardCharsets.UTF_8),
          toErr.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** The last line on standard error, where a failure is told. */
  String lastError() {
    return err.strip().lines().reduce("", (before, line) -> line);
  }
}
