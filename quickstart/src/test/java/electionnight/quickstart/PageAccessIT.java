package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.providers.EmbeddedResourceAxeProvider;
import electionnight.domain.Declaration;
import electionnight.domain.ElectionId;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.quickstart.Browser.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
  private static final int MID_NIGHT = 160;
  private static final int MOST_STOPS = 80;

  /** Every violation, with the first element that has it. */
  private static final String VIOLATIONS =
      """
      const done = arguments[0];
      axe.run().then(({ violations }) => done(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`)));
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
          .filter((element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }))
          .map((element) => String([...document.querySelectorAll('*')].indexOf(element)));
      """;

  private final Page page;
  private String axe;

  PageAccessIT(Page page) {
    this.page = page;
  }

  /** A view of the page, and what is done to see it. */
  private record View(String name, String night, String address, int width, String press) {
    static View of(String name, String night, String address) {
      return new View(name, night, address, 1440, "");
    }

    static View onAPhone(String name, String press) {
      return new View(name, "mid-night", "", 360, press);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Stream<View> views() {
    return Stream.of(
        View.of("before the first declaration", "not-begun", ""),
        View.of("in the middle of the night", "mid-night", ""),
        View.of("on a wall", "mid-night", "&wall"),
        View.of("by-elections, one being checked", "being-checked", ""),
        View.of("by-elections on a wall", "being-checked", "&wall"),
        View.onAPhone("on a phone", "#tab-parties"),
        View.onAPhone("the map on a phone", "#tab-map"),
        View.onAPhone("the alerts on a phone", "#tab-alerts"),
        View.onAPhone("the declarations on a phone", "#tab-declarations"));
  }

  @BeforeAll
  void givenNightsAtEveryStage() throws Exception {
    axe = new EmbeddedResourceAxeProvider().getScript();
    RecordedNight general = Nights.open("general-election-2024");
    declare("not-begun", general, 0);
    declare("mid-night", general, MID_NIGHT);
    declare("being-checked", Nights.open("by-elections-2023-10-19-misreported"), 2);
  }

  private void declare(String id, RecordedNight night, int declared) throws InterruptedException {
    RecordedNight renamed = RenamedNight.as(id, night);
    List<Declaration> first = renamed.declarations().subList(0, declared);
    page.open(new RecordedNight(renamed.election(), renamed.seats(), first), first);
  }

  @AfterAll
  void leaveTheBrowserAsItWas() {
    page.browser().prefer(Theme.LIGHT);
    page.browser().open("about:blank");
  }

  @ParameterizedTest
  @MethodSource("views")
  void axeFindsNoViolationInLightAndDark(View view) {
    show(view);
    page.browser().run(axe);
    for (Theme theme : Theme.values()) {
      page.browser().prefer(theme);

      assertThat((List<?>) page.browser().await(VIOLATIONS))
          .as("violations %s, %s", view, theme.name().toLowerCase(Locale.ROOT))
          .isEmpty();
    }
    page.browser().prefer(Theme.LIGHT);
    page.assertNothingWentWrong();
  }

  @ParameterizedTest
  @MethodSource("views")
  void nothingScrollsSidewaysAtFourHundredPercent(View view) {
    show(view);
    page.browser().resize(320, 256);

    assertThat(
            page.browser()
                .strings(
                    """
                    return [document.scrollingElement, ...document.querySelectorAll('main, .panel, party-table, header *')]
                        .filter((element) => element.scrollWidth > Math.max(element.clientWidth, 1) && ['auto', 'scroll', 'visible'].includes(getComputedStyle(element).overflowX) && getComputedStyle(element).display !== 'inline' && element.clientWidth > 0)
                        .map((element) => `${element.localName}#${element.id}.${element.className} ${element.scrollWidth} of ${element.clientWidth}`);
                    """))
        .as("what is wider than its place %s", view)
        .isEmpty();
    assertThat(page.browser().run("return document.scrollingElement.scrollWidth")).isEqualTo(320L);
  }

  @Test
  void theKeyboardReachesEverythingInOrderAndSeesWhereItIs() {
    show(View.of("in the middle of the night", "mid-night", ""));
    List<String> stops = new ArrayList<>();
    page.browser().run("document.activeElement.blur()");
    do {
      page.browser().press(Keys.TAB);
      Object stop = page.browser().run(FOCUSED);
      if (stop == null) {
        break;
      }
      stops.add((String) stop);
    } while (stops.size() < MOST_STOPS);

    assertThat(stops).as("a way out").hasSizeLessThan(MOST_STOPS);
    assertThat(stops).as("where the focus is seen").noneMatch(stop -> stop.contains("unseen"));
    List<Integer> order = stops.stream().map(Integer::valueOf).toList();
    assertThat(order).as("the order of the page").isSorted();
    assertThat(stops).as("all that can be used").containsAll(page.browser().strings(FOCUSABLE));
  }

  private void show(View view) {
    page.browser().resize(view.width(), 900);
    page.show(new ElectionId(view.night()), view.address());
    if (!view.press().isEmpty()) {
      page.browser().one(view.press()).click();
    }
  }
}
