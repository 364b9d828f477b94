package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import electionnight.domain.Declaration;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.testing.Amended;
import electionnight.wire.MessageType;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The overlays in a real Chromium, in front of the whole system. */
@ExtendWith(SharedSystem.class)
class OnAirIT {
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

  private final Page page;
  private final Browser browser;
  private final String first;

  OnAirIT(Page page) {
    this.page = page;
    this.browser = page.browser();
    this.first = browser.tab();
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
      assertThat(browser.title()).as(overlay).doesNotContain("owned");
    }
    close(windows);
  }

  /**
   * A window for each overlay, so that each stands on its own clock from the start of the night.
   */
  private Map<String, String> openOverlays(RecordedNight night) {
    Map<String, String> windows = new LinkedHashMap<>();
    for (String overlay : List.of("ticker", "lower-third", "bug")) {
      windows.put(overlay, browser.openTab());
      browser.resize(1920, 1080);
      browser.open(page.address("/overlay/" + overlay + "?night=" + night.election().election()));
      browser.awaitElement("html[data-revision]");
    }
    return windows;
  }

  private void show(Map<String, String> windows, String overlay, long revision) {
    browser.switchTo(windows.get(overlay));
    page.awaitRevision(revision);
  }

  private void close(Map<String, String> windows) {
    for (String window : windows.values()) {
      browser.switchTo(window);
      page.assertNothingWentWrong();
      browser.closeTab();
    }
    browser.switchTo(first);
  }

  private String onScreen() {
    return String.valueOf(browser.run(ON_SCREEN));
  }

  /** Waits for one message that says all of it, and finds it fit for air. */
  private void awaitOnScreen(String... words) {
    await(String.join(", ", words) + " on the screen")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(() -> assertThat(onScreen()).contains(words));
    assertThat(browser.run(UNFIT))
        .as("what is too small or too near the edge")
        .isEqualTo(List.of());
  }

  private void play(RecordedNight night, List<Declaration> declarations)
      throws InterruptedException {
    page.play(new RecordedNight(night.election(), night.seats(), declarations));
  }
}
