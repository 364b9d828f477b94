package electionnight.producer.importer;

import electionnight.producer.CommandRun;

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
    CommandRun run = CommandRun.of(new ImportCommand(), words);
    return new Import(run.exitCode(), run.out(), run.err());
  }

  /** The last line on standard error, where a failure is told. */
  String lastError() {
    return err.strip().lines().reduce("", (before, line) -> line);
  }
}
