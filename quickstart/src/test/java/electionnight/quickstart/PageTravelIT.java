package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.ElectionId;
import electionnight.producer.night.RecordedNight;
import electionnight.quickstart.Browser.Theme;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** Any moment of the night is shown as it stood, by slider and by address, and the way back. */
@ExtendWith(SharedSystem.class)
@TestInstance(Lifecycle.PER_CLASS)
class PageTravelIT {
  private static final ElectionId NIGHT = new ElectionId("travelled");
  private static final long NEWEST = SmallElection.SEATS;
  private static final int PAGE_OF_REVISIONS = 25;
  private static final String SLIDER = "[data-testid=travel-slider]";
  private static final String PLAY = "[data-testid=travel-play]";
  private static final String LIVE = "[data-testid=travel-live]";
  private static final String BACK_TO_LIVE = "[data-testid=back-to-live]";
  private static final String BIGGEST =
      NIGHT + ":BIGGEST_MAJORITY_OVERTURNED:" + SmallElection.CENTRE;

  private final Page page;
  private final Browser browser;

  PageTravelIT(Page page) {
    this.page = page;
    this.browser = page.browser();
  }

  @BeforeAll
  void givenANightOfWhichEveryDeclarationIsARevision() throws InterruptedException {
    RecordedNight night = UnqueriedNight.of(SmallElection.as(NIGHT.value()));
    page.play(night);
  }

  @BeforeEach
  void givenADesktop() {
    browser.resize(1440, 1000);
    browser.prefer(Theme.LIGHT);
  }

  @Test
  void theKeysOfTheSliderShowEveryRevisionAsItStoodAndLeadBackToLive() {
    open("", NEWEST);
    browser.run("document.querySelector('" + SLIDER + "').focus()");

    browser.type(Keys.HOME);
    assertShown(1);
    assertThat(page.text("sentence"))
        .isEqualTo("Labour need 18 more seats for a majority; 1 of 36 declared.");
    browser.type(Keys.ARROW_RIGHT);
    assertShown(2);
    browser.type(Keys.ARROW_LEFT);
    browser.type(Keys.PAGE_UP);
    assertShown(1 + PAGE_OF_REVISIONS);
    browser.type(Keys.ARROW_LEFT);
    assertShown(PAGE_OF_REVISIONS);
    assertThat(page.text("travel-moment")).endsWith("25 of 36");

    browser.type(Keys.END);
    assertLive();
    page.assertNothingWentWrong();
  }

  @Test
  void draggingTheSliderShowsTheNightAsItStoodAndTheAddressNamesTheMoment() {
    open("", NEWEST);

    browser.drag(SLIDER, 0.99, 0.35);

    browser.awaitTrue("new URLSearchParams(location.search).has('revision')");
    long wanted =
        Long.parseLong(
            String.valueOf(
                browser.run("return new URLSearchParams(location.search).get('revision')")));
    assertThat(wanted).isBetween(1L, NEWEST - 1);
    assertShown(wanted);
    assertThat(browser.one(SLIDER).getDomAttribute("aria-valuenow"))
        .isEqualTo(String.valueOf(wanted));
    browser.click(LIVE);
    assertLive();
    page.assertNothingWentWrong();
  }

  @Test
  void theNightPlaysOnFromTheMomentShownStandsStillWhenAskedAndArrivesAtLive() {
    open("&revision=5", 5);
    browser.awaitElement("[data-testid=travel-play][aria-label='Play on from here']");
    browser.run(
        """
        window.revisions = [];
        new MutationObserver(() => window.revisions.push(Number(document.documentElement.dataset.revision)))
            .observe(document.documentElement, { attributeFilter: ['data-revision'] });
        """);
    browser.click("[data-testid=travel-speed] option[value='600']");
    browser.click(PLAY);
    browser.awaitTrue("document.documentElement.dataset.revision > 6");
    browser.click(PLAY);
    browser.awaitElement("[data-testid=travel-play][aria-label='Play on from here']");
    assertShown(page.revision());

    browser.click("[data-testid=travel-speed] option[value='Infinity']");
    browser.click(PLAY);

    page.awaitRevision(NEWEST);
    assertLive();
    List<Long> revisions =
        browser.strings("return window.revisions").stream().map(Long::valueOf).toList();
    assertThat(revisions).isSorted().hasSizeGreaterThan(5).endsWith(NEWEST);
    page.assertNothingWentWrong();
  }

  @Test
  void aPermalinkShowsExactlyWhatWasKnownThenAndIsWhatIsCopied() {
    open("&revision=12", 12);
    assertShown(12);

    browser.click("[data-testid=travel-copy]");
    browser.awaitTrue(
        "document.querySelector('[data-testid=travel-copy]').textContent === 'Copied'");
    browser.type("/");
    browser.paste();
    assertThat(browser.run("return document.activeElement.value"))
        .isEqualTo(page.address("/?night=travelled&revision=12"));

    browser.click(BACK_TO_LIVE);
    assertLive();
    page.assertNothingWentWrong();
  }

  @Test
  void aSeatAndAnAlertOpenByTheirAddressAndGoingBackLeadsThroughWhatWasSeen() {
    open("&alert=" + BIGGEST, NEWEST);
    browser.awaitElement("[data-opened][data-alert-id='" + BIGGEST + "']");
    open("&revision=4&seat=" + SmallElection.CENTRE, 4);
    browser.awaitElement(".as-of a");
    assertThat(page.text("seat-page"))
        .startsWith(SmallElection.CENTRE_NAME)
        .contains("As it stood at revision 4");

    open("", NEWEST);
    browser.run("document.querySelector('" + SLIDER + "').focus()");
    browser.type(Keys.HOME, Keys.PAGE_UP);
    browser.awaitTrue("location.search.includes('revision=26')");
    page.awaitRevision(1 + PAGE_OF_REVISIONS);
    browser.click("[data-testid=declaration] a");
    browser.awaitElement("dialog[open]");

    browser.back();
    browser.awaitElement("dialog:not([open])");
    assertShown(1 + PAGE_OF_REVISIONS);
    browser.back();
    assertLive();
    page.assertNothingWentWrong();
  }

  @Test
  void aSeatSaysOfWhichRevisionItsFiguresAreUntilThoseAskedForAreThere() {
    open("&revision=4&seat=" + SmallElection.CENTRE, 4);
    browser.awaitElement(".as-of a");
    browser.run(
        "const answer = window.fetch; const held = [];"
            + "window.fetch = (...asked) => new Promise((go) => held.push(() => go(answer(...asked))));"
            + "window.release = () => { window.fetch = answer; held.forEach((go) => go()); };");

    browser.click(".as-of a");

    browser.awaitElement("html:not([data-past])");
    page.awaitRevision(NEWEST);
    assertThat(page.text("seat-page"))
        .as("the page of the seat before the newest figures are there")
        .contains("The figures shown are of revision 4.");

    browser.run("release()");

    browser.awaitTrue("document.querySelector('.as-of') === null");
    page.assertNothingWentWrong();
  }

  @Test
  void aMomentThatIsNotThereIsSaidSoAndTheNightIsShownAsItStandsNow() {
    open("&revision=99999", NEWEST);
    browser.awaitElement("[data-testid=missed-banner]:not([hidden])");
    assertThat(page.text("missed-banner"))
        .contains("has not come to that moment yet: 99999")
        .contains("newest revision is 36");
    assertLive();
    // The browser itself logs the answer that says so.
    browser.forgetLog();

    open("&revision=x%3Cb%3E", NEWEST);
    browser.awaitElement("[data-testid=missed-banner]:not([hidden])");
    assertThat(page.text("missed-banner")).contains("There is no such moment of the night: x<b>");
    assertLive();
    page.assertNothingWentWrong();
  }

  private void open(String more, long revision) {
    page.show(NIGHT, more);
    page.awaitRevision(revision);
    // The slider waits for the timeline.
    browser.awaitElement("#travel:not([inert])");
  }

  /** A moment of the past, marked as such, with its figures. */
  private void assertShown(long revision) {
    page.awaitRevision(revision);
    PartyTable.assertEqualsRest(page, NIGHT, revision);
    assertThat(page.text("past-banner")).contains("revision " + revision + " of " + NEWEST);
  }

  private void assertLive() {
    browser.awaitElement("html:not([data-past])");
    page.awaitRevision(NEWEST);
    PartyTable.assertEqualsRest(page, NIGHT);
    assertThat(browser.one("[data-testid=past-banner]").isDisplayed()).isFalse();
    assertThat(browser.address()).doesNotContain("revision=");
  }
}
