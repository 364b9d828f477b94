package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.testing.Requirement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real headless Chromium. */
final class Browser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
    driver.manage().timeouts().scriptTimeout(PATIENCE);
  }

  static Browser start() {
    return start(new LoggingPreferences());
  }

  /** One that also notes what goes over the network, for {@link #log} of performance. */
  static Browser watchingTheNetwork() {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    return start(logs);
  }

  private static Browser start(LoggingPreferences logs) {
    Requirement.BROWSER.require(
        Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER), CHROMIUM + " and " + DRIVER);
    logs.enable(LogType.BROWSER, Level.WARNING);
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
        "--hide-scrollbars");
    options.setCapability("goog:loggingPrefs", logs);
    return new Browser(
        new ChromeDriver(
            new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build(),
            options));
  }

  void open(String address) {
    driver.get(address);
  }

  /** The size of the page in CSS pixels. */
  void resize(int width, int height) {
    devTools(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** As a reader's system prefers it. */
  void prefer(Theme theme) {
    devTools(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", theme.word()))));
  }

  void runScripts(boolean yes) {
    devTools("Emulation.setScriptExecutionDisabled", Map.of("value", !yes));
  }

  /** What it asks for that matches one of these patterns does not arrive; none ends it. */
  void losing(String... patterns) {
    devTools("Network.enable", Map.of());
    devTools("Network.setBlockedURLs", Map.of("urls", List.of(patterns)));
  }

  /** What is seen where a page paints nothing. */
  void paper(int grey) {
    devTools(
        "Emulation.setDefaultBackgroundColorOverride",
        Map.of("color", Map.of("r", grey, "g", grey, "b", grey, "a", 1)));
  }

  void usualPaper() {
    devTools("Emulation.setDefaultBackgroundColorOverride", Map.of());
  }

  /** What the page holds on to, once its garbage is collected. */
  Memory memory() {
    devTools("HeapProfiler.collectGarbage", Map.of());
    return new Memory(
        ((Number) devTools("Runtime.getHeapUsage", Map.of()).get("usedSize")).longValue(),
        ((Number) devTools("Memory.getDOMCounters", Map.of()).get("nodes")).longValue());
  }

  private Map<String, Object> devTools(String command, Map<String, Object> parameters) {
    return driver.executeCdpCommand(command, parameters);
  }

  /** What a script returns. */
  Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  /** The texts that a script returns in an array. */
  List<String> strings(String script) {
    return ((List<?>) run(script)).stream().map(String::valueOf).toList();
  }

  /** What a script hands to its last argument, a callback. */
  Object await(String script, Object... arguments) {
    return driver.executeAsyncScript(script, arguments);
  }

  /** Waits until an expression is true of the page. */
  void awaitTrue(String expression) {
    assertThat(
            await(
                """
                const done = arguments[0];
                const until = performance.now() + 30000;
                const wait = () => {
                  if (%1$s) done(true);
                  else if (performance.now() > until) done(document.body.innerText);
                  else setTimeout(wait, 20);
                };
                wait();
                """
                    .formatted(expression)))
        .as("waited for %s", expression)
        .isEqualTo(true);
  }

  /** Waits until there is an element. */
  void awaitElement(String selector) {
    awaitTrue("document.querySelector(`%s`)".formatted(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  WebElement one(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  void click(String selector) {
    one(selector).click();
  }

  /** What a reader types into what has the focus. */
  void type(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  void paste() {
    new Actions(driver).keyDown(Keys.CONTROL).sendKeys("v").keyUp(Keys.CONTROL).perform();
  }

  /** Drags along an element, from and to parts of its width. */
  void drag(String selector, double from, double to) {
    WebElement element = one(selector);
    int width = element.getSize().getWidth();
    int start = (int) Math.round(width * (from - 0.5));
    int end = (int) Math.round(width * (to - 0.5));
    new Actions(driver)
        .moveToElement(element, start, 0)
        .clickAndHold()
        .moveByOffset((end - start) / 2, 0)
        .moveByOffset(end - start - (end - start) / 2, 0)
        .release()
        .perform();
  }

  void back() {
    driver.navigate().back();
  }

  String address() {
    return driver.getCurrentUrl();
  }

  /** Opens another tab, which is the one that is driven from now on. */
  String openTab() {
    return driver.switchTo().newWindow(WindowType.TAB).getWindowHandle();
  }

  String tab() {
    return driver.getWindowHandle();
  }

  void switchTo(String tab) {
    driver.switchTo().window(tab);
  }

  void closeTab() {
    driver.close();
  }

  /** Drives what is in the first frame of the page; {@link #leaveFrame} goes back. */
  void enterFrame() {
    driver.switchTo().frame(0);
  }

  void leaveFrame() {
    driver.switchTo().defaultContent();
  }

  String title() {
    return driver.getTitle();
  }

  /** Waits until nothing moves any more. */
  void settle() {
    await(
        """
        const done = arguments[0];
        Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null)))
            .then(() => requestAnimationFrame(() => requestAnimationFrame(() => done())));
        """);
  }

  byte[] screenshot() {
    return driver.getScreenshotAs(OutputType.BYTES);
  }

  /** What was logged since it was last asked for. */
  List<LogEntry> log(String type) {
    return driver.manage().logs().get(type).getAll();
  }

  /** Leaves out of the log what a test meant to happen. */
  void forgetLog() {
    log(LogType.BROWSER);
  }

  @Override
  public void close() {
    driver.quit();
  }

  /**
   * What a page holds on to.
   *
   * @param heap bytes of its scripts
   * @param nodes of its document, and those that it took out but did not let go
   */
  record Memory(long heap, long nodes) {}

  /** What a reader's system prefers. */
  enum Theme {
    LIGHT,
    DARK;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
