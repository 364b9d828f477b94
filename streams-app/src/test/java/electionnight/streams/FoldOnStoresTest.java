package electionnight.streams;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Contest;
import electionnight.domain.Input;
import electionnight.testing.FoldedNight;
import electionnight.testing.GeneratedNight;
import electionnight.wire.MessageType;
import electionnight.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topology says what the fold says, whoever takes over and when. */
class FoldOnStoresTest {
  private static final int NIGHTS = 5;
  private static final int TAKE_OVERS = 4;

  @TempDir private Path stateDir;

  @Test
  void generatedNightsGiveTheBytesOfThePureFold() {
    long first = System.nanoTime();
    for (long seed = first; seed < first + NIGHTS; seed++) {
      Random random = new Random(seed);
      GeneratedNight night = GeneratedNight.of(seed, Contest.GENERAL_ELECTION, 40).queried();
      List<Input> inputs = new ArrayList<>();
      inputs.add(night.election());
      inputs.addAll(night.firstKnown());
      inputs.addAll(night.story(seed));
      FoldedNight expected = new FoldedNight().applyAll(inputs);

      List<String> updates = folded(inputs, random, stateDir.resolve("seed-" + seed));

      assertThat(updates)
          .as("updates of " + night)
          .containsExactlyElementsOf(
              expected.updates().stream()
                  .map(update -> text(MessageType.UPDATE.write(update)))
                  .toList());
    }
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
