package electionnight.producer.source;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Declaration;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import electionnight.producer.Heard;
import electionnight.producer.Log;
import electionnight.producer.Samples;
import electionnight.wire.Decoded;
import electionnight.wire.MessageType;
import electionnight.wire.Rejected;
import electionnight.wire.Topic;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** Nothing that is sent gets lost, and nothing stops the intake. */
final class MutatedDeclarationsTest {
  private static final int MUTATED = 1_000;
  private static final byte[] DECLARATION =
      MessageType.DECLARATION.write(Samples.tamworth(Instant.parse("2023-10-20T01:30:00Z")));

  @Test
  void eachIsAcceptedOrKeptByteForByte() throws Exception {
    long seed = Long.getLong("seed", new Random().nextLong());
    System.out.println("mutated declarations with -Dseed=" + seed);
    Random random = new Random(seed);
    Log log = Log.acknowledging();
    int accepted = 0;
    int kept = 0;

    try (HttpIntake intake =
        HttpIntake.start(
            log.publisher, BearerToken.of(IntakeClient.TOKEN), "127.0.0.1", 0, new Heard())) {
      IntakeClient client = new IntakeClient(intake.port());
      for (int i = 0; i < MUTATED; i++) {
        byte[] sent = Mutations.mutate(DECLARATION, random);
        String which = "mutation " + i + " of seed " + seed;

        HttpResponse<byte[]> answer = client.post(sent);

        ProducerRecord<byte[], byte[]> last =
            log.producer.history().get(log.producer.history().size() - 1);
        if (answer.statusCode() == 202) {
          accepted++;
          Decoded<Declaration> read = MessageType.DECLARATION.read(sent);
          assertThat(MessageType.DECLARATION.read(last.value())).as(which).isEqualTo(read);
        } else {
          kept++;
          Rejected rejected = MessageType.REJECTED.read(last.value()).orElseThrow();
          assertThat(answer.statusCode()).as(which).isEqualTo(422);
          assertThat(IntakeClient.contentType(answer)).isEqualTo(Problem.CONTENT_TYPE);
          assertThat(IntakeClient.json(answer).path("rejected").path("offset").longValue())
              .as(which)
              .isEqualTo(kept - 1);
          assertThat(rejected.originalBytes()).as(which).isEqualTo(sent);
          assertThat(rejected.reasons())
              .as(which)
              .isNotEmpty()
              .extracting(Reason::code)
              .doesNotContain(Code.FAULT);
        }
      }
      assertThat(client.post(DECLARATION).statusCode()).as("after them all").isEqualTo(202);
    }

    assertThat(log.records(Topic.DECLARATIONS)).hasSize(accepted + 1);
    assertThat(log.records(Topic.REJECTED)).hasSize(kept);
    assertThat(accepted).as("accepted of seed %s", seed).isPositive();
    assertThat(kept).as("kept of seed %s", seed).isGreaterThan(MUTATED / 2);
  }
}
