package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import electionnight.domain.Declaration;
import electionnight.domain.ElectionId;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.producer.progress.Progress;
import electionnight.producer.publish.Publisher;
import electionnight.producer.source.NightReplay;
import electionnight.producer.source.Pace;
import electionnight.testing.Amended;
import electionnight.testing.Requirement;
import electionnight.wire.MessageType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The overlays and the embedded ticker in a real Chromium, in front of the whole system. */
@TestInstance(Lifecycle.PER_CLASS)
class OnAirIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final RecordedNight MISREPORTED =
      Nights.open("by-elections-2023-10-19-misreported");
  private static final String HOSTILE = "<img src=x onerror=\"document.title='owned'\">\u202Eevil";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String ON_SCREEN =
      "return document.getElementById('stage').innerText.replace(/\\s+/g, ' ')";

  /** What of the graphics is smaller than 28 pixels, or outside the safe area. */
  private static final String UNFIT =
      """
      const unfit = [];
      for (const element of document.querySelectorAll('#stage *')) {
        const text = [...element.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim());
        const { left, top, right, bottom } = element.getBoundingClientRect();
        const style = getComputedStyle(element);
        if (text && parseFloat(style.fontSize) < 28) unfit.push(`${style.fontSize}: ${element.innerText}`);
        if (element.matches('.panel') && (left < 95 || top < 53 || right > 1825 || bottom > 1027)) unfit.push(`at ${left} ${top} ${right} ${bottom}`);
      }
      return unfit;
      """;

  private final Progress progress = Progress.onStandardError();
  private Quickstart system;
  private Publisher publisher;
  private ChromeDriver browser;

  @BeforeAll
  void start() throws InterruptedException {
    Requirement.BROWSER.require(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER), CHROMIUM + " and " + DRIVER);
    system = EmbeddedSystem.start();
    publisher = Publisher.connect(system.kafka());
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.WARNING);
    options.setCapability("goog:loggingPrefs", logs);
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options);
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.quit();
    }
    if (publisher != null) {
      publisher.close();
    }
    if (system != null) {
      system.close();
    }
  }

  @Test
  void nothingOfACheckedResultGoesOnAirUntilItIsCorrected() throws InterruptedException {
    RecordedNight night = RenamedNight.as("checked-on-air", MISREPORTED);
    play(night, night.declarations().subList(0, 1));
    Map<String, String> windows = openOverlays(night);
    play(night, night.declarations().subList(1, 2));
    for (String overlay : windows.keySet()) {
      show(windows, overlay, 2);
      assertThat(onScreen()).as(overlay).doesNotContain("Mid Bedfordshire");
    }

    play(night, night.declarations().subList(2, 3));

    show(windows, "lower-third", 3);
    awaitOnScreen("Mid Bedfordshire", "24,664");
    show(windows, "ticker", 3);
    awaitOnScreen("Mid Bedfordshire", "1,192");
    show(windows, "bug", 3);
    awaitOnScreen("REPLAY", "Lab 2", "2 of 2 declared");
    close(windows);
  }

  @Test
  void whatWasShownWronglyIsPutRightWithOldAndNew() throws InterruptedException {
    RecordedNight night = UnqueriedNight.of(RenamedNight.as("believed-on-air", MISREPORTED));
    play(night, night.declarations().subList(0, 1));
    Map<String, String> windows = openOverlays(night);
    play(night, night.declarations().subList(1, 2));
    show(windows, "ticker", 2);
    awaitOnScreen("Mid Bedfordshire", "majority 1,316");

    play(night, night.declarations().subList(2, 3));

    awaitOnScreen("Correction", "Mid Bedfordshire", "majority 1,192, not", "1,316");
    show(windows, "lower-third", 3);
    awaitOnScreen("Correction", "Mid Bedfordshire", "majority", "1,316", "1,192");
    close(windows);
  }

  @Test
  void aHostileNameOfATestNightStaysTextInItsPlaceAndIsMarked() throws InterruptedException {
    RecordedNight plain = RenamedNight.as("hostile-on-air", Nights.open("by-elections-2023-10-19"));
    RecordedNight night =
        new RecordedNight(
            Amended.of(MessageType.ELECTION, plain.election(), tree -> tree.put("mode", "TEST")),
            plain.seats().stream()
                .map(
                    seat ->
                        Amended.of(
                            MessageType.SEAT,
                            seat,
                            tree ->
                                tree.put("name", HOSTILE + "x".repeat(140)).putArray("candidates")))
                .toList(),
            plain.declarations());
    play(night, List.of());
    Map<String, String> windows = openOverlays(night);

    play(night, night.declarations());

    for (String overlay : windows.keySet()) {
      show(windows, overlay, 2);
      awaitOnScreen("TEST");
      assertThat(browser.getTitle()).as(overlay).doesNotContain("owned");
    }
    close(windows);
  }

  @Test
  void theTickerOfAnotherSiteShowsTheNightAndLinksToIt() throws InterruptedException {
    RecordedNight night =
        RenamedNight.as("embedded-on-air", Nights.open("by-elections-2023-10-19"));
    play(night, night.declarations());

    browser.get(address("/embed?night=" + night.election().election()));

    await("the ticker")
        .atMost(PATIENCE)
        .until(() -> ticker("shadowRoot.textContent"), text -> text.contains("Mid Bedfordshire"));
    assertThat(ticker("shadowRoot.querySelector('.mark').textContent")).isEqualTo("REPLAY");
    assertThat(ticker("shadowRoot.querySelector('a').href"))
        .isEqualTo(address("/?night=embedded-on-air"));
    assertNothingWentWrong();
  }

  private String ticker(String member) {
    Object value =
        browser.executeScript(
            "const ticker = document.querySelector('election-ticker');"
                + "return ticker?.shadowRoot?.querySelector('.mark:not([hidden])') ? ticker."
                + member
                + " : ''");
    return String.valueOf(value);
  }

  /**
   * A window for each overlay, so that each stands on its own clock from the start of the night.
   */
  private Map<String, String> openOverlays(RecordedNight night) {
    Map<String, String> windows = new LinkedHashMap<>();
    for (String overlay : List.of("ticker", "lower-third", "bug")) {
      browser.switchTo().newWindow(WindowType.TAB);
      browser.executeCdpCommand(
          "Emulation.setDeviceMetricsOverride",
          Map.of("width", 1920, "height", 1080, "deviceScaleFactor", 1, "mobile", false));
      browser.get(address("/overlay/" + overlay + "?night=" + night.election().election()));
      awaitRevision();
      windows.put(overlay, browser.getWindowHandle());
    }
    return windows;
  }

  private void show(Map<String, String> windows, String overlay, long revision) {
    browser.switchTo().window(windows.get(overlay));
    await(overlay + " at revision " + revision)
        .atMost(PATIENCE)
        .until(() -> awaitRevision() >= revision);
  }

  private void close(Map<String, String> windows) {
    for (String window : windows.values()) {
      browser.switchTo().window(window);
      assertNothingWentWrong();
      browser.close();
    }
    browser.switchTo().window(browser.getWindowHandles().iterator().next());
  }

  private long awaitRevision() {
    return await("a revision on the screen")
        .atMost(PATIENCE)
        .until(
            () ->
                (Long)
                    browser.executeScript(
                        "return Number(document.documentElement.dataset.revision ?? -1)"),
            revision -> revision >= 0);
  }

  private String onScreen() {
    return String.valueOf(browser.executeScript(ON_SCREEN));
  }

  /** Waits for one message that says all of it, and finds it fit for air. */
  private void awaitOnScreen(String... words) {
    await(String.join(", ", words) + " on the screen")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(() -> assertThat(onScreen()).contains(words));
    assertThat(browser.executeScript(UNFIT))
        .as("what is too small or too near the edge")
        .isEqualTo(List.of());
  }

  private void play(RecordedNight night, List<Declaration> declarations)
      throws InterruptedException {
    new NightReplay(
            publisher,
            new RecordedNight(night.election(), night.seats(), declarations),
            Pace.max(),
            progress)
        .run();
    ElectionId id = night.election().election();
    system.drained(id);
  }

  private String address(String path) {
    return "http://localhost:" + system.dashboard().port() + path;
  }

  private void assertNothingWentWrong() {
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).as("console").isEmpty();
  }
}
