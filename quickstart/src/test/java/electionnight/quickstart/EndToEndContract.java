package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import electionnight.dashboard.DashboardSettings;
import electionnight.domain.Alert;
import electionnight.domain.Declaration;
import electionnight.domain.ElectionId;
import electionnight.domain.Scoreboard;
import electionnight.domain.Update;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.testing.FoldedNight;
import electionnight.wire.KafkaSettings;
import electionnight.wire.MessageType;
import electionnight.wire.Rejected;
import electionnight.wire.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the whole system promises on any Kafka: declarations go in at one end, and at the other come
 * the figures that a fold in memory gives.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class EndToEndContract {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  @AutoClose private RunningSystem system;

  /** The cluster to run on; empty for the embedded broker. */
  abstract Optional<KafkaSettings> cluster();

  @BeforeAll
  void start() throws InterruptedException {
    system = RunningSystem.start(cluster(), DashboardSettings.DEFAULTS.withPort(0), meters);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "general-election-2019",
        "general-election-2024",
        "by-elections-2023-10-19",
        "by-elections-2023-10-19-misreported"
      })
  void aBundledNightEndsAsItsFoldInMemory(String name) throws InterruptedException {
    RecordedNight night = Nights.open(name);

    Scoreboard scoreboard = system.play(night);

    FoldedNight expected = folded(night);
    assertThat(scoreboard).isEqualTo(expected.scoreboard());
    List<Update> updates = updates(night.election().election());
    assertThat(updates)
        .extracting(Update::revision)
        .containsExactlyElementsOf(revisions(expected.updates().size()));
    assertThat(updates)
        .extracting(Update::scoreboard)
        .containsExactlyElementsOf(expected.updates().stream().map(Update::scoreboard).toList());
    List<Alert> alerts =
        read(Topic.ALERTS, MessageType.ALERT)
            .filter(alert -> alert.election().equals(night.election().election()))
            .toList();
    assertThat(alerts)
        .containsExactlyElementsOf(
            updates.stream().flatMap(update -> update.alerts().stream()).toList());
    assertThat(alerts)
        .extracting(Alert::headline)
        .containsExactlyElementsOf(
            expected.updates().stream()
                .flatMap(update -> update.alerts().stream())
                .map(Alert::headline)
                .toList());
  }

  @Test
  void theByElectionNightRaisesTheAlertOfAllTime() throws InterruptedException {
    RecordedNight night = RenamedNight.as("october", Nights.open("by-elections-2023-10-19"));

    system.play(night);

    assertThat(updates(night.election().election()))
        .flatExtracting(Update::alerts)
        .filteredOn(alert -> alert.kind() == Alert.Kind.BIGGEST_MAJORITY_OVERTURNED)
        .last()
        .satisfies(
            alert -> {
              assertThat(alert.headline())
                  .isEqualTo(
                      "Labour gain Mid Bedfordshire from the Conservatives, overturning 24,664:"
                          + " the biggest at a by-election");
              assertThat(alert.facts().overturned()).hasValue(24_664);
              assertThat(alert.facts().majority()).hasValue(1_192);
              assertThat(alert.facts().record().orElseThrow().beaten().orElseThrow().name())
                  .isEqualTo("Tiverton and Honiton");
              assertThat(alert.receipt().cause().topic())
                  .isEqualTo(system.kafka().topic(Topic.DECLARATIONS));
            });
  }

  @Test
  void anyOrderThreeTimesOverEndsInTheSameScoreboard() throws InterruptedException {
    long seed = System.nanoTime();
    // What is queried depends on what was heard before, so here nothing is.
    RecordedNight night =
        UnqueriedNight.of(RenamedNight.as("shuffled", Nights.open("general-election-2024")));
    List<Declaration> words = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      words.addAll(night.declarations());
    }
    Collections.shuffle(words, new Random(seed));

    Scoreboard scoreboard = system.play(new RecordedNight(night.election(), night.seats(), words));

    assertThat(scoreboard).as("seed %d", seed).isEqualTo(folded(night).scoreboard());
  }

  @Test
  void aClientOfTheStreamHasEveryRevisionOnceAndInOrder() throws InterruptedException {
    RecordedNight night = RenamedNight.as("streamed", Nights.open("general-election-2019"));
    system.publisher().publish(night.election()).join();
    ElectionId id = night.election().election();
    int updates = folded(night).updates().size();
    await("the night is open").until(() -> system.dashboard().scoreboard(id).isPresent());
    try (StreamReader reader = StreamReader.open(system.dashboard().port(), id)) {
      await("a snapshot").until(() -> !reader.events().isEmpty());

      system.play(night);

      await("the last update")
          .atMost(Duration.ofSeconds(30))
          .until(() -> reader.events().size() > updates);
      assertThat(reader.events().get(0)).isEqualTo("snapshot 0");
      assertThat(reader.events().subList(1, reader.events().size()))
          .containsExactlyElementsOf(
              revisions(updates).stream().map(revision -> "update " + revision).toList());
    }
  }

  @Test
  void aThousandMutatedDeclarationsOnTheTopicAreEachAnsweredAndNothingStops()
      throws InterruptedException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    RecordedNight night = RenamedNight.as("mutated", Nights.open("by-elections-2023-10-19"));
    publishReference(night);
    system.drained(night.election().election());
    double before = answered();
    long rejectedBefore = read(Topic.REJECTED, MessageType.REJECTED).count();
    ByteArraySerializer bytes = new ByteArraySerializer();
    Set<String> sent = new HashSet<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(system.kafka().producer(), bytes, bytes)) {
      for (int i = 0; i < 1000; i++) {
        byte[] sound =
            MessageType.DECLARATION.write(
                night.declarations().get(random.nextInt(night.declarations().size())));
        for (int damage = random.nextInt(3); damage >= 0; damage--) {
          sound[random.nextInt(sound.length)] = (byte) random.nextInt(256);
        }
        sent.add(Rejected.of("", Optional.empty(), List.of(), null, sound).original());
        producer.send(
            new ProducerRecord<>(
                system.kafka().topic(Topic.DECLARATIONS),
                night.election().election().value().getBytes(StandardCharsets.UTF_8),
                sound));
      }
    }

    system.play(RenamedNight.as("after-the-mutated", Nights.open("by-elections-2023-10-19")));

    List<Rejected> rejected =
        read(Topic.REJECTED, MessageType.REJECTED).skip(rejectedBefore).toList();
    assertThat(rejected).as("seed %d", seed).isNotEmpty();
    assertThat(rejected)
        .as("original bytes, seed %d", seed)
        .allSatisfy(kept -> assertThat(sent).contains(kept.original()));
    // The night played afterwards adds two declarations.
    assertThat(answered() - before)
        .as("declarations with an answer, seed %d", seed)
        .isEqualTo(1002);
  }

  private void publishReference(RecordedNight night) throws InterruptedException {
    system.play(new RecordedNight(night.election(), night.seats(), List.of()));
  }

  private static FoldedNight folded(RecordedNight night) {
    FoldedNight folded = new FoldedNight();
    folded.apply(night.election());
    night.seats().forEach(folded::apply);
    night.moments().forEach(moment -> folded.apply(moment.said()));
    return folded;
  }

  private List<Update> updates(ElectionId election) {
    return read(Topic.UPDATES, MessageType.UPDATE)
        .filter(update -> update.election().equals(election))
        .toList();
  }

  private <T> Stream<T> read(Topic topic, MessageType<T> type) {
    return TopicReader.values(system.kafka(), topic).stream()
        .map(value -> type.read(value).orElseThrow());
  }

  /** What the fold has said to all its inputs so far. */
  private double answered() {
    return meters.find("election.night.declarations").counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  private static List<Long> revisions(int count) {
    return LongStream.rangeClosed(1, count).boxed().toList();
  }
}
