package electionnight.streams;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.AlertSwitch;
import electionnight.domain.Baseline;
import electionnight.domain.Contest;
import electionnight.domain.Hold;
import electionnight.domain.Input;
import electionnight.domain.Seat;
import electionnight.testing.FoldedNight;
import electionnight.testing.GeneratedNight;
import electionnight.wire.MessageType;
import electionnight.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topology says what the fold says, whoever takes over and when. */
class FoldOnStoresTest {
  private static final int NIGHTS = 5;
  private static final int TAKE_OVERS = 4;

  private static final Instant LATE = Instant.parse("2024-07-05T03:00:00Z");

  @TempDir private Path stateDir;

  @Test
  void generatedNightsGiveTheBytesOfThePureFold() {
    long first = System.nanoTime();
    for (long seed = first; seed < first + NIGHTS; seed++) {
      Random random = new Random(seed);
      GeneratedNight night = GeneratedNight.of(seed, Contest.GENERAL_ELECTION, 40);
      List<Input> inputs = inputs(night, random);
      FoldedNight expected = new FoldedNight();
      inputs.forEach(expected::apply);

      List<String> updates = folded(inputs, random, stateDir.resolve("seed-" + seed));

      assertThat(updates)
          .as("updates of " + night)
          .containsExactlyElementsOf(
              expected.updates().stream()
                  .map(update -> text(MessageType.UPDATE.write(update)))
                  .toList());
    }
  }

  /** The night with queries, decisions of all kinds and seats that are amended, in any order. */
  private static List<Input> inputs(GeneratedNight night, Random random) {
    List<Input> said = new ArrayList<>(night.words());
    for (Seat seat : night.seats()) {
      if (random.nextInt(4) == 0) {
        said.add(withoutBaseline(seat));
        said.add(seat);
      }
      for (int i = random.nextInt(3); i > 0; i--) {
        said.add(
            new Hold(
                seat.election(), seat.seat(), random.nextBoolean(), "the desk", "in doubt", LATE));
      }
    }
    for (int i = 0; i < 6; i++) {
      said.add(
          new AlertSwitch(
              night.election().election(), i % 2 == 0, "the desk", "a wrong call", LATE));
    }
    Collections.shuffle(said, random);
    return Stream.concat(
            Stream.concat(
                Stream.of(NightLifeTest.withQueries(night.election())), night.seats().stream()),
            said.stream())
        .toList();
  }

  private static Seat withoutBaseline(Seat seat) {
    return new Seat(
        seat.election(),
        seat.seat(),
        seat.name(),
        seat.region(),
        seat.nation(),
        seat.electorate(),
        seat.hex(),
        seat.candidates(),
        Optional.<Baseline>empty(),
        seat.sitting(),
        OptionalInt.empty());
  }

  private static List<String> folded(List<Input> inputs, Random random, Path stateDir) {
    List<String> updates = new ArrayList<>();
    NightDriver driver = NightDriver.start("", stateDir.resolve("first"));
    try {
      for (int i = 0; i < inputs.size(); i++) {
        if (random.nextInt(inputs.size()) < TAKE_OVERS) {
          drain(driver, updates);
          driver = driver.takenOver(stateDir.resolve("from-" + i));
        }
        driver.hear(inputs.get(i));
      }
      drain(driver, updates);
    } finally {
      driver.close();
    }
    return updates;
  }

  private static void drain(NightDriver driver, List<String> updates) {
    driver.output(Topic.UPDATES).forEach(update -> updates.add(text(update.value())));
  }

  private static String text(byte[] message) {
    return new String(message, StandardCharsets.UTF_8);
  }
}
