package electionnight.streams;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Alert;
import electionnight.domain.Cause;
import electionnight.domain.Declaration;
import electionnight.domain.Folded;
import electionnight.domain.Input;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import electionnight.domain.Result;
import electionnight.domain.SeatId;
import electionnight.domain.Update;
import electionnight.replay.NightInMemory;
import electionnight.testing.Golden;
import electionnight.wire.Inputs;
import electionnight.wire.KafkaSettings;
import electionnight.wire.MessageType;
import electionnight.wire.Provenance;
import electionnight.wire.Rejected;
import electionnight.wire.Topic;
import electionnight.wire.TraceParent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The night of 19 October 2023, as the golden examples have it, through the topology. */
class NightTopologyTest {
  private static final String NIGHT = "by-elections-2023-10-19";
  private static final Declaration MID_BEDFORDSHIRE = Golden.value(MessageType.DECLARATION);

  @TempDir private Path stateDir;

  private NightDriver driver;

  @BeforeEach
  void start() {
    driver = NightDriver.start("test.", stateDir);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void oneHopWithoutRepartitioning() {
    KafkaSettings kafka = new KafkaSettings("unused:9092", "test.", Map.of());

    var subtopologies =
        NightTopology.build(kafka, new SimpleMeterRegistry()).describe().subtopologies();

    assertThat(subtopologies).hasSize(1);
  }

  @Test
  void aDeclarationBecomesOneUpdateAndItsProjections() {
    givenTheNightIsOpen();

    driver.hear(MID_BEDFORDSHIRE);

    List<TestRecord<byte[], byte[]>> updates = driver.output(Topic.UPDATES);
    assertThat(updates).hasSize(1);
    assertThat(updates.get(0).key()).asString(StandardCharsets.UTF_8).isEqualTo(NIGHT);
    Update update = MessageType.UPDATE.read(updates.get(0).value()).orElseThrow();
    assertThat(update.revision()).isEqualTo(1);
    assertThat(update.receipt().cause())
        .isEqualTo(cause(0, MessageType.DECLARATION.write(MID_BEDFORDSHIRE)));
    Result result = update.seats().get(0).result().orElseThrow();
    assertThat(driver.output(Topic.RESULTS))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.key())
                  .asString(StandardCharsets.UTF_8)
                  .isEqualTo(NIGHT + "/E14000813");
              assertThat(MessageType.RESULT.read(record.value()).orElseThrow()).isEqualTo(result);
            });
    assertThat(driver.output(Topic.SCOREBOARD))
        .singleElement()
        .satisfies(
            record ->
                assertThat(MessageType.SCOREBOARD.read(record.value()).orElseThrow())
                    .isEqualTo(update.scoreboard()));
    assertThat(driver.output(Topic.ALERTS))
        .extracting(record -> MessageType.ALERT.read(record.value()).orElseThrow())
        .containsExactlyElementsOf(update.alerts())
        .extracting(Alert::headline)
        .contains(
            "Labour gain Mid Bedfordshire from the Conservatives, overturning 24,664: the biggest"
                + " at a by-election");
    assertThat(driver.output(Topic.REJECTED)).isEmpty();
  }

  @Test
  void allThatFollowsFromADeclarationCarriesItsTimeAndItsHeaders() {
    givenTheNightIsOpen();
    long sent = MID_BEDFORDSHIRE.declaredAt().toEpochMilli() + 4711;
    TestRecord<byte[], byte[]> declaration =
        new TestRecord<>(
            NightDriver.utf8(NIGHT), MessageType.DECLARATION.write(MID_BEDFORDSHIRE), null, sent);
    Provenance provenance =
        new Provenance(Optional.of("press-association"), Optional.of(TraceParent.begin()));
    provenance.addTo(declaration.headers());
    declaration.headers().add("theirs", new byte[] {1});

    driver.hear(Topic.DECLARATIONS, declaration);

    for (Topic topic : List.of(Topic.UPDATES, Topic.RESULTS, Topic.SCOREBOARD, Topic.ALERTS)) {
      assertThat(driver.output(topic))
          .as("what comes in %s", topic)
          .isNotEmpty()
          .allSatisfy(
              record -> {
                assertThat(record.timestamp()).isEqualTo(sent);
                assertThat(Provenance.of(record.headers())).isEqualTo(provenance);
                assertThat(record.headers().toArray()).hasSize(3);
              });
    }
  }

  @Test
  void recordsWithoutATimestampAreFoldedAsWhoeverFoldsTheLogAgainFoldsThem() {
    NightInMemory foldedAgain = new NightInMemory();

    hearWithoutTimestamp(foldedAgain, Topic.SEATS, 0, Golden.value(MessageType.ELECTION));
    hearWithoutTimestamp(foldedAgain, Topic.SEATS, 1, Golden.value(MessageType.SEAT));
    Folded again = hearWithoutTimestamp(foldedAgain, Topic.DECLARATIONS, 0, MID_BEDFORDSHIRE);

    Update update = ((Folded.Accepted) again).update().orElseThrow();
    assertThat(driver.output(Topic.UPDATES))
        .as("updates")
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.timestamp()).as("the update's timestamp").isZero();
              assertThat(record.value())
                  .asString(StandardCharsets.UTF_8)
                  .isEqualTo(new String(MessageType.UPDATE.write(update), StandardCharsets.UTF_8));
            });
  }

  private Folded hearWithoutTimestamp(
      NightInMemory foldedAgain, Topic topic, long offset, Input input) {
    byte[] message = Inputs.write(input);
    driver.hear(
        topic,
        new TestRecord<>(
            NightDriver.utf8(NIGHT), message, Instant.ofEpochMilli(ConsumerRecord.NO_TIMESTAMP)));
    return foldedAgain.fold(
        input,
        Inputs.heard("test." + topic.name(""), 0, offset, message, ConsumerRecord.NO_TIMESTAMP));
  }

  @Test
  void ofHeadersThatAreTooManyOnlyTheProvenanceIsCarried() {
    givenTheNightIsOpen();
    TestRecord<byte[], byte[]> declaration =
        new TestRecord<>(NightDriver.utf8(NIGHT), new byte[] {'{'}, null, 4711L);
    for (int i = 0; i < 10_000; i++) {
      declaration.headers().add("", null);
    }
    Provenance provenance = new Provenance(Optional.empty(), Optional.of(TraceParent.begin()));
    provenance.addTo(declaration.headers());

    driver.hear(Topic.DECLARATIONS, declaration);

    assertThat(driver.output(Topic.REJECTED))
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(Provenance.of(rejected.headers())).isEqualTo(provenance);
              assertThat(rejected.headers().toArray()).hasSize(1);
            });
  }

  @Test
  void aDeclarationThatIsReadBeforeItsReferenceDataWaitsForIt() {
    Instant declaredAt = MID_BEDFORDSHIRE.declaredAt();
    put(Topic.DECLARATIONS, MessageType.DECLARATION.write(MID_BEDFORDSHIRE), declaredAt);
    Instant earlier = declaredAt.minusSeconds(1);
    put(Topic.SEATS, MessageType.ELECTION.write(Golden.value(MessageType.ELECTION)), earlier);
    put(Topic.SEATS, MessageType.SEAT.write(Golden.value(MessageType.SEAT)), earlier);

    assertThat(driver.output(Topic.UPDATES)).hasSize(1);
    assertThat(driver.output(Topic.REJECTED)).isEmpty();
  }

  @Test
  void theSameDeclarationAgainChangesNothing() {
    givenTheNightIsOpen();

    driver.hear(MID_BEDFORDSHIRE);
    driver.hear(MID_BEDFORDSHIRE);

    assertThat(driver.output(Topic.UPDATES)).hasSize(1);
    assertThat(driver.output(Topic.REJECTED)).isEmpty();
    assertThat(answered("duplicate")).as("duplicates counted").isEqualTo(1);
  }

  @Test
  void whatCannotBeReadIsKeptByteForByteAndTheStreamGoesOn() {
    givenTheNightIsOpen();
    byte[] garbage = {(byte) 0xC3, 0x28, '{', 0};

    driver.hear(Topic.DECLARATIONS, NIGHT, garbage);
    driver.hear(MID_BEDFORDSHIRE);

    assertThat(driver.rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.originalBytes()).isEqualTo(garbage);
              assertThat(rejected.cause()).contains(cause(0, garbage));
              assertThat(rejected.reasons()).extracting(Reason::code).contains(Code.UNREADABLE);
            });
    assertThat(driver.output(Topic.UPDATES)).hasSize(1);
  }

  @Test
  void headersAndKeysTooLongToBeCarriedAreLeftBehind() {
    givenTheNightIsOpen();
    TestRecord<byte[], byte[]> declaration =
        new TestRecord<>(new byte[3_000_000], MessageType.DECLARATION.write(MID_BEDFORDSHIRE));
    declaration.headers().add("padding", new byte[3_000_000]);

    driver.hear(Topic.DECLARATIONS, declaration);

    assertThat(driver.output(Topic.REJECTED))
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.headers()).isEmpty();
              assertThat(rejected.key().length + rejected.value().length)
                  .isLessThan(KafkaSettings.MAX_RECORD_BYTES);
            });
  }

  @Test
  void aRecordUnderAnotherKeyIsRejected() {
    givenTheNightIsOpen();

    driver.hear(
        Topic.DECLARATIONS, "another-night", MessageType.DECLARATION.write(MID_BEDFORDSHIRE));
    driver.hear(Topic.DECLARATIONS, null, MessageType.DECLARATION.write(MID_BEDFORDSHIRE));

    assertThat(driver.rejected())
        .flatExtracting(Rejected::reasons)
        .extracting(Reason::code)
        .containsExactly(Code.WRONG_KEY, Code.WRONG_KEY);
  }

  @Test
  void aDeclarationForANightOrASeatNobodyKnowsIsRejected() {
    driver.hear(MID_BEDFORDSHIRE);
    givenTheNightIsOpen();
    driver.hear(
        new Declaration(
            MID_BEDFORDSHIRE.election(),
            new SeatId("E14999999"),
            1,
            MID_BEDFORDSHIRE.status(),
            MID_BEDFORDSHIRE.declaredAt(),
            MID_BEDFORDSHIRE.source(),
            Optional.empty(),
            MID_BEDFORDSHIRE.winner(),
            Optional.empty(),
            MID_BEDFORDSHIRE.votes(),
            MID_BEDFORDSHIRE.invalidVotes(),
            OptionalInt.empty(),
            Optional.empty()));

    assertThat(driver.rejected())
        .flatExtracting(Rejected::reasons)
        .extracting(Reason::code)
        .containsExactly(Code.UNKNOWN_ELECTION, Code.UNKNOWN_SEAT);
  }

  @Test
  void theSameLogGivesTheSameBytes() {
    givenTheNightIsOpen();
    driver.hear(MID_BEDFORDSHIRE);
    byte[] first = driver.output(Topic.UPDATES).get(0).value();
    stop();

    start();
    givenTheNightIsOpen();
    driver.hear(MID_BEDFORDSHIRE);

    assertThat(driver.output(Topic.UPDATES).get(0).value())
        .asString()
        .isEqualTo(new String(first, StandardCharsets.UTF_8));
  }

  @Test
  void aThousandMutatedDeclarationsAreEachAcceptedIgnoredOrKept() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    givenTheNightIsOpen();
    byte[] sound = MessageType.DECLARATION.write(MID_BEDFORDSHIRE);
    double before = answered("accepted");
    List<byte[]> sent = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      byte[] mutated = mutated(sound, random);
      sent.add(mutated);
      driver.hear(Topic.DECLARATIONS, NIGHT, mutated);
    }

    List<Rejected> kept = driver.rejected();
    double answered =
        answered("accepted")
            - before
            + answered("queried")
            + answered("duplicate")
            + answered("superseded")
            + kept.size();
    assertThat(answered).as("inputs with an answer, seed " + seed).isEqualTo(1000);
    assertThat(kept).as("inputs kept, seed " + seed).isNotEmpty();
    for (Rejected rejected : kept) {
      int offset = Math.toIntExact(rejected.cause().orElseThrow().offset());
      assertThat(rejected.originalBytes())
          .as("bytes of the input at offset %d, seed %d", offset, seed)
          .isEqualTo(sent.get(offset));
      assertThat(rejected.reasons())
          .as("reasons for the input at offset %d, seed %d", offset, seed)
          .isNotEmpty()
          .extracting(Reason::code)
          .doesNotContain(Code.FAULT);
    }
  }

  private static byte[] mutated(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    switch (random.nextInt(4)) {
      case 0 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 2 -> {
        int digit = random.nextInt(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
          int at = (digit + i) % bytes.length;
          if (Character.isDigit(bytes[at])) {
            bytes[at] = (byte) ('0' + random.nextInt(10));
            break;
          }
        }
      }
      default -> {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String[] fields = {"revision", "votes", "seat", "party", "winner", "declaredAt", "status"};
        bytes =
            NightDriver.utf8(
                text.replaceFirst("\"" + fields[random.nextInt(fields.length)] + "\"", "\"x\""));
      }
    }
    return bytes;
  }

  private void givenTheNightIsOpen() {
    driver.hear(Golden.value(MessageType.ELECTION));
    driver.hear(Golden.value(MessageType.SEAT));
  }

  private void put(Topic topic, byte[] value, Instant at) {
    driver.put(topic, new TestRecord<>(NightDriver.utf8(NIGHT), value, at));
  }

  private double answered(String outcome) {
    return driver.counted("election.night.declarations", "outcome", outcome);
  }

  private static Cause cause(long offset, byte[] value) {
    return Inputs.heard("test.declarations", 0, offset, value, 0).cause();
  }
}
