package electionnight.quickstart;

import electionnight.domain.ElectionId;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.quickstart.Browser.Theme;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Takes the pictures of the documentation: {@code mvn verify -Pscreenshots}. */
@ExtendWith(SharedSystem.class)
class Screenshots {
  private static final Path FOLDER = Path.of("..", "docs", "screenshots");
  private static final int MID_NIGHT = 330;

  /** Where the biggest majority of the night was overturned. */
  private static final String OVERTURNED = SmallElection.CENTRE.value();

  private static final int GREY = 120;
  private static final String GENERAL = "general-election-2024";
  private static final String BY_ELECTIONS = "by-elections-2023-10-19-misreported";

  private static final List<Shot> SHOTS =
      List.of(
          new Shot("desktop", GENERAL, "", 1440, 900, Theme.LIGHT),
          new Shot("dark", GENERAL, "", 1440, 900, Theme.DARK),
          new Shot("phone", GENERAL, "", 390, 844, Theme.LIGHT),
          new Shot("wall", GENERAL, "&wall", 1920, 1080, Theme.DARK),
          new Shot("past", GENERAL, "&revision=120&map=gains", 1440, 900, Theme.LIGHT),
          new Shot("seat", GENERAL, "&seat=" + OVERTURNED, 1440, 900, Theme.LIGHT),
          new Shot("by-election", BY_ELECTIONS, "", 1440, 900, Theme.LIGHT));

  private final Page page;

  Screenshots(Page page) {
    this.page = page;
  }

  @Test
  void areTaken() throws InterruptedException, IOException {
    Files.createDirectories(FOLDER);
    RecordedNight general = Nights.open(GENERAL);
    page.play(
        new RecordedNight(
            general.election(), general.seats(), general.declarations().subList(0, MID_NIGHT)));
    takeTheLowerThird();
    Browser browser = page.browser();
    for (Shot shot : SHOTS) {
      browser.resize(shot.width(), shot.height());
      browser.prefer(shot.theme());
      page.show(new ElectionId(shot.night()), shot.address());
      browser.awaitElement(shot.address().contains("seat=") ? "dialog[open] table" : "body");
      browser.awaitElement("#travel:not([inert])");
      take(shot.name());
    }
  }

  /** It shows only what happens while it is on air, here on a grey picture. */
  private void takeTheLowerThird() throws InterruptedException, IOException {
    RecordedNight night = Nights.open(BY_ELECTIONS);
    page.play(new RecordedNight(night.election(), night.seats(), List.of()));
    Browser browser = page.browser();
    browser.resize(1920, 1080);
    browser.paper(GREY);
    browser.open(page.address("/overlay/lower-third?night=" + BY_ELECTIONS));
    browser.awaitElement("html[data-revision]");
    page.play(night);
    browser.awaitElement("[data-testid=message]");
    take("overlay");
    browser.usualPaper();
  }

  private void take(String name) throws IOException {
    page.browser().settle();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(page.browser().screenshot()));
    ImageIO.write(FewColours.of(image), "png", FOLDER.resolve(name + ".png").toFile());
  }

  private record Shot(
      String name, String night, String address, int width, int height, Theme theme) {}
}
