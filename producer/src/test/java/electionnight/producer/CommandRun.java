package electionnight.producer;

import electionnight.cli.Launcher;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

/**
 * A command run as a user runs it.
 *
 * @param exitCode what it ended with
 * @param out what it said on standard output
 * @param err what it said on standard error
 */
public record CommandRun(int exitCode, String out, String err) {

  public static CommandRun of(Callable<Integer> command, String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream toOut = new ByteArrayOutputStream();
    ByteArrayOutputStream toErr = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(toOut, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(toErr, true, StandardCharsets.UTF_8));
      return new CommandRun(
          Launcher.run(command, arguments),
          toOut.toString(StandardCharsets.UTF_8),
          toErr.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
