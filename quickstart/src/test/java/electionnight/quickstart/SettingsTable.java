package electionnight.quickstart;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The options of a command and all its subcommands as a table in Markdown. */
final class SettingsTable {
  /** What the program without a subcommand is called. */
  private static final String QUICKSTART = "quickstart";

  private final List<Setting> settings = new ArrayList<>();

  SettingsTable(CommandLine program) {
    collect(program, QUICKSTART);
    settings.sort(Comparator.comparing(Setting::option).thenComparing(Setting::meaning));
  }

  /** Every environment variable that stands in for an option. */
  List<String> variables() {
    return settings.stream().map(Setting::variable).distinct().toList();
  }

  /** The table, a line for each option that means one thing. */
  String markdown() {
    return settings.stream()
        .collect(groupingBy(Setting::shared, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .map(SettingsTable::row)
        .collect(
            joining(
                "\n",
                "| option | environment | default | of | meaning |\n|---|---|---|---|---|\n",
                "\n"));
  }

  private void collect(CommandLine program, String name) {
    program.getCommandSpec().options().stream()
        .filter(option -> !option.hidden() && !option.usageHelp() && !option.versionHelp())
        .map(option -> Setting.of(option, name))
        .forEach(settings::add);
    program
        .getSubcommands()
        .forEach(
            (subcommand, line) ->
                collect(line, name.equals(QUICKSTART) ? subcommand : name + " " + subcommand));
  }

  private static String row(List<Setting> same) {
    Setting any = same.get(0);
    Map<String, List<String>> commandsByDefault =
        same.stream()
            .collect(
                groupingBy(
                    Setting::value, LinkedHashMap::new, mapping(Setting::command, toList())));
    String defaults =
        commandsByDefault.size() == 1
            ? any.value()
            : commandsByDefault.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + String.join(", ", entry.getValue()) + ")")
                .collect(joining("; "));
    String commands = same.stream().map(Setting::command).distinct().collect(joining(", "));
    return "| `%s` | `%s` | %s | %s | %s |"
        .formatted(
            cell(any.option()), any.variable(), cell(defaults), commands, cell(any.meaning()));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
