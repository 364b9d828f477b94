package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Declaration;
import electionnight.domain.ElectionId;
import electionnight.domain.Scoreboard;
import electionnight.producer.night.RecordedNight;
import electionnight.producer.publish.Publisher;
import java.util.List;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogType;

/** The page of a running system, in a browser. */
final class Page {
  private static final int DESKTOP_WIDTH = 1440;
  private static final int DESKTOP_HEIGHT = 1000;

  private final Browser browser;
  private final RunningSystem system;

  Page(Browser browser, RunningSystem system) {
    this.browser = browser;
    this.system = system;
  }

  /** The same system in another browser. */
  Page in(Browser other) {
    return new Page(other, system);
  }

  Browser browser() {
    return browser;
  }

  RunningSystem system() {
    return system;
  }

  Publisher publisher() {
    return system.publisher();
  }

  /** Opens a night of which some is declared on a desktop, and waits until the page shows it. */
  void open(RecordedNight night, List<Declaration> declared) throws InterruptedException {
    Scoreboard board = play(new RecordedNight(night.election(), night.seats(), declared));
    browser.resize(DESKTOP_WIDTH, DESKTOP_HEIGHT);
    browser.prefer(Browser.Theme.LIGHT);
    browser.log(LogType.BROWSER);
    show(night.election().election(), "");
    awaitRevision(board.revision());
  }

  /**
   * Opens an address of a night.
   *
   * @param more the rest of the address, as {@code &wall}
   */
  void show(ElectionId night, String more) {
    browser.open(address("/?night=" + night + more));
    browser.awaitElement("html[data-revision]");
  }

  String address(String path) {
    return "http://localhost:" + system.dashboard().port() + path;
  }

  Scoreboard play(RecordedNight night) throws InterruptedException {
    return system.play(night);
  }

  void awaitRevision(long revision) {
    browser.awaitElement("html[data-revision=\"" + revision + "\"]");
  }

  /** The revision that is drawn. */
  long revision() {
    return Long.parseLong(browser.one("html").getDomAttribute("data-revision"));
  }

  String text(String testId) {
    return browser.one("[data-testid=" + testId + "]").getText();
  }

  List<String> texts(String selector) {
    return browser.all(selector).stream().map(WebElement::getText).toList();
  }

  List<String> alertsAbout(String seat) {
    return texts("[data-testid=alert]").stream().filter(text -> text.contains(seat)).toList();
  }

  void assertNothingWentWrong() {
    assertThat(browser.log(LogType.BROWSER)).as("console").isEmpty();
    assertThat(
            browser.run(
                "return performance.getEntriesByType('resource').map(entry => entry.name)"
                    + ".filter(name => !name.startsWith(location.origin))"))
        .as("requests to other hosts")
        .isEqualTo(List.of());
  }
}
