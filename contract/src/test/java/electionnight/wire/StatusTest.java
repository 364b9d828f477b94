package electionnight.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import electionnight.domain.CandidateVotes;
import electionnight.domain.Declaration;
import electionnight.domain.Folded;
import electionnight.domain.PartyCode;
import electionnight.domain.Status;
import electionnight.testing.FoldedNight;
import electionnight.testing.Golden;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which fields a declaration has with which status: the schema and the fold know the same. */
class StatusTest {
  private static final Declaration GOLDEN = Golden.value(MessageType.DECLARATION);

  @ParameterizedTest
  @EnumSource
  void theSchemaRefusesWhatTheFoldRejects(Status status) {
    int believed = 0;
    int refused = 0;
    for (Declaration declaration : declarations(status)) {
      FoldedNight night = new FoldedNight();
      night.apply(Golden.value(MessageType.ELECTION));
      night.apply(Golden.value(MessageType.SEAT));
      boolean rejected = night.apply(declaration) instanceof Folded.Rejected;

      assertThat(Schemas.errors(MessageType.DECLARATION, tree(declaration)).isEmpty())
          .as("%s is valid by the schema; the fold says %s", declaration, night.rejected())
          .isEqualTo(!rejected);
      believed += rejected ? 0 : 1;
      refused += rejected ? 1 : 0;
    }
    assertThat(believed).as("believed").isPositive();
    assertThat(refused).as("refused").isPositive();
  }

  private static List<Declaration> declarations(Status status) {
    List<Declaration> all = new ArrayList<>();
    for (Optional<String> reason : List.of(absent(), Optional.of(" "), Optional.of("Found"))) {
      for (Optional<String> winner : List.of(absent(), GOLDEN.winner())) {
        for (Optional<PartyCode> party :
            List.of(Optional.<PartyCode>empty(), Optional.of(new PartyCode("Lab")))) {
          for (List<CandidateVotes> votes : List.of(List.<CandidateVotes>of(), GOLDEN.votes())) {
            for (OptionalInt invalid : List.of(OptionalInt.empty(), OptionalInt.of(102))) {
              all.add(declaration(status, reason, winner, party, votes, invalid));
            }
          }
        }
      }
    }
    return all;
  }

  private static JsonNode tree(Declaration declaration) {
    return MessageType.parse(MessageType.DECLARATION.write(declaration)).orElseThrow();
  }

  private static Optional<String> absent() {
    return Optional.empty();
  }

  private static Declaration declaration(
      Status status,
      Optional<String> reason,
      Optional<String> winner,
      Optional<PartyCode> party,
      List<CandidateVotes> votes,
      OptionalInt invalidVotes) {
    return new Declaration(
        GOLDEN.election(),
        GOLDEN.seat(),
        1,
        status,
        GOLDEN.declaredAt(),
        GOLDEN.source(),
        reason,
        winner,
        party,
        votes,
        invalidVotes,
        OptionalInt.empty(),
        Optional.empty());
  }
}
