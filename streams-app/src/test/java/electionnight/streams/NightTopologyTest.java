package electionnight.streams;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Alert;
import electionnight.domain.Cause;
import electionnight.domain.Declaration;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import electionnight.domain.SeatId;
import electionnight.domain.Update;
import electionnight.testing.Golden;
import electionnight.wire.KafkaSettings;
import electionnight.wire.MessageType;
import electionnight.wire.Rejected;
import electionnight.wire.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The night of 19 October 2023, as the golden examples have it, through the topology. */
class NightTopologyTest {
  private static final KafkaSettings KAFKA = new KafkaSettings("unused:9092", "test.", Map.of());
  private static final String NIGHT = "by-elections-2023-10-19";
  private static final Declaration MID_BEDFORDSHIRE = Golden.value(MessageType.DECLARATION);

  @TempDir private Path stateDir;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private TopologyTestDriver driver;
  private TestInputTopic<byte[], byte[]> seats;
  private TestInputTopic<byte[], byte[]> declarations;

  @BeforeEach
  void start() {
    Properties config = new Properties();
    config.putAll(
        new StreamsSettings(
                stateDir, Duration.ofMillis(10), Duration.ofSeconds(6), Optional.empty(), 1)
            .config(KAFKA));
    driver = new TopologyTestDriver(NightTopology.build(KAFKA, meters), config);
    seats = input(Topic.SEATS);
    declarations = input(Topic.DECLARATIONS);
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void oneHopWithoutRepartitioning() {
    var subtopologies = NightTopology.build(KAFKA, meters).describe().subtopologies();

    assertThat(subtopologies).hasSize(1);
  }

  @Test
  void aDeclarationBecomesOneUpdateAndItsProjections() {
    givenTheNightIsOpen();

    declare(MID_BEDFORDSHIRE);

    List<TestRecord<byte[], byte[]>> updates = output(Topic.UPDATES);
    assertThat(updates).hasSize(1);
    assertThat(updates.get(0).key()).asString(StandardCharsets.UTF_8).isEqualTo(NIGHT);
    Update update = MessageType.UPDATE.read(updates.get(0).value()).orElseThrow();
    assertThat(update.revision()).isEqualTo(1);
    assertThat(update.cause()).isEqualTo(new Cause("test.declarations", 0, 0));
    assertThat(output(Topic.RESULTS))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.key())
                  .asString(StandardCharsets.UTF_8)
                  .isEqualTo(NIGHT + "/E14000813");
              assertThat(MessageType.RESULT.read(record.value()).orElseThrow())
                  .isEqualTo(update.result());
            });
    assertThat(output(Topic.SCOREBOARD))
        .singleElement()
        .satisfies(
            record ->
                assertThat(MessageType.SCOREBOARD.read(record.value()).orElseThrow())
                    .isEqualTo(update.scoreboard()));
    assertThat(output(Topic.ALERTS))
        .extracting(record -> MessageType.ALERT.read(record.value()).orElseThrow())
        .containsExactlyElementsOf(update.alerts())
        .extracting(Alert::headline)
        .contains(
            "Labour gain Mid Bedfordshire from the Conservatives, overturning 24,664: the biggest"
                + " at a by-election");
    assertThat(output(Topic.REJECTED)).isEmpty();
  }

  @Test
  void anUpdateCarriesTheTimeAndTheHeadersOfItsDeclaration() {
    givenTheNightIsOpen();
    TestRecord<byte[], byte[]> declaration =
        new TestRecord<>(utf8(NIGHT), MessageType.DECLARATION.write(MID_BEDFORDSHIRE), null, 4711L);
    declaration.headers().add("traceparent", utf8("00-1-2-00"));

    declarations.pipeInput(declaration);

    assertThat(output(Topic.UPDATES))
        .singleElement()
        .satisfies(
            update -> {
              assertThat(update.timestamp()).isEqualTo(4711);
              assertThat(update.headers().lastHeader("traceparent").value())
                  .asString(StandardCharsets.UTF_8)
                  .isEqualTo("00-1-2-00");
            });
  }

  @Test
  void aDeclarationThatIsReadBeforeItsReferenceDataWaitsForIt() {
    declarations.pipeInput(
        utf8(NIGHT),
        MessageType.DECLARATION.write(MID_BEDFORDSHIRE),
        MID_BEDFORDSHIRE.declaredAt().toEpochMilli());
    long earlier = MID_BEDFORDSHIRE.declaredAt().minusSeconds(1).toEpochMilli();
    seats.pipeInput(
        utf8(NIGHT), MessageType.ELECTION.write(Golden.value(MessageType.ELECTION)), earlier);
    seats.pipeInput(utf8(NIGHT), MessageType.SEAT.write(Golden.value(MessageType.SEAT)), earlier);

    assertThat(output(Topic.UPDATES)).hasSize(1);
    assertThat(output(Topic.REJECTED)).isEmpty();
  }

  @Test
  void theSameDeclarationAgainChangesNothing() {
    givenTheNightIsOpen();

    declare(MID_BEDFORDSHIRE);
    declare(MID_BEDFORDSHIRE);

    assertThat(output(Topic.UPDATES)).hasSize(1);
    assertThat(output(Topic.REJECTED)).isEmpty();
    assertThat(counted("duplicate")).as("duplicates counted").isEqualTo(1);
  }

  @Test
  void whatCannotBeReadIsKeptByteForByteAndTheStreamGoesOn() {
    givenTheNightIsOpen();
    byte[] garbage = {(byte) 0xC3, 0x28, '{', 0};

    declarations.pipeInput(utf8(NIGHT), garbage);
    declare(MID_BEDFORDSHIRE);

    assertThat(rejected())
        .singleElement()
        .satisfies(
            rejected -> {
              assertThat(rejected.originalBytes()).isEqualTo(garbage);
              assertThat(rejected.cause()).contains(new Cause("test.declarations", 0, 0));
              assertThat(rejected.reasons()).extracting(Reason::code).contains(Code.UNREADABLE);
            });
    assertThat(output(Topic.UPDATES)).hasSize(1);
  }

  @Test
  void headersAndKeysTooLongToBeCarriedAreLeftBehind() {
    givenTheNightIsOpen();
    TestRecord<byte[], byte[]> declaration =
        new TestRecord<>(new byte[3_000_000], MessageType.DECLARATION.write(MID_BEDFORDSHIRE));
    declaration.headers().add("padding", new byte[3_000_000]);

    declarations.pipeInput(declaration);

    assertThat(output(Topic.REJECTED))
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

    declarations.pipeInput(utf8("another-night"), MessageType.DECLARATION.write(MID_BEDFORDSHIRE));
    declarations.pipeInput(null, MessageType.DECLARATION.write(MID_BEDFORDSHIRE));

    assertThat(rejected())
        .flatExtracting(Rejected::reasons)
        .extracting(Reason::code)
        .containsExactly(Code.WRONG_KEY, Code.WRONG_KEY);
  }

  @Test
  void aDeclarationForANightOrASeatNobodyKnowsIsRejected() {
    declare(MID_BEDFORDSHIRE);
    theOtherInputStaysEmpty();
    givenTheNightIsOpen();
    declare(
        new Declaration(
            MID_BEDFORDSHIRE.election(),
            new SeatId("E14999999"),
            1,
            MID_BEDFORDSHIRE.status(),
            MID_BEDFORDSHIRE.declaredAt(),
            MID_BEDFORDSHIRE.source(),
            Optional.empty(),
            MID_BEDFORDSHIRE.winner(),
            MID_BEDFORDSHIRE.votes(),
            MID_BEDFORDSHIRE.invalidVotes()));

    assertThat(rejected())
        .flatExtracting(Rejected::reasons)
        .extracting(Reason::code)
        .containsExactly(Code.UNKNOWN_ELECTION, Code.UNKNOWN_SEAT);
  }

  @Test
  void theSameLogGivesTheSameBytes() {
    givenTheNightIsOpen();
    declare(MID_BEDFORDSHIRE);
    byte[] first = output(Topic.UPDATES).get(0).value();
    stop();

    start();
    givenTheNightIsOpen();
    declare(MID_BEDFORDSHIRE);

    assertThat(output(Topic.UPDATES).get(0).value())
        .asString()
        .isEqualTo(new String(first, StandardCharsets.UTF_8));
  }

  @Test
  void aThousandMutatedDeclarationsAreEachAcceptedIgnoredOrKept() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    givenTheNightIsOpen();
    byte[] sound = MessageType.DECLARATION.write(MID_BEDFORDSHIRE);
    theOtherInputStaysEmpty();
    double before = counted("accepted");
    List<byte[]> sent = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      byte[] mutated = mutated(sound, random);
      sent.add(mutated);
      declarations.pipeInput(utf8(NIGHT), mutated);
    }

    List<Rejected> kept = rejected();
    double answered =
        counted("accepted") - before + counted("duplicate") + counted("superseded") + kept.size();
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
            utf8(text.replaceFirst("\"" + fields[random.nextInt(fields.length)] + "\"", "\"x\""));
      }
    }
    return bytes;
  }

  private void givenTheNightIsOpen() {
    seats.pipeInput(utf8(NIGHT), MessageType.ELECTION.write(Golden.value(MessageType.ELECTION)));
    seats.pipeInput(utf8(NIGHT), MessageType.SEAT.write(Golden.value(MessageType.SEAT)));
    theOtherInputStaysEmpty();
  }

  /** Until then the fold waits whether it gets more, so that reference data comes first. */
  private void theOtherInputStaysEmpty() {
    driver.advanceWallClockTime(Duration.ofSeconds(1));
  }

  private void declare(Declaration declaration) {
    declarations.pipeInput(
        utf8(declaration.election().value()), MessageType.DECLARATION.write(declaration));
  }

  private List<Rejected> rejected() {
    return output(Topic.REJECTED).stream()
        .map(record -> MessageType.REJECTED.read(record.value()).orElseThrow())
        .toList();
  }

  private double counted(String outcome) {
    Counter counter = meters.find("election.night.declarations").tag("outcome", outcome).counter();
    return counter == null ? 0 : counter.count();
  }

  private TestInputTopic<byte[], byte[]> input(Topic topic) {
    return driver.createInputTopic(
        KAFKA.topic(topic), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private List<TestRecord<byte[], byte[]>> output(Topic topic) {
    theOtherInputStaysEmpty();
    TestOutputTopic<byte[], byte[]> out =
        driver.createOutputTopic(
            KAFKA.topic(topic), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    return out.readRecordsToList();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
