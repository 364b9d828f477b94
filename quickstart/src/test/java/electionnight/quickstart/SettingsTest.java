package electionnight.quickstart;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** docs/settings.md says what the code says; {@code -Drenew} writes its table anew. */
class SettingsTest {
  private static final Path PAGE = OpsFiles.ROOT.resolve("docs/settings.md");
  private static final String BEGIN = "<!-- options: written by SettingsTest -->\n\n";
  private static final String END = "\n<!-- end of options -->";
  private static final String RENEW =
      "mvn -q -pl quickstart -am test -Dtest=SettingsTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Drenew";
  private static final Pattern VARIABLE = Pattern.compile("ELECTION_NIGHT_[A-Z0-9]+(_[A-Z0-9]+)*");
  private static final String BY_ENVIRONMENT = "## From the environment alone";

  private final SettingsTable table =
      new SettingsTable(new CommandLine(new QuickstartCommand(), new Parts()));

  @Test
  void theTableHasEveryOptionOfEveryCommand() throws IOException {
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END);
    if (System.getProperty("renew") != null) {
      Files.writeString(PAGE, page.substring(0, from) + table.markdown() + page.substring(to));
      return;
    }

    List<String> told = page.substring(from, to).lines().toList();
    List<String> shown = table.markdown().lines().toList();
    assertThat(without(told, shown))
        .as("lines of docs/settings.md that are no longer so; renew them with: %s", RENEW)
        .isEmpty();
    assertThat(without(shown, told))
        .as("lines that docs/settings.md lacks; renew them with: %s", RENEW)
        .isEmpty();
  }

  @Test
  void whatIsReadFromTheEnvironmentAloneIsListed() throws IOException {
    String page = Files.readString(PAGE);
    Set<String> listed = variables(page.substring(page.indexOf(BY_ENVIRONMENT)));

    Set<String> read = new TreeSet<>();
    for (Path source : sources()) {
      // Some are pictures; every byte is a character of Latin-1.
      read.addAll(variables(Files.readString(source, StandardCharsets.ISO_8859_1)));
    }
    read.removeAll(table.variables());

    assertThat(listed)
        .as("the variables without an option in docs/settings.md, against what the code reads")
        .isEqualTo(read);
  }

  private static List<String> without(List<String> lines, List<String> others) {
    return lines.stream().filter(line -> !others.contains(line)).toList();
  }

  /** What makes up the programs, and what starts them. */
  private static List<Path> sources() throws IOException {
    try (Stream<Path> modules = Files.list(OpsFiles.ROOT)) {
      return Stream.concat(
              modules.map(module -> module.resolve("src/main")),
              Stream.of(
                      "election-night",
                      "Dockerfile",
                      "docker-compose.yml",
                      "docker-compose.secured.yml",
                      "ops")
                  .map(OpsFiles.ROOT::resolve))
          .filter(Files::exists)
          .flatMap(SettingsTest::files)
          .toList();
    }
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> variables(String text) {
    return VARIABLE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(toCollection(TreeSet::new));
  }
}
