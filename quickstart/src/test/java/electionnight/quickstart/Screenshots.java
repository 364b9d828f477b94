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
  private static final String GENERAL = "general-election-2024";
  private static final String BY_ELECTIONS = "by-elections-2023-10-19-misreported";

  private static final List<Shot> SHOTS =
      List.of(
          new Shot("desktop", GENERAL, "", 1440, 900, Theme.LIGHT),
          new Shot("dark", GENERAL, "", 1440, 900, Theme.DARK),
          new Shot("phone", GENERAL, "", 390, 844, Theme.LIGHT),
          new Shot("wall", GENERAL, "&wall", 1920, 1080, Theme.DARK),
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
    page.play(Nights.open(BY_ELECTIONS));
    for (Shot shot : SHOTS) {
      page.browser().resize(shot.width(), shot.height());
      page.browser().prefer(shot.theme());
      page.show(new ElectionId(shot.night()), shot.address());
      page.browser().settle();
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(page.browser().screenshot()));
      Path file = FOLDER.resolve(shot.name() + ".png");
      ImageIO.write(FewColours.of(image), "png", file.toFile());
    }
  }

  private record Shot(
      String name, String night, String address, int width, int height, Theme theme) {}
}
