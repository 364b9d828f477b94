package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import electionnight.domain.CandidateVotes;
import electionnight.domain.Declaration;
import electionnight.domain.ElectionId;
import electionnight.domain.PartyRow;
import electionnight.domain.Scoreboard;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.producer.progress.Progress;
import electionnight.producer.publish.Publisher;
import electionnight.producer.source.NightReplay;
import electionnight.producer.source.Pace;
import electionnight.testing.Amended;
import electionnight.testing.Requirement;
import electionnight.wire.Json;
import electionnight.wire.MessageType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The page in a real headless Chromium, in front of the whole system. */
@TestInstance(Lifecycle.PER_CLASS)
class PageIT {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final String HOSTILE = "<img src=x onerror=\"document.title='owned'\">\u202Eevil";

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
  }

  @BeforeEach
  void openBrowser() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toString());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--window-size=1440,1000");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.WARNING);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    browser = new ChromeDriver(service, options);
  }

  @AfterEach
  void closeBrowser() {
    if (browser != null) {
      browser.quit();
    }
  }

  @AfterAll
  void stop() {
    if (publisher != null) {
      publisher.close();
    }
    if (system != null) {
      system.close();
    }
  }

  @Test
  void aGeneralElectionPlaysOnThePage() throws InterruptedException {
    RecordedNight night = Nights.open("general-election-2024");
    open(night, List.of());
    assertThat(text("sentence")).isEqualTo("No seat declared yet; 326 of 650 make a majority.");

    Scoreboard scoreboard = play(night);

    awaitRevision(scoreboard.revision());
    assertFiguresEqual(scoreboard);
    assertThat(text("sentence")).contains("Labour").contains("650");
    assertThat(text("biggest-overturned")).contains("Boston and Skegness").contains("27,402");
    assertThat(browser.findElements(By.cssSelector("[data-testid=declaration]"))).isNotEmpty();
    assertThat(
            browser.findElements(By.cssSelector("[data-testid=alert][data-kind=MAJORITY_REACHED]")))
        .hasSize(1);
    assertThat(browser.findElements(By.cssSelector("[data-testid=hex]"))).hasSize(650);
    assertNothingWentWrong();
  }

  @Test
  void byElectionsHaveNoLineAndNoMapAndTheAlertOfAllTime() throws InterruptedException {
    RecordedNight night = Nights.open("by-elections-2023-10-19");
    open(night, List.of());

    Scoreboard scoreboard = play(night);

    awaitRevision(2);
    assertFiguresEqual(scoreboard);
    assertThat(text("biggest-overturned")).contains("Mid Bedfordshire").contains("24,664");
    assertThat(
            browser.findElements(
                By.cssSelector("[data-testid=alert][data-kind=BIGGEST_MAJORITY_OVERTURNED]")))
        .extracting(WebElement::getText)
        .anyMatch(text -> text.contains("the biggest at a by-election"));
    assertThat(browser.findElements(By.cssSelector("[data-testid=seat-card]"))).hasSize(2);
    assertNothingWentWrong();
  }

  @Test
  void aCorrectionIsShownOnThePage() throws InterruptedException {
    RecordedNight night = RenamedNight.as("corrected", Nights.open("by-elections-2023-10-19"));
    open(night, night.declarations());
    Declaration first = night.declarations().get(1);
    List<CandidateVotes> votes = new ArrayList<>(first.votes());
    votes.replaceAll(
        row ->
            row.party().value().equals("Lab")
                ? new CandidateVotes(row.candidate(), row.party(), row.votes() - 2000)
                : row);

    play(
        new RecordedNight(
            night.election(),
            night.seats(),
            List.of(
                Amended.of(
                    MessageType.DECLARATION,
                    first,
                    tree -> {
                      tree.put("revision", 2).put("status", "CORRECTED");
                      tree.put("reason", "Two thousand votes were counted twice").remove("winner");
                      tree.set("votes", Json.shared().valueToTree(votes));
                    }))));

    awaitRevision(3);
    assertThat(browser.findElements(By.cssSelector("[data-testid=alert][data-state=WITHDRAWN]")))
        .extracting(WebElement::getText)
        .anyMatch(text -> text.contains("Two thousand votes were counted twice"));
    assertThat(text("biggest-overturned")).contains("Tamworth").contains("19,634");
    assertNothingWentWrong();
  }

  @Test
  void aMistakeIsCheckedOnThePageUntilItIsCorrected() throws InterruptedException {
    RecordedNight night = Nights.open("by-elections-2023-10-19-misreported");
    open(night, night.declarations().subList(0, 2));
    assertThat(text("open-seat"))
        .contains("Mid Bedfordshire")
        .contains("11,719")
        .contains("10,403")
        .contains("Tamworth");
    assertThat(alertsAbout("Mid Bedfordshire")).isEmpty();
    assertThat(text("biggest-overturned")).contains("19,634").doesNotContain("24,664");

    Scoreboard scoreboard = play(night);

    awaitRevision(3);
    assertFiguresEqual(scoreboard);
    assertThat(browser.findElements(By.cssSelector("[data-testid=open-seat]"))).isEmpty();
    assertThat(alertsAbout("Mid Bedfordshire"))
        .noneMatch(text -> text.contains("1,316"))
        .anyMatch(text -> text.contains("24,664") && text.contains("the biggest at a by-election"))
        .anyMatch(text -> text.contains("majority 1,192"));
    assertNothingWentWrong();
  }

  @Test
  void theSameMistakeWithQueriesOffIsTakenBackOnThePage() throws InterruptedException {
    RecordedNight night =
        UnqueriedNight.of(
            RenamedNight.as("believed", Nights.open("by-elections-2023-10-19-misreported")));
    open(night, night.declarations().subList(0, 2));
    assertThat(alertsAbout("Mid Bedfordshire"))
        .as("what was said at first")
        .anyMatch(text -> text.contains("majority 1,316"));

    play(night);

    awaitRevision(3);
    assertThat(
            browser.findElements(
                By.cssSelector("[data-testid=alert][data-kind=CORRECTION][data-state=ISSUED]")))
        .extracting(WebElement::getText)
        .anyMatch(
            text ->
                text.contains("Mid Bedfordshire")
                    && text.contains("1,192")
                    && text.contains("1,316")
                    && text.contains("the figures of Tamworth"));
    assertThat(browser.findElements(By.cssSelector("[data-testid=alert][data-state=AMENDED]")))
        .extracting(WebElement::getText)
        .anyMatch(text -> text.contains("Mid Bedfordshire") && text.contains("1,192"));
    assertNothingWentWrong();
  }

  private List<String> alertsAbout(String seat) {
    return browser.findElements(By.cssSelector("[data-testid=alert]")).stream()
        .map(WebElement::getText)
        .filter(text -> text.contains(seat))
        .toList();
  }

  @Test
  void aHostileNameStaysText() throws InterruptedException {
    RecordedNight plain = RenamedNight.as("hostile", Nights.open("by-elections-2023-10-19"));
    RecordedNight night =
        new RecordedNight(
            plain.election(),
            plain.seats().stream()
                .map(
                    seat ->
                        Amended.of(
                            MessageType.SEAT,
                            seat,
                            tree -> tree.put("name", HOSTILE).putArray("candidates")))
                .toList(),
            plain.declarations());
    open(night, List.of());

    play(night);

    awaitRevision(2);
    assertThat(browser.findElement(By.cssSelector("[data-testid=declaration]")).getText())
        .contains("<img src=x onerror=");
    assertThat(browser.findElements(By.cssSelector("img"))).isEmpty();
    assertThat(browser.getTitle()).doesNotContain("owned");
    assertNothingWentWrong();
  }

  private void open(RecordedNight night, List<Declaration> declared) throws InterruptedException {
    play(new RecordedNight(night.election(), night.seats(), declared));
    ElectionId id = night.election().election();
    browser.get("http://localhost:" + system.dashboard().port() + "/?night=" + id);
    awaitRevision(declared.size());
  }

  private Scoreboard play(RecordedNight night) throws InterruptedException {
    new NightReplay(publisher, night, Pace.max(), progress).run();
    return system.drained(night.election().election());
  }

  private void awaitRevision(long revision) {
    await("revision " + revision + " on the page")
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                String.valueOf(revision)
                    .equals(
                        browser.executeScript("return document.documentElement.dataset.revision")));
  }

  private void assertFiguresEqual(Scoreboard scoreboard) {
    for (PartyRow row : scoreboard.parties()) {
      assertThat(cell(row, "seats")).as("seats of %s", row.party()).isEqualTo(row.seats());
      assertThat(cell(row, "gains")).as("gains of %s", row.party()).isEqualTo(row.gains());
      assertThat(cell(row, "losses")).as("losses of %s", row.party()).isEqualTo(row.losses());
      assertThat(cell(row, "net")).as("net of %s", row.party()).isEqualTo(row.net());
      assertThat(cell(row, "votes")).as("votes of %s", row.party()).isEqualTo(row.votes());
    }
  }

  /** A figure of the party table, also where its row is folded away. */
  private long cell(PartyRow row, String column) {
    WebElement cell =
        browser.findElement(
            By.cssSelector(
                "[data-testid=party-row][data-party='"
                    + row.party()
                    + "'] [data-col="
                    + column
                    + "]"));
    String text = cell.getDomProperty("textContent").strip();
    return text.isEmpty() || text.equals("–")
        ? 0
        : Long.parseLong(text.replace(",", "").replace('\u2212', '-').replace("+", ""));
  }

  private String text(String testId) {
    return browser.findElement(By.cssSelector("[data-testid=" + testId + "]")).getText();
  }

  private void assertNothingWentWrong() {
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll()).as("console").isEmpty();
    assertThat(
            browser.executeScript(
                "return performance.getEntriesByType('resource').map(entry => entry.name)"
                    + ".filter(name => !name.startsWith(location.origin))"))
        .as("requests to other hosts")
        .isEqualTo(List.of());
  }
}
