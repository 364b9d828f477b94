package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import electionnight.domain.ElectionId;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.testing.Requirement;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The examples on the page for developers, run as the page says, as it serves them. */
@ExtendWith(SharedSystem.class)
class DevelopersIT {
  /** The program as the page shows it, with this server and the chosen night in it. */
  private static final String EXAMPLE =
      "document.querySelector('code-example[src=\"developers/alerts.js\"] pre code')";

  private static final String ALERT = ":BIGGEST_MAJORITY_OVERTURNED:E14000813";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private final Page page;

  DevelopersIT(Page page) {
    this.page = page;
  }

  @Test
  void theExampleForBrowsersPrintsTheAlertsAsTheyCome() throws InterruptedException {
    RecordedNight night =
        RenamedNight.as("developed-in-a-browser", Nights.open("by-elections-2023-10-19"));
    page.play(new RecordedNight(night.election(), night.seats(), List.of()));
    Browser browser = page.browser();
    browser.open(page.address("/developers"));
    browser.awaitElement("#night option[value=developed-in-a-browser]");
    browser.click("#night option[value=developed-in-a-browser]");
    browser.awaitTrue(EXAMPLE + "?.textContent.includes('developed-in-a-browser')");
    String program = String.valueOf(browser.run("return " + EXAMPLE + ".textContent"));
    assertThat(program).contains(page.address(""));
    browser.run(
        """
        window.printed = [];
        console.log = (...words) => window.printed.push(words.join(' '));
        """);
    browser.run(program);

    page.play(night);

    browser.awaitTrue("window.printed.some((line) => line.includes('" + ALERT + "'))");
    assertThat(browser.strings("return window.printed"))
        .anyMatch(
            line -> line.contains(ALERT + " 1 ISSUED") && line.contains("overturning 24,664"));
    page.assertNothingWentWrong();
  }

  @Test
  void everyExamplePrintsTheAlertsAsTheyCome() throws Exception {
    String curl = Requirement.tool("curl");
    String python = Requirement.tool("python3");
    RecordedNight night = RenamedNight.as("developed", Nights.open("by-elections-2023-10-19"));
    ElectionId id = night.election().election();
    page.play(new RecordedNight(night.election(), night.seats(), List.of()));
    String server = page.address("");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Map<String, List<String>> commands = new LinkedHashMap<>();
    commands.put("alerts.sh", List.of("sh", "alerts.sh", server, id.value()));
    commands.put("alerts.py", List.of(python, "alerts.py", server, id.value()));
    commands.put("Alerts.java", List.of(java, "Alerts.java", server, id.value()));
    commands.put(
        "AlertsConsumer.java",
        List.of(
            java,
            "-cp",
            kafkaClients(),
            "AlertsConsumer.java",
            page.system().kafka().bootstrapServers()));
    for (String file : commands.keySet()) {
      new ProcessBuilder(
              curl, "-sSf", "-o", folder.resolve(file).toString(), server + "/developers/" + file)
          .inheritIO()
          .start()
          .waitFor();
    }
    Map<String, Process> running = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, List<String>> command : commands.entrySet()) {
        running.put(
            command.getKey(),
            new ProcessBuilder(command.getValue())
                .directory(folder.toFile())
                .redirectOutput(out(command.getKey()).toFile())
                .redirectError(folder.resolve(command.getKey() + ".err").toFile())
                .start());
      }

      page.play(night);

      for (Map.Entry<String, Process> example : running.entrySet()) {
        await(example.getKey() + " prints the alert of the night")
            .atMost(PATIENCE)
            .failFast(
                () ->
                    assertThat(example.getValue().isAlive())
                        .as(Files.readString(folder.resolve(example.getKey() + ".err")))
                        .isTrue())
            .until(() -> Files.readString(out(example.getKey())).contains(id + ALERT));
        assertThat(Files.readString(out(example.getKey())))
            .as(example.getKey())
            .contains("overturning 24,664");
      }
    } finally {
      running.values().forEach(Process::destroyForcibly);
    }
  }

  private Path out(String file) {
    return folder.resolve(file + ".out");
  }

  /** What the Kafka example needs, of all that these tests have. */
  private static String kafkaClients() {
    List<String> jars = new ArrayList<>();
    for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
      String name = Path.of(jar).getFileName().toString();
      if (name.startsWith("kafka-clients-") || name.startsWith("slf4j-api-")) {
        jars.add(jar);
      }
    }
    return String.join(File.pathSeparator, jars);
  }
}
