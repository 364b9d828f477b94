package electionnight.audit;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.AlertSwitch;
import electionnight.domain.Contest;
import electionnight.domain.Declaration;
import electionnight.domain.Hold;
import electionnight.domain.Input;
import electionnight.domain.Rules;
import electionnight.domain.Seat;
import electionnight.testing.Amended;
import electionnight.testing.GeneratedNight;
import electionnight.testing.SmallNight;
import electionnight.wire.Inputs;
import electionnight.wire.MessageType;
import electionnight.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A log proves itself, and nothing in it can be changed without being noticed. */
class VerificationTest {
  private static final Instant TEN = Instant.parse("2024-07-04T21:00:00Z");

  @Test
  void aNightThatWasNotTouchedAgrees() {
    LogInMemory log = smallNight();

    assertThat(log.verify())
        .isEqualTo(
            new Verdict(
                true,
                "small-night: 3 updates, 10 alerts, the scoreboard and the results agree with 4 + 4"
                    + " inputs, 1 of them rejected, rules version "
                    + Rules.VERSION));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void whateverIsSaidInWhicheverOrderAgrees(long seed) {
    LogInMemory log = generated(seed);

    Verdict verdict = log.verify();

    assertThat(verdict.agrees()).as("seed %d: %s", seed, verdict.sentence()).isTrue();
    assertThat(log.records(Topic.UPDATES)).as("seed %d", seed).isNotEmpty();
  }

  /** Whichever digit, of whichever record that was published or was the cause of an update. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noDigitCanBeChanged(long seed) {
    Random random = new Random(seed);
    for (Topic topic : List.of(Topic.DECLARATIONS, Topic.UPDATES, Topic.ALERTS)) {
      LogInMemory log = generated(seed);
      List<LogRecord> records = log.records(topic);
      int index = random.nextInt(records.size());
      while (topic == Topic.DECLARATIONS && !causesAnUpdate(log, records.get(index))) {
        index = random.nextInt(records.size());
      }
      byte[] message = records.get(index).value().clone();
      int at = random.nextInt(message.length);
      while (message[at] < '0' || message[at] > '9') {
        at = random.nextInt(message.length);
      }
      message[at] = (byte) (message[at] == '9' ? '8' : message[at] + 1);
      log.set(topic, index, message);

      assertThat(log.verify().agrees())
          .as(
              "seed %d, byte %d of %s: %s",
              seed, at, records.get(index).place(), new String(message, StandardCharsets.UTF_8))
          .isFalse();
    }
  }

  private static boolean causesAnUpdate(LogInMemory log, LogRecord record) {
    return log.records(Topic.UPDATES).stream()
        .map(update -> Readable.of(MessageType.UPDATE, update).receipt().cause())
        .anyMatch(cause -> Place.of(cause).equals(record.place()));
  }

  @Test
  void aVoteChangedInADeclarationIsNamed() {
    LogInMemory log = smallNight();

    log.tamper(Topic.DECLARATIONS, 1, "\"votes\":9000", "\"votes\":9001");

    assertThat(log.verify().agrees()).isFalse();
    assertThat(log.verify().sentence())
        .startsWith(
            "small-night: update 2 at updates-0@1, caused by declarations-0@1, differs:"
                + " seats[0].result.candidates[0].votes is 9000 in the log and 9001 re-folded;"
                + " receipt.cause.sha256 is ")
        .endsWith("so that input was changed since");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void anUpdateThatIsMissingIsNoticed(int index) {
    LogInMemory log = smallNight();

    log.records(Topic.UPDATES).remove(index);

    assertThat(log.verify())
        .isEqualTo(
            new Verdict(
                false,
                switch (index) {
                  case 0 -> "small-night: updates-0@1 is update 2, expected update 1";
                  case 1 -> "small-night: updates-0@2 is update 3, expected update 2";
                  default ->
                      "small-night: declarations-0@2 should have had an update and has none: it is"
                          + " a test's word on A, revision 2, CORRECTED";
                }));
  }

  @Test
  void anUpdateThatIsThereTwiceIsNoticed() {
    LogInMemory log = smallNight();
    List<LogRecord> updates = log.records(Topic.UPDATES);

    updates.add(2, updates.get(1));

    assertThat(log.verify().sentence())
        .isEqualTo("small-night: updates-0@1 is update 2, expected update 3");
  }

  @Test
  void declarationsThatChangedPlacesAreNoticed() {
    LogInMemory log = smallNight();
    byte[] first = log.records(Topic.DECLARATIONS).get(0).value();
    byte[] second = log.records(Topic.DECLARATIONS).get(1).value();

    log.set(Topic.DECLARATIONS, 0, second);
    log.set(Topic.DECLARATIONS, 1, first);

    assertThat(log.verify().sentence())
        .startsWith("small-night: update 1 at updates-0@0, caused by declarations-0@0, differs:");
  }

  @Test
  void aHeadlineChangedInAnUpdateOrInTheTopicOfAlertsIsQuoted() {
    LogInMemory inUpdate = smallNight();
    LogInMemory inAlerts = smallNight();

    inUpdate.tamper(Topic.UPDATES, 1, "Labour gain Seat B", "Labour lose Seat B");
    inAlerts.tamper(Topic.ALERTS, 3, "Labour gain Seat B", "Labour lose Seat B");

    assertThat(inUpdate.verify().sentence())
        .contains("update 2 at updates-0@1")
        .contains("alerts[0].headline is \"Labour lose Seat B")
        .contains("in the log and \"Labour gain Seat B");
    assertThat(inAlerts.verify().sentence())
        .contains("alert small-night:SEAT_GAIN:B in update 2 is not what alerts-0@3 says:")
        .contains("headline is \"Labour lose Seat B");
  }

  @Test
  void anAlertThatIsMissingOrTooMuchIsNoticed() {
    LogInMemory missing = smallNight();
    LogInMemory tooMuch = smallNight();
    List<LogRecord> alerts = tooMuch.records(Topic.ALERTS);

    missing.records(Topic.ALERTS).remove(missing.records(Topic.ALERTS).size() - 1);
    alerts.add(alerts.get(alerts.size() - 1));

    assertThat(missing.verify().sentence()).endsWith("is not in the topic of alerts");
    assertThat(tooMuch.verify().sentence()).endsWith("is an alert of no update");
  }

  @Test
  void aScoreboardOrAResultThatIsNotTheLatestIsNoticed() {
    LogInMemory scoreboard = smallNight();
    LogInMemory result = smallNight();

    scoreboard.records(Topic.SCOREBOARD).remove(2);
    result.records(Topic.RESULTS).remove(2);

    assertThat(scoreboard.verify().sentence())
        .isEqualTo(
            "small-night: the scoreboard at scoreboard-0@1 is not the latest: revision is 2 in the"
                + " log and 3 re-folded");
    assertThat(result.verify().sentence())
        .startsWith("small-night: the result of A at results-0@0 is not the latest: revision is 1");
  }

  @Test
  void anInputThatIsGoneOrGarbledIsToldInASentence() {
    LogInMemory gone = smallNight();
    LogInMemory garbled = smallNight();
    LogInMemory election = smallNight();

    gone.records(Topic.DECLARATIONS).remove(1);
    garbled.set(Topic.DECLARATIONS, 1, "{".getBytes(StandardCharsets.UTF_8));
    election.records(Topic.SEATS).remove(0);

    assertThat(gone.verify().sentence())
        .isEqualTo(
            "small-night: update 2 is caused by declarations-0@1, and there is no such record in"
                + " the log");
    assertThat(garbled.verify().sentence())
        .startsWith(
            "small-night: update 2 is caused by declarations-0@1, which was changed since it was"
                + " folded, which now gives no update: the message is");
    assertThat(election.verify().sentence())
        .isEqualTo(
            "small-night: seats-0@1 should be in rejected and is not: election is 'small-night',"
                + " expected a night that was opened");
  }

  @Test
  void aRejectedInputThatWasChangedOrIsNotInRejectedIsNoticed() {
    LogInMemory changed = smallNight();
    LogInMemory hidden = smallNight();

    changed.tamper(Topic.DECLARATIONS, 3, "\"votes\":5", "\"votes\":6");
    hidden.records(Topic.REJECTED).clear();

    assertThat(changed.verify().sentence())
        .startsWith("small-night: declarations-0@3 was changed since it was rejected:");
    assertThat(hidden.verify().sentence())
        .isEqualTo(
            "small-night: declarations-0@3 should be in rejected and is not: seat is 'X', expected"
                + " a seat of small-night");
  }

  @Test
  void aDeclarationThatCameBeforeItsSeatAndWasRejectedIsPassedBy() {
    LogInMemory log = new LogInMemory("small-night");
    Declaration early = SmallNight.declaration("A", 1, "Lab 10, Con 5");
    log.say(SmallNight.election(Contest.BY_ELECTION, 1));
    log.say(early);
    log.say(SmallNight.seat("A", "Con 100, Lab 50"));
    log.say(early);

    Verdict verdict = log.verify();

    assertThat(verdict.agrees()).as(verdict.sentence()).isTrue();
    assertThat(verdict.sentence()).contains("1 update,").contains("1 of them rejected");
  }

  @Test
  void aNightOfWhichNothingWasBelievedAgrees() {
    LogInMemory log = new LogInMemory("small-night");
    log.say(SmallNight.declaration("A", 1, "Lab 10, Con 5"));

    assertThat(log.verify())
        .isEqualTo(
            new Verdict(
                true,
                "small-night: nothing was published, as nothing follows from 0 + 1 inputs, 1 of"
                    + " them rejected, rules version "
                    + Rules.VERSION));
  }

  /** Its first hold was published under the old name, so the new name came after that. */
  @Test
  void aSeatThatWasRenamedAfterAHoldAndBeforeItsFirstWordAgrees() {
    LogInMemory log = new LogInMemory("small-night");
    Seat seat = SmallNight.seat("A", "Con 100, Lab 50");
    log.say(SmallNight.election(Contest.BY_ELECTION, 1)).say(seat);
    log.say(new Hold(SmallNight.ID, seat.seat(), true, "A desk", "To be sure", TEN));
    log.say(new Hold(SmallNight.ID, seat.seat(), false, "A desk", "It is sure", TEN));
    log.say(renamed(seat, "Another name"));
    log.say(SmallNight.declaration("A", 1, "Lab 10, Con 5"));

    Verdict verdict = log.verify();

    assertThat(verdict.agrees()).as(verdict.sentence()).isTrue();
  }

  @Test
  void whatIsNotFoldedYetIsNoDifference() {
    LogInMemory log = smallNight();
    log.append(SmallNight.declaration("C", 9, "Lab 10, Con 5"));

    Verdict running =
        Verification.of(
            log.read(Map.of(new TopicPartition("declarations", 0), 4L)).night("small-night"));

    assertThat(running)
        .isEqualTo(
            new Verdict(
                true,
                "small-night: 3 updates, 10 alerts agree with 4 + 5 inputs, 1 of them rejected, 1"
                    + " of them not folded yet, rules version "
                    + Rules.VERSION));
    assertThat(log.verify().sentence())
        .startsWith("small-night: declarations-0@4 should have had an update and has none:");
  }

  @Test
  void anUpdateOfOtherRulesIsNotCalledAForgery() {
    LogInMemory log = smallNight();

    log.tamper(Topic.UPDATES, 0, "\"rules\":\"" + Rules.VERSION + "\"", "\"rules\":\"0\"");

    assertThat(log.verify().sentence())
        .isEqualTo(
            "small-night: update 1 was made by rules version 0, and this program has version "
                + Rules.VERSION
                + ":"
                + " verify it with a program that has those");
  }

  private static LogInMemory smallNight() {
    LogInMemory log = new LogInMemory("small-night");
    log.say(SmallNight.election(Contest.BY_ELECTION, 3));
    log.say(SmallNight.seat("A", "Con 20000, Lab 10000"));
    log.say(SmallNight.seat("B", "Con 30000, Lab 10000"));
    log.say(SmallNight.seat("C", "Con 30000, Lab 10000"));
    log.say(SmallNight.declaration("A", 1, "Lab 8000, Con 7000"));
    log.say(SmallNight.declaration("B", 2, "Lab 9000, Con 7000"));
    log.say(SmallNight.correction("A", 1, 2, "Papers were found", "Con 8000, Lab 7000"));
    log.say(SmallNight.declaration("X", 3, "Lab 9000, Con 5"));
    return log;
  }

  private static Seat renamed(Seat seat, String name) {
    return Amended.of(MessageType.SEAT, seat, tree -> tree.put("name", name).remove("heldSince"));
  }

  /**
   * A night with all that may be said, its inputs mixed so that reference data comes late or twice
   * and decisions fall anywhere; the two topics race, but each keeps its order.
   */
  private static LogInMemory generated(long seed) {
    GeneratedNight night = GeneratedNight.of(seed);
    Random random = new Random(seed);
    List<Input> reference = new ArrayList<>(night.seats());
    night.seats().stream()
        .filter(seat -> random.nextInt(3) == 0)
        .forEach(seat -> reference.add(random.nextBoolean() ? seat : renamed(seat, "Renamed")));
    Collections.shuffle(reference, random);
    List<Input> said = new ArrayList<>(night.words());
    for (Declaration word : night.words()) {
      if (random.nextInt(4) == 0) {
        said.add(word);
      }
      if (random.nextInt(4) == 0) {
        boolean held = random.nextBoolean();
        said.add(new Hold(word.election(), word.seat(), held, "A desk", "To be sure", TEN));
        said.add(new Hold(word.election(), word.seat(), !held, "A desk", "It is sure", TEN));
      }
      if (random.nextInt(12) == 0) {
        said.add(new AlertSwitch(word.election(), random.nextBoolean(), "A desk", "Noise", TEN));
      }
    }
    Collections.shuffle(said, random);
    LogInMemory log = new LogInMemory(night.election().election().value());
    log.say(night.election());
    while (!reference.isEmpty() || !said.isEmpty()) {
      if (random.nextInt(40) == 0) {
        log.say(Inputs.NIGHT, "nonsense".getBytes(StandardCharsets.UTF_8));
      }
      boolean fromReference = said.isEmpty() || !reference.isEmpty() && random.nextInt(5) > 0;
      List<Input> topic = fromReference ? reference : said;
      log.say(topic.remove(topic.size() - 1));
    }
    return log;
  }
}
