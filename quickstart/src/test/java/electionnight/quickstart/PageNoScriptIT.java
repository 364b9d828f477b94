package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.WebElement;

/** Without scripts the page is the scoreboard as it stands. */
@ExtendWith(SharedSystem.class)
class PageNoScriptIT {
  private final Page page;

  PageNoScriptIT(Page page) {
    this.page = page;
  }

  @AfterEach
  void runScriptsAgain() {
    page.browser().runScripts(true);
  }

  @Test
  void theScoreboardIsServedAsHtml() throws InterruptedException {
    RecordedNight night = RenamedNight.as("no-script", Nights.open("by-elections-2023-10-19"));
    page.open(night, night.declarations());
    page.browser().runScripts(false);

    page.browser().open(page.address("/?night=no-script"));

    assertThat(page.browser().all("h1, h2").stream().filter(WebElement::isDisplayed))
        .extracting(WebElement::getText)
        .containsExactly(
            night.election().name(), "Biggest majority overturned", "Latest declarations");
    assertThat(page.texts(".served .sentence")).containsExactly("All declared: Labour 2.");
    assertThat(page.texts(".served tbody tr")).first().asString().startsWith("Labour 2 +2");
    assertThat(page.texts(".served li"))
        .hasSize(2)
        .first()
        .asString()
        .contains("Mid Bedfordshire: Labour gain from the Conservatives, majority 1,192");
    page.assertNothingWentWrong();
  }
}
