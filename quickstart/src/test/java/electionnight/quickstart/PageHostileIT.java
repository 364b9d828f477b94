package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import electionnight.domain.Declaration;
import electionnight.domain.Seat;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.testing.Amended;
import electionnight.wire.MessageType;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What others chose to be called stays text, on its line and within its place. */
@ExtendWith(SharedSystem.class)
@TestInstance(Lifecycle.PER_CLASS)
class PageHostileIT {
  private static final String MARKUP = "<img src=x onerror=\"document.title='owned'\">";
  private static final String BIDI = "\u202Eevil\u2066 \u05D0\u05D1 \u200F";
  private static final String HOSTILE =
      MARKUP + BIDI + "\nsecond line\u2028third line\r\n</script>";

  /** As long as the fold takes. */
  private static final String LONG = "W".repeat(200);

  private static final List<String> NAMES = List.of(HOSTILE, LONG);

  private final Page page;

  PageHostileIT(Page page) {
    this.page = page;
  }

  @BeforeEach
  void givenANightOfHostileNames() throws InterruptedException {
    RecordedNight plain = RenamedNight.as("hostile", Nights.open("by-elections-2023-10-19"));
    List<Seat> seats =
        plain.seats().stream()
            .map(
                seat ->
                    Amended.of(
                        MessageType.SEAT,
                        seat,
                        tree ->
                            tree.put("name", NAMES.get(plain.seats().indexOf(seat)))
                                .putArray("candidates")))
            .toList();
    List<Declaration> declarations =
        plain.declarations().stream()
            .map(
                declaration ->
                    Amended.of(
                        MessageType.DECLARATION,
                        declaration,
                        tree -> {
                          tree.put("source", HOSTILE);
                          for (JsonNode row : tree.withArray("votes")) {
                            String name = row.get("candidate").asText();
                            ((ObjectNode) row).put("candidate", name + " " + HOSTILE);
                          }
                          tree.remove("winner");
                        }))
            .toList();
    page.open(new RecordedNight(plain.election(), seats, declarations), declarations);
  }

  @Test
  void everyNameStaysTextAndNoneBreaksThePage() {
    assertThat(page.texts("[data-testid=declaration]"))
        .anyMatch(text -> text.contains("<img src=x onerror="));
    assertThat(page.texts("[data-testid=seat-card]"))
        .anyMatch(text -> text.contains("<img src=x onerror="))
        .anyMatch(text -> text.contains("WWW…"))
        .noneMatch(text -> text.contains(LONG));
    assertThat(page.browser().all("img")).isEmpty();
    assertThat(page.browser().title()).doesNotContain("owned");
    assertThat(
            page.browser()
                .run(
                    """
                    return [...document.querySelectorAll('main *')]
                        .filter((element) => element.textContent.length > 600 && element.children.length === 0)
                        .map((element) => element.outerHTML.slice(0, 80));
                    """))
        .as("elements with a name that was not cut")
        .isEqualTo(List.of());
    for (int width : List.of(320, 1440)) {
      page.browser().resize(width, 900);
      assertThat(page.browser().run("return document.scrollingElement.scrollWidth"))
          .as("width of the page")
          .isEqualTo((long) width);
    }
    page.assertNothingWentWrong();
  }

  @Test
  void everyNameStaysTextWithoutScripts() {
    page.browser().runScripts(false);
    try {
      page.browser().open(page.address("/?night=hostile"));

      assertThat(page.browser().one(".served").getText())
          .contains("<img src=x onerror=")
          .doesNotContain(LONG);
      assertThat(page.browser().all("img")).isEmpty();
      page.assertNothingWentWrong();
    } finally {
      page.browser().runScripts(true);
    }
  }
}
