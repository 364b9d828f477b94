package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import electionnight.domain.Declaration;
import electionnight.domain.ElectionId;
import electionnight.domain.Input;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.producer.publish.Publisher;
import electionnight.testing.Amended;
import electionnight.wire.MessageType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * A correction costs more work than a declaration: standings are found again, alerts taken back. It
 * must not cost its readers more time. Both are measured side by side, one after the other.
 */
class CorrectionSpeedIT {
  private static final int WARM_UP = 40;
  private static final int MEASURED = 80;

  @Test
  void aCorrectionReachesAClientInTheTimeOfADeclaration() throws InterruptedException {
    RecordedNight night = RenamedNight.as("raced", Nights.open("general-election-2019"));
    ElectionId id = night.election().election();
    List<Long> declared = new ArrayList<>();
    List<Long> corrected = new ArrayList<>();
    try (RunningSystem system = RunningSystem.embedded()) {
      Publisher publisher = system.publisher();
      publisher.publish(withoutQueries(night)).join();
      night.seats().forEach(seat -> publisher.publish(seat).join());
      system.drained(id);
      try (StreamReader reader = StreamReader.open(system.dashboard().port(), id)) {
        await("a snapshot").until(() -> !reader.events().isEmpty());
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
          Declaration word = night.declarations().get(i);
          long first = heard(publisher, reader, word);
          long second = heard(publisher, reader, correction(word));
          if (i >= WARM_UP) {
            declared.add(first);
            corrected.add(second);
          }
        }
      }
    }

    double ratio = (double) median(corrected) / median(declared);
    System.out.printf(
        "a declaration reached a client after %d us, a correction after %d us (medians of %d):"
            + " ratio %.2f%n",
        median(declared), median(corrected), MEASURED, ratio);
    assertThat(ratio).as("time of a correction over that of a declaration").isLessThan(1.5);
  }

  private static Input withoutQueries(RecordedNight night) {
    return Amended.of(
        MessageType.ELECTION,
        night.election(),
        tree -> {
          tree.withObject("/rules")
              .put("narrowestMajorityUnder", 100)
              .put("largestSwingFrom", 10)
              .put("firstSinceYears", 50)
              .putArray("alerts")
              .add("SEAT_GAIN")
              .add("BIGGEST_MAJORITY_OVERTURNED")
              .add("MAJORITY_REACHED")
              .add("CORRECTION");
        });
  }

  /** The winner loses a thousand votes, so that a majority and often the winner changes. */
  private static Declaration correction(Declaration word) {
    return Amended.of(
        MessageType.DECLARATION,
        word,
        tree -> {
          tree.put("revision", 2).put("status", "CORRECTED").put("reason", "a bundle was misread");
          tree.remove("winner");
          var first = (ObjectNode) tree.get("votes").get(0);
          first.put("votes", first.get("votes").intValue() / 2 + 1);
        });
  }

  /** Microseconds from publishing to the client of the stream having it whole. */
  private static long heard(Publisher publisher, StreamReader reader, Input input) {
    int before = reader.events().size();
    long start = System.nanoTime();
    publisher.publish(input).join();
    while (reader.events().size() == before) {
      if (System.nanoTime() - start > Duration.ofSeconds(30).toNanos()) {
        throw new AssertionError("nothing came of " + input);
      }
      LockSupport.parkNanos(20_000);
    }
    return (System.nanoTime() - start) / 1000;
  }

  private static long median(List<Long> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }
}
