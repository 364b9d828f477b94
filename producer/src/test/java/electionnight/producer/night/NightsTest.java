package electionnight.producer.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import electionnight.cli.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightsTest {
  @TempDir Path temporary;

  @Test
  void aNameOpensABundledNight() {
    assertThat(Nights.open("general-election-2019").election().name())
        .isEqualTo("General election 2019");
  }

  @Test
  void aPathOpensAFolder() {
    NightFolder.write(SmallNight.create(), temporary);

    assertThat(Nights.open(temporary.toString())).isEqualTo(SmallNight.create());
  }

  @Test
  void neitherNameNorFolderIsAUsersMistakeThatListsTheNames() {
    assertThatThrownBy(() -> Nights.open("no-such-night"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "There is no night 'no-such-night'; give the folder of one, or a name:"
                + " general-election-2024, general-election-2019, by-elections-2023-10-19,"
                + " by-elections-2023-10-19-misreported.");
  }

  @Test
  void aFileIsNoNight() throws IOException {
    Path file = Files.writeString(temporary.resolve("night.csv"), "seat\n");

    assertThatThrownBy(() -> Nights.open(file.toString()))
        .isInstanceOf(UserError.class)
        .hasMessage(file + " is a file, but a night is a folder.");
  }
}
