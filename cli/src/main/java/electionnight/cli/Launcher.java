package electionnight.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Runs a command line the way all of ours run: an option not given is looked for in the environment
 * ({@code --topic-prefix} as {@code ELECTION_NIGHT_TOPIC_PREFIX}), then takes its default; a user's
 * mistake is one sentence on standard error and an exit code.
 */
public final class Launcher {
  /** Exit code when all went well. */
  public static final int OK = 0;

  /** Exit code when something outside the program is in the way. */
  public static final int FAILED = 1;

  /** Exit code for a wrong option. */
  public static final int USAGE = 2;

  private static final Logger LOG = LoggerFactory.getLogger(Launcher.class);
  private static final String ENVIRONMENT_PREFIX = "ELECTION_NIGHT_";

  private Launcher() {}

  /** Runs a picocli command and returns the exit code. */
  public static int run(Callable<Integer> command, String... arguments) {
    return run(command, CommandLine.defaultFactory(), arguments);
  }

  /**
   * The same where the program makes some of the subcommands and their options itself.
   *
   * @param factory makes them, by their classes
   */
  public static int run(Callable<Integer> command, IFactory factory, String... arguments) {
    return run(command, factory, System::getenv, arguments);
  }

  /**
   * The same.
   *
   * @param environment the value of a variable, or null where it is not set
   */
  static int run(
      Callable<Integer> command,
      IFactory factory,
      UnaryOperator<String> environment,
      String... arguments) {
    return commandLine(command, factory, new FromEnvironment(environment)).execute(arguments);
  }

  /**
   * The settings that options add up to.
   *
   * @throws UserError when they refuse a value
   */
  public static <T> T valid(Supplier<T> settings) {
    try {
      return settings.get();
    } catch (IllegalArgumentException e) {
      throw UserError.wrongOption(e.getMessage(), e);
    }
  }

  /** The environment variable in which an option with a long name is looked for. */
  public static String environmentVariable(OptionSpec option) {
    return ENVIRONMENT_PREFIX
        + option.longestName().substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static CommandLine commandLine(
      Callable<Integer> command, IFactory factory, FromEnvironment environment) {
    CommandLine commandLine = new CommandLine(command, factory);
    setVersion(commandLine);
    commandLine.setDefaultValueProvider(environment);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setUsageHelpAutoWidth(true);
    commandLine.setExecutionStrategy(
        parsed -> {
          refuseMisplaced(parsed);
          Logs.mistake(System.getenv(Logs.FORMAT_VARIABLE))
              .ifPresent(
                  mistake -> {
                    throw new ParameterException(parsed.commandSpec().commandLine(), mistake);
                  });
          return new RunLast().execute(parsed);
        });
    commandLine.setParameterExceptionHandler(
        (mistake, args) -> {
          CommandLine where = mistake.getCommandLine();
          tell(
              where,
              sentence(environment.message(mistake))
                  + " Try '"
                  + where.getCommandSpec().qualifiedName()
                  + " --help'.");
          return USAGE;
        });
    commandLine.setExecutionExceptionHandler(
        (failure, where, result) -> {
          if (failure instanceof UserError mistake) {
            LOG.debug("ended by a user's mistake", mistake);
            tell(where, sentence(mistake.getMessage()));
            return mistake.exitCode();
          }
          LOG.error("ended by a bug", failure);
          tell(where, "Something unexpected went wrong: " + failure);
          return FAILED;
        });
    return commandLine;
  }

  /** An option in front of a subcommand belongs to another command, and would do nothing. */
  private static void refuseMisplaced(ParseResult parsed) {
    boolean isHelp = parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested();
    if (parsed.hasSubcommand() && !isHelp) {
      CommandLine asked = parsed.subcommand().commandSpec().commandLine();
      for (OptionSpec option : parsed.matchedOptions()) {
        throw new ParameterException(
            asked,
            option.longestName()
                + " has no effect in front of '"
                + asked.getCommandName()
                + "'; put it behind.");
      }
      refuseMisplaced(parsed.subcommand());
    }
  }

  private static void setVersion(CommandLine commandLine) {
    String version = Launcher.class.getPackage().getImplementationVersion();
    commandLine
        .getCommandSpec()
        .version("Election Night " + (version == null ? "from classes" : version));
    commandLine.getSubcommands().values().forEach(Launcher::setVersion);
  }

  private static void tell(CommandLine where, String sentence) {
    if (Logs.areJson()) {
      LOG.error(sentence);
    } else {
      where.getErr().println(sentence);
    }
  }

  private static String sentence(String message) {
    String line = message.lines().findFirst().orElse("Something is wrong").strip();
    return line.endsWith(".") ? line : line + ".";
  }

  private static final class FromEnvironment implements IDefaultValueProvider {
    private final UnaryOperator<String> environment;

    FromEnvironment(UnaryOperator<String> environment) {
      this.environment = environment;
    }

    @Override
    public String defaultValue(ArgSpec argument) {
      return argument instanceof OptionSpec option
              && option.longestName().startsWith("--")
              && !option.longestName().equals(KafkaOptions.PROPERTY)
              && !option.usageHelp()
              && !option.versionHelp()
          ? environment.apply(environmentVariable(option))
          : null;
    }

    /** Nobody is told of an option that nobody gave. */
    String message(ParameterException mistake) {
      String value = mistake.getValue();
      return value != null && value.equals(defaultValue(mistake.getArgSpec()))
          ? environmentVariable((OptionSpec) mistake.getArgSpec())
              + " in the environment: "
              + mistake.getMessage()
          : mistake.getMessage();
    }
  }
}
