package electionnight.quickstart;

import electionnight.cli.Launcher;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option of one command, as its help tells it.
 *
 * @param option its name and what it takes, such as {@code --port PORT}
 * @param variable the environment variable that stands in for it
 * @param meaning the description without the default
 * @param value the default, or that there is none
 * @param command whose option it is
 */
record Setting(String option, String variable, String meaning, String value, String command) {
  private static final Pattern WITH_DEFAULT = Pattern.compile("(.*?) ?\\(default: (.*)\\)\\.");

  static Setting of(OptionSpec option, String command) {
    String description = String.join(" ", option.description());
    Matcher told = WITH_DEFAULT.matcher(description);
    boolean isTold = told.matches();
    return new Setting(
        option.longestName() + (takesNothing(option) ? "" : " " + option.paramLabel()),
        Launcher.environmentVariable(option),
        isTold ? sentence(told.group(1)) : description,
        isTold ? told.group(2) : untold(option),
        command);
  }

  /** What two commands must share to have the same setting. */
  Setting shared() {
    return new Setting(option, variable, meaning, "", "");
  }

  private static boolean takesNothing(OptionSpec option) {
    return option.arity().max() == 0;
  }

  private static String untold(OptionSpec option) {
    return option.required() ? "required" : takesNothing(option) ? "off" : "none";
  }

  private static String sentence(String text) {
    return text.endsWith(".") ? text : text + ".";
  }
}
