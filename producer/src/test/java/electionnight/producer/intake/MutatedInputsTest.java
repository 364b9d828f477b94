package electionnight.producer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Input;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import electionnight.producer.Heard;
import electionnight.producer.Log;
import electionnight.producer.Samples;
import electionnight.producer.source.Inbox;
import electionnight.wire.Decoded;
import electionnight.wire.Decoded.Read;
import electionnight.wire.Decoded.Unreadable;
import electionnight.wire.Inputs;
import electionnight.wire.MessageType;
import electionnight.wire.Rejected;
import electionnight.wire.Topic;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that is sent gets lost, and nothing stops a source. */
final class MutatedInputsTest {
  private static final int POSTED = 500;
  private static final int READ = 1_000;
  private static final List<MessageType<? extends Input>> TYPES =
      Arrays.stream(Inputs.values()).flatMap(inputs -> inputs.types().stream()).toList();

  private final long seed = Long.getLong("seed", new Random().nextLong());
  private final Random random = new Random(seed);

  @ParameterizedTest
  @EnumSource
  void whatIsPostedIsAcceptedOrKeptByteForByte(Intake intake) throws Exception {
    System.out.println("mutated by POST " + intake.path() + " with -Dseed=" + seed);
    byte[] sound = message(intake.type());
    Log log = Log.acknowledging();
    int accepted = 0;
    int kept = 0;

    try (HttpIntake listening =
        HttpIntake.start(log.publisher, IntakeClient.settings(new HeardAudit()), new Heard())) {
      IntakeClient client = new IntakeClient(listening.port());
      for (int i = 0; i < POSTED; i++) {
        byte[] sent = Mutations.mutate(sound, random);
        String which = "mutation " + i + " of seed " + seed;

        HttpResponse<byte[]> answer = client.post(intake.path(), sent);

        ProducerRecord<byte[], byte[]> last =
            log.producer.history().get(log.producer.history().size() - 1);
        if (answer.statusCode() == 202) {
          accepted++;
          assertThat((Object) intake.type().read(last.value()))
              .as(which)
              .isEqualTo(intake.type().read(sent));
        } else {
          kept++;
          Rejected rejected = MessageType.REJECTED.read(last.value()).orElseThrow();
          assertThat(answer.statusCode()).as(which).isEqualTo(422);
          assertThat(IntakeClient.contentType(answer)).isEqualTo(Problem.CONTENT_TYPE);
          assertThat(IntakeClient.json(answer).path("rejected").path("offset").longValue())
              .as(which)
              .isEqualTo(kept - 1);
          assertThat(rejected.originalBytes()).as(which).isEqualTo(sent);
          assertNoFault(rejected.reasons(), which);
        }
      }
      assertThat(client.post(intake.path(), sound).statusCode())
          .as("after them all")
          .isEqualTo(202);
    }

    assertThat(log.records(Topic.DECLARATIONS)).hasSize(accepted + 1);
    assertThat(log.records(Topic.REJECTED)).hasSize(kept);
    assertThat(accepted).as("accepted of seed %s", seed).isPositive();
    assertThat(kept).as("kept of seed %s", seed).isGreaterThan(POSTED / 2);
  }

  @ParameterizedTest
  @MethodSource("types")
  void whatIsOnALineIsReadOrToldWhyNot(MessageType<? extends Input> type) {
    System.out.println("mutated lines of type " + type.name() + " with -Dseed=" + seed);
    byte[] sound = message(type);
    int unreadable = 0;

    for (int i = 0; i < READ; i++) {
      String which = "mutation " + i + " of seed " + seed;

      Decoded<Input> decoded = Inbox.read(Mutations.mutate(sound, random), TYPES);

      if (decoded instanceof Unreadable<Input> message) {
        unreadable++;
        assertNoFault(message.reasons(), which);
      } else {
        Input input = ((Read<Input>) decoded).value();
        assertThat(Inbox.read(Inputs.write(input), TYPES)).as(which).isEqualTo(decoded);
      }
    }

    assertThat(unreadable).as("unreadable of seed %s", seed).isBetween(READ / 2, READ - 1);
  }

  static Stream<MessageType<? extends Input>> types() {
    return TYPES.stream();
  }

  private static void assertNoFault(List<Reason> reasons, String which) {
    assertThat(reasons).as(which).isNotEmpty().extracting(Reason::code).doesNotContain(Code.FAULT);
  }

  private static byte[] message(MessageType<? extends Input> type) {
    return Samples.inputs().stream()
        .map(Inputs::write)
        .filter(bytes -> type.read(bytes) instanceof Read<?>)
        .findFirst()
        .orElseThrow();
  }
}
