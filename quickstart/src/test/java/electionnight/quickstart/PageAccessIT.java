package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.providers.EmbeddedResourceAxeProvider;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.quickstart.Browser.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openqa.selenium.Keys;

/** Everybody can read the page: axe-core finds nothing, the keyboard reaches all, 400 % fits. */
@ExtendWith(SharedSystem.class)
@TestInstance(Lifecycle.PER_CLASS)
class PageAccessIT {
  private static final int MID_NIGHT = 20;
  private static final int EARLIER = 8;

  /** The dark theme has other colours than the light one, and nothing else. */
  private static final String COLOURS = "runOnly: { type: 'rule', values: ['color-contrast'] },";

  /** Every violation, with the first element that has it. */
  private static final String VIOLATIONS =
      """
      const done = arguments[0];
      axe.run({ %s resultTypes: ['violations'] }).then(({ violations }) => done(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`)));
      """;

  private static final String WIDER_THAN_ITS_PLACE =
      """
      return [document.scrollingElement, ...document.querySelectorAll('main, .panel, party-table, header *, dialog[open], time-travel *')]
          .filter((element) => element.scrollWidth > Math.max(element.clientWidth, 1) && ['auto', 'scroll', 'visible'].includes(getComputedStyle(element).overflowX) && getComputedStyle(element).display !== 'inline' && element.clientWidth > 0)
          .map((element) => `${element.localName}#${element.id}.${element.className} ${element.scrollWidth} of ${element.clientWidth}`);
      """;

  private static final String FOCUSED =
      """
      const element = document.activeElement;
      if (element === document.body) return null;
      const style = getComputedStyle(element);
      const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
      const cursor = element.matches('.hex') && document.querySelector('.cursor').getAttribute('visibility') === 'visible';
      return (element.stop ??= [...document.querySelectorAll('*')].indexOf(element)) + (ring || cursor ? '' : ' unseen: ' + element.outerHTML.slice(0, 120));
      """;

  private static final String FOCUSABLE =
      """
      return [...document.querySelectorAll('a[href], button, select, input, summary, [tabindex="0"]')]
          .filter((element) => element.tabIndex >= 0 && !element.disabled && (element.type !== 'radio' || element.checked) && element.checkVisibility({ visibilityProperty: true }))
          .map((element) => String([...document.querySelectorAll('*')].indexOf(element)));
      """;

  /** The browser may stop at what scrolls, whether the page asks for it or not. */
  private static final int SCROLLERS = 10;

  private final Page page;
  private String axe;

  PageAccessIT(Page page) {
    this.page = page;
  }

  /** A view, and what is done to see it. */
  private record View(String name, String address, String ready, int width, Act act) {
    static View of(String name, String address) {
      return of(name, address, browser -> {});
    }

    static View of(String name, String address, Act act) {
      return new View(name, address, "html[data-revision]", 1440, act);
    }

    static View onAPhone(String name, String tab) {
      return new View(
          name, "/?night=mid-night", "html[data-revision]", 360, browser -> browser.click(tab));
    }

    static View graphic(String name) {
      return new View(
          name,
          "/overlay/" + name + "?night=mid-night",
          "html[data-revision]",
          1920,
          browser -> {});
    }

    static View site(String name, String address, String ready) {
      return new View(name, address, ready, 1440, browser -> {});
    }

    /** Whether it is made for screens of every size. */
    boolean isFluid() {
      return !address.startsWith("/overlay");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** What a reader does. */
  @FunctionalInterface
  private interface Act {
    void on(Browser browser);
  }

  private static Stream<View> views() {
    return Stream.of(
        View.of("before the first declaration", "/?night=not-begun"),
        View.of("in the middle of the night", "/?night=mid-night"),
        View.of("in the past", "/?night=mid-night&revision=" + EARLIER),
        View.of(
            "a seat",
            "/?night=mid-night&seat=" + SmallElection.CENTRE,
            browser -> browser.awaitElement("dialog[open] table")),
        View.of(
            "an alert that was linked to",
            "/?night=mid-night&alert=mid-night:BIGGEST_MAJORITY_OVERTURNED:" + SmallElection.CENTRE,
            browser -> browser.awaitElement("[data-opened]")),
        View.of(
            "the finder with what it found",
            "/?night=mid-night",
            browser -> {
              browser.type("/", "north");
              browser.awaitElement("[role=option]");
            }),
        View.of(
            "the options", "/?night=mid-night", browser -> browser.click("[data-testid=options]")),
        View.of("on a wall", "/?night=mid-night&wall"),
        View.of("by-elections, one being checked", "/?night=being-checked"),
        View.of("by-elections on a wall", "/?night=being-checked&wall"),
        View.onAPhone("on a phone", "#tab-parties"),
        View.onAPhone("the map on a phone", "#tab-map"),
        View.onAPhone("the alerts on a phone", "#tab-alerts"),
        View.onAPhone("the declarations on a phone", "#tab-declarations"),
        View.graphic("bug"),
        View.graphic("ticker"),
        View.graphic("lower-third"),
        View.site(
            "the ticker in a frame", "/embed?night=mid-night", "election-ticker[data-revision]"),
        View.site("the ticker's example", "/embed/example.html", "election-ticker[data-revision]"),
        View.site("the page for developers", "/developers", "#night option"));
  }

  @BeforeAll
  void givenNightsAtEveryStage() throws Exception {
    axe = new EmbeddedResourceAxeProvider().getScript();
    declare(SmallElection.as("not-begun"), 0);
    declare(SmallElection.as("mid-night"), MID_NIGHT);
    declare(
        RenamedNight.as("being-checked", Nights.open("by-elections-2023-10-19-misreported")), 2);
  }

  private void declare(RecordedNight night, int declared) throws InterruptedException {
    page.play(
        new RecordedNight(
            night.election(), night.seats(), night.declarations().subList(0, declared)));
  }

  @AfterAll
  void leaveTheBrowserAsItWas() {
    page.browser().prefer(Theme.LIGHT);
    page.browser().open("about:blank");
  }

  @ParameterizedTest
  @MethodSource("views")
  void axeFindsNoViolationInLightAndDarkAndNothingScrollsSidewaysAtFourHundredPercent(View view) {
    show(view);
    page.browser().run(axe);

    assertThat((List<?>) page.browser().await(VIOLATIONS.formatted("")))
        .as("violations %s", view)
        .isEmpty();
    page.browser().prefer(Theme.DARK);
    assertThat((List<?>) page.browser().await(VIOLATIONS.formatted(COLOURS)))
        .as("violations %s, dark", view)
        .isEmpty();
    if (view.isFluid()) {
      page.browser().resize(320, 256);
      assertThat(page.browser().strings(WIDER_THAN_ITS_PLACE))
          .as("what is wider than its place %s", view)
          .isEmpty();
      assertThat(page.browser().run("return document.scrollingElement.scrollWidth"))
          .isEqualTo(320L);
    }
    page.assertNothingWentWrong();
  }

  @Test
  void theKeyboardReachesEverythingInOrderAndSeesWhereItIs() {
    show(View.of("in the middle of the night", "/?night=mid-night"));
    page.browser().run("document.activeElement.blur()");
    Set<String> usable = Set.copyOf(page.browser().strings(FOCUSABLE));
    List<String> stops = new ArrayList<>();
    do {
      page.browser().type(Keys.TAB);
      Object stop = page.browser().run(FOCUSED);
      if (stop == null) {
        break;
      }
      stops.add((String) stop);
    } while (stops.size() <= usable.size() + SCROLLERS);

    assertThat(stops).as("a way out").hasSizeLessThanOrEqualTo(usable.size() + SCROLLERS);
    assertThat(stops).as("where the focus is seen").noneMatch(stop -> stop.contains("unseen"));
    List<Integer> order = stops.stream().map(Integer::valueOf).toList();
    assertThat(order).as("the order of the page").isSorted().doesNotHaveDuplicates();
    assertThat(stops).as("all that can be used").containsAll(usable);
  }

  @Test
  void theKeyboardOpensASeatFromTheFinderAndFromTheMapAndLeavesIt() {
    Browser browser = page.browser();
    show(View.of("in the middle of the night", "/?night=mid-night"));

    browser.type("/", "boston", Keys.ENTER);

    browser.awaitElement("dialog[open] table");
    assertThat(page.text("seat-page")).startsWith(SmallElection.CENTRE_NAME);
    browser.type(Keys.ESCAPE);
    browser.awaitElement("dialog:not([open])");
    assertThat(browser.address()).doesNotContain("seat=");

    browser.run("document.querySelector('.hex[tabindex=\"0\"]').focus()");
    browser.type(Keys.ARROW_LEFT, Keys.ARROW_RIGHT, Keys.ARROW_DOWN);
    String seat = String.valueOf(browser.run("return document.activeElement.dataset.seat"));
    browser.type(Keys.ENTER);

    browser.awaitElement("dialog[open] h2");
    assertThat(browser.address()).contains("seat=" + seat);
    browser.type(Keys.ESCAPE);
    browser.awaitElement("dialog:not([open])");
    assertThat(browser.run("return document.activeElement.dataset.seat"))
        .as("where the focus goes back to")
        .isEqualTo(seat);
  }

  private void show(View view) {
    page.browser().prefer(Theme.LIGHT);
    page.browser().resize(view.width(), 900);
    page.browser().open(page.address(view.address()));
    page.browser().awaitElement(view.ready());
    view.act().on(page.browser());
    page.browser().settle();
  }
}
