package electionnight.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import electionnight.dashboard.Dashboard;
import electionnight.dashboard.DashboardSettings;
import electionnight.dashboard.http.access.AccessSettings;
import electionnight.dashboard.http.access.Origins;
import electionnight.dashboard.http.access.TrustedProxies;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** The ticker on the pages of another site, and whether that site may have it. */
@ExtendWith(SharedSystem.class)
@TestInstance(Lifecycle.PER_CLASS)
class PageEmbedIT {
  private static final String AS_AN_ELEMENT =
      """
      <!doctype html><meta charset="utf-8"><title>Another site</title>
      <script type="module" src="%s/embed/election-ticker.js"></script>
      <election-ticker src="%s" night="embedded"><a href="https://results.example">Live results</a></election-ticker>
      """;

  private static final String AS_A_FRAME =
      """
      <!doctype html><meta charset="utf-8"><title>Another site</title>
      <iframe src="%s/embed?night=embedded" title="Live election results"></iframe>
      """;

  private static final String TICKER = "document.querySelector('election-ticker')?.shadowRoot";

  private final Page page;
  private final Browser browser;
  private HttpServer site;
  private Dashboard allowing;

  PageEmbedIT(Page page) {
    this.page = page;
    this.browser = page.browser();
  }

  @BeforeAll
  void givenAnotherSiteThatOneServerAllowsAndOneDoesNot() throws IOException, InterruptedException {
    RecordedNight night = RenamedNight.as("embedded", Nights.open("by-elections-2023-10-19"));
    page.play(night);
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    Origins origins = Origins.of(List.of("http://localhost:" + site.getAddress().getPort()));
    AccessSettings defaults = AccessSettings.DEFAULTS;
    allowing =
        Dashboard.start(
            DashboardSettings.DEFAULTS
                .withPort(0)
                .withAccess(
                    new AccessSettings(
                        defaults.maxClients(),
                        defaults.maxClientsPerAddress(),
                        TrustedProxies.in(List.of()),
                        origins,
                        origins)),
            page.system().kafka(),
            new SimpleMeterRegistry());
    String allowed = "http://localhost:" + allowing.port();
    String refused = page.address("");
    serve("/allowed/element", AS_AN_ELEMENT.formatted(allowed, allowed));
    serve("/allowed/frame", AS_A_FRAME.formatted(allowed));
    serve("/refused/element", AS_AN_ELEMENT.formatted(refused, refused));
    serve("/refused/results", AS_AN_ELEMENT.formatted(allowed, refused));
    serve("/refused/frame", AS_A_FRAME.formatted(refused));
    serve("/favicon.ico", "");
    site.start();
  }

  private void serve(String path, String html) {
    site.createContext(
        path,
        exchange -> {
          byte[] body = html.getBytes(UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  @AfterAll
  void stop() {
    browser.leaveFrame();
    browser.open("about:blank");
    browser.forgetLog();
    site.stop(0);
    allowing.close();
  }

  @Test
  void anAllowedSiteShowsTheNightAndLinksToIt() {
    open("/allowed/element");

    browser.awaitTrue(TICKER + "?.textContent.includes('Mid Bedfordshire')");
    assertThat(browser.run("return " + TICKER + ".querySelector('.mark').textContent"))
        .isEqualTo("REPLAY");
    assertThat(browser.run("return " + TICKER + ".querySelector('a').href"))
        .isEqualTo("http://localhost:" + allowing.port() + "/?night=embedded");
    assertThat(browser.log(LogType.BROWSER)).as("console").isEmpty();
  }

  @Test
  void aSiteThatIsNotAllowedShowsWhatItHasItselfInsteadOfTheTicker() {
    open("/refused/element");

    assertThat(browser.one("election-ticker").getText()).isEqualTo("Live results");
    assertThat(browser.log(LogType.BROWSER))
        .extracting(LogEntry::getMessage)
        .anyMatch(line -> line.contains("blocked by CORS policy"));
  }

  @Test
  void aTickerThatMayNotReadTheResultsSaysSo() {
    open("/refused/results");

    browser.awaitTrue(TICKER + "?.textContent.includes('does not allow this site')");
  }

  @Test
  void anAllowedAncestorMayFrameTheTicker() {
    open("/allowed/frame");
    browser.enterFrame();

    browser.awaitTrue(TICKER + "?.textContent.includes('Mid Bedfordshire')");
    browser.leaveFrame();
    assertThat(browser.log(LogType.BROWSER)).as("console").isEmpty();
  }

  @Test
  void anAncestorThatIsNotAllowedFramesNothing() {
    open("/refused/frame");
    browser.enterFrame();

    assertThat(browser.all("election-ticker")).isEmpty();
    browser.leaveFrame();
    assertThat(browser.log(LogType.BROWSER))
        .extracting(LogEntry::getMessage)
        .anyMatch(line -> line.contains("frame-ancestors"));
  }

  private void open(String path) {
    browser.forgetLog();
    browser.open("http://localhost:" + site.getAddress().getPort() + path);
  }
}
