package electionnight.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import electionnight.domain.Contest;
import electionnight.domain.Election;
import electionnight.domain.Scoreboard;
import electionnight.testing.Golden;
import electionnight.testing.SmallNight;
import electionnight.wire.Json;
import electionnight.wire.MessageType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SeatBarTest {
  private final Election election = SmallNight.election(Contest.GENERAL_ELECTION, 650);

  @Test
  void partiesAreToldApartWithoutColour() {
    assertThat(bar(40, Colours.NONE, 200, 121, 72))
        .isEqualTo("Lab=========Con----|LD##................");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 80, 200})
  void aPartyCoversTheStrokeWithAMajorityAndNotBefore(int columns) {
    assertThat(bar(columns, Colours.NONE, 325)).hasSize(columns).contains("|");
    assertThat(bar(columns, Colours.NONE, 326)).hasSize(columns).doesNotContain("|");
  }

  @Test
  void coloursAddNothingToTheWidth() {
    String bar = bar(40, Colours.TRUE, 200, 121);

    assertThat(bar).startsWith("\u001b[38;5;231;48;2;128;128;128mLab         \u001b[0m");
    assertThat(bar.replaceAll("\u001b\\[[0-9;]*m", "")).hasSize(40);
  }

  @ParameterizedTest
  @CsvSource({"#E4003B, 48;5;161", "#0087DC, 48;5;32", "#FDBB30, 48;5;215", "red, 48;5;102"})
  void aPaletteOf256HasTheNearestColour(String colour, String code) {
    assertThat(Colours.PALETTE.on(colour, "Lab")).contains(code + "mLab");
  }

  @ParameterizedTest
  @CsvSource({
    "xterm-256color, '', '', PALETTE",
    "xterm, truecolor, '', TRUE",
    "xterm, truecolor, 1, NONE",
    "dumb, truecolor, '', NONE",
    "vt100, '', '', NONE"
  })
  void coloursFollowTheCustomsOfTheEnvironment(
      String term, String colorTerm, String noColor, Colours expected) {
    assertThat(Colours.of(Map.of("TERM", term, "COLORTERM", colorTerm, "NO_COLOR", noColor)))
        .isEqualTo(expected);
  }

  private String bar(int columns, Colours colours, int... seats) {
    return SeatBar.of(election, scoreboard(seats), columns, colours);
  }

  /** A general election of 650 with these seats for the first parties of it. */
  private static Scoreboard scoreboard(int... seats) {
    ObjectNode tree = Golden.tree(MessageType.SCOREBOARD);
    tree.put("seats", 650);
    tree.putObject("majorityLine").put("seats", 326);
    ObjectNode row = (ObjectNode) tree.withArray("parties").get(0);
    ArrayNode parties = tree.putArray("parties");
    String[] codes = {"Lab", "Con", "LD"};
    for (int i = 0; i < seats.length; i++) {
      parties.add(row.deepCopy().put("party", codes[i]).put("seats", seats[i]));
    }
    try {
      return Json.shared().treeToValue(tree, Scoreboard.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
