package electionnight.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import electionnight.dashboard.testing.ANight;
import electionnight.domain.Contest;
import electionnight.domain.Election;
import electionnight.domain.Night;
import electionnight.domain.PartyCode;
import electionnight.domain.PartyRow;
import electionnight.domain.Scoreboard;
import electionnight.testing.SmallNight;
import electionnight.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The served page says of a general election what the page with scripts says. */
class StandingSentenceTest {
  private static final ObjectMapper JSON = Json.shared();

  @ParameterizedTest
  @MethodSource("boards")
  void theSentenceIsTheOneOfThePage(Board board) throws IOException {
    Election election = SmallNight.election(Contest.GENERAL_ELECTION, board.seats());

    assertThat(StandingSentence.of(election, board.of(election)))
        .as("the sentence at %s", board)
        .isEqualTo(board.sentence());
  }

  static Stream<Board> boards() throws IOException {
    try (InputStream boards =
        StandingSentenceTest.class.getResourceAsStream("/standing-sentences.json")) {
      return JSON.readValue(boards, new TypeReference<List<Board>>() {}).stream();
    }
  }

  /** Seats by party, those with the most first, and what is to be said of them. */
  record Board(
      int seats,
      int declared,
      int rushed,
      LinkedHashMap<PartyCode, Integer> parties,
      String sentence) {

    Scoreboard of(Election election) throws IOException {
      ObjectNode board =
          JSON.valueToTree(Night.open(election, ANight.electionRecord(0)).scoreboard());
      board.put("declared", declared).put("rushed", rushed);
      board.set(
          "parties",
          JSON.valueToTree(
              parties.entrySet().stream().map(won -> row(won.getKey(), won.getValue())).toList()));
      return JSON.treeToValue(board, Scoreboard.class);
    }

    private static PartyRow row(PartyCode party, int seats) {
      return new PartyRow(party, seats, 0, 0, 0, 0, 0, 0, 0, 0, OptionalDouble.empty());
    }
  }
}
