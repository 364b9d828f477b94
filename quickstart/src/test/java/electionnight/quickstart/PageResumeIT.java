package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import electionnight.dashboard.Dashboard;
import electionnight.dashboard.DashboardSettings;
import electionnight.domain.Declaration;
import electionnight.domain.ElectionId;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.logging.LogType;

/** The server goes away and comes back. */
@ExtendWith(SharedSystem.class)
class PageResumeIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String BANNER = "document.querySelector('[data-testid=stale-banner]')";

  private final Page page;

  PageResumeIT(Page page) {
    this.page = page;
  }

  @Test
  void thePageSaysThatTheServerIsAwayAndCatchesUpWithNothingMissing() throws InterruptedException {
    RecordedNight night =
        UnqueriedNight.of(
            RenamedNight.as("resumed", Nights.open("by-elections-2023-10-19-misreported")));
    ElectionId id = night.election().election();
    List<Declaration> declarations = night.declarations();
    page.open(night, declarations.subList(0, 1));
    int port;
    try (Dashboard first = dashboard(0)) {
      port = first.port();
      page.browser().open("http://localhost:" + port + "/?night=" + id);
      page.awaitRevision(1);
      page.browser().run("window.sameDocument = true");
    }
    awaitBanner("Reconnecting …");
    awaitBanner("Stale since");
    assertThat(page.text("stale-banner")).contains("revision 1");
    declarations.subList(1, 3).forEach(word -> page.publisher().publish(word).join());
    page.system().drained(id);

    Dashboard second = dashboard(port);
    try {
      page.awaitRevision(3);

      page.browser().awaitTrue(BANNER + ".hidden");
      PartyTable.assertEqualsRest(page, id);
      assertThat(page.texts("[data-testid=declaration]"))
          .hasSize(2)
          .anyMatch(text -> text.contains("Tamworth"))
          .anyMatch(text -> text.contains("Mid Bedfordshire") && text.contains("1,192"));
      assertThat(page.alertsAbout("Mid Bedfordshire"))
          .as("what was corrected while the server was away")
          .anyMatch(text -> text.contains("1,316") && text.contains("1,192"));
      assertThat(page.browser().run("return window.sameDocument")).isEqualTo(true);
    } finally {
      second.close();
      page.browser().open("about:blank");
      page.browser().log(LogType.BROWSER);
    }
  }

  @Test
  void aPageOfWhichAPartIsMissingIsLoadedAgainOnceTheServerAnswers() throws InterruptedException {
    RecordedNight night = RenamedNight.as("lossy", Nights.open("by-elections-2023-10-19"));
    ElectionId id = night.election().election();
    page.open(night, night.declarations().subList(0, 1));
    page.browser().losing("*/js/store.js", "*/api/*");
    page.browser().open(page.address("/?night=" + id));
    page.browser().run("window.deadDocument = true");
    assertThat(page.browser().run("return document.getElementById('sentence').textContent"))
        .as("what the page says without a part of its scripts")
        .isEqualTo("");

    page.browser().losing();

    await("a new document")
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> page.browser().run("return window.deadDocument === undefined").equals(true));
    page.awaitRevision(1);
    PartyTable.assertEqualsRest(page, id);
    page.browser().forgetLog();
  }

  private void awaitBanner(String words) {
    page.browser()
        .awaitTrue("!%1$s.hidden && %1$s.textContent.startsWith('%2$s')".formatted(BANNER, words));
  }

  private Dashboard dashboard(int port) {
    return Dashboard.start(
        DashboardSettings.DEFAULTS.withPort(port),
        page.system().kafka(),
        new SimpleMeterRegistry());
  }
}
