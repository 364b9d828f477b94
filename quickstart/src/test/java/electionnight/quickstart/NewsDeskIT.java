package electionnight.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.domain.Alert;
import electionnight.domain.Declaration;
import electionnight.domain.ElectionId;
import electionnight.domain.Scoreboard;
import electionnight.domain.Seat;
import electionnight.producer.night.Nights;
import electionnight.producer.night.RecordedNight;
import electionnight.wire.MessageType;
import electionnight.wire.Rejected;
import electionnight.wire.Topic;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What a news desk decides, with the commands that it types. */
@TestInstance(Lifecycle.PER_CLASS)
class NewsDeskIT {
  private static final RecordedNight NIGHT = Nights.open("by-elections-2023-10-19-misreported");

  @AutoClose private RunningSystem system;

  @BeforeAll
  void start() throws InterruptedException {
    system = RunningSystem.embedded();
  }

  @Test
  void aCheckedResultIsConfirmedHeldAndReleased() throws InterruptedException {
    RecordedNight night = opened("confirmed");
    Declaration doubtful = night.declarations().get(1);
    system.publisher().publish(night.declarations().get(0)).join();
    system.publisher().publish(doubtful).join();
    ElectionId id = night.election().election();
    assertThat(system.drained(id).checking()).containsExactly(doubtful.seat());
    assertThat(system.drained(id).declared()).isEqualTo(1);

    run("confirm", id, doubtful, "--revision", "1", "--by", "the desk");
    assertThat(system.drained(id))
        .extracting(Scoreboard::declared, Scoreboard::checking)
        .containsExactly(2, List.of());

    run("hold", id, doubtful, "--by", "the desk", "--reason", "the hall says otherwise");
    assertThat(system.drained(id))
        .extracting(Scoreboard::declared, Scoreboard::checking)
        .containsExactly(1, List.of(doubtful.seat()));
    assertThat(alerts(id, doubtful.seat().value(), Alert.Kind.SEAT_GAIN))
        .extracting(Alert::state)
        .containsExactly(Alert.State.ISSUED, Alert.State.WITHDRAWN);

    run("release", id, doubtful, "--by", "the desk", "--reason", "it was right");
    assertThat(system.drained(id).declared()).isEqualTo(2);
  }

  @Test
  void alertsAreStoppedWhileResultsFlowAndComeTogetherWhenResumed() throws InterruptedException {
    RecordedNight night = opened("stopped");
    ElectionId id = night.election().election();
    system.publisher().publish(night.declarations().get(0)).join();
    system.drained(id);
    int before = alerts(id).size();

    run("stop-alerts", id, "--by", "the desk", "--reason", "a feed has gone mad");
    system.publisher().publish(night.declarations().get(2)).join();

    assertThat(system.drained(id).declared()).as("results flow").isEqualTo(2);
    assertThat(system.drained(id).alertsStopped()).isPresent();
    assertThat(alerts(id)).hasSize(before);

    run("resume-alerts", id, "--by", "the desk", "--reason", "it is well again");

    assertThat(system.drained(id).alertsStopped()).isEmpty();
    assertThat(alerts(id).subList(before, alerts(id).size()))
        .isNotEmpty()
        .allSatisfy(
            alert -> {
              assertThat(alert.name()).isEqualTo("Mid Bedfordshire");
              assertThat(alert.reason().orElseThrow()).contains("a feed has gone mad");
            })
        .extracting(Alert::kind)
        .contains(Alert.Kind.SEAT_GAIN, Alert.Kind.BIGGEST_MAJORITY_OVERTURNED);
  }

  @Test
  void whatWasRejectedIsSentAgainOnceItsCauseIsMended() throws InterruptedException {
    RecordedNight night = RenamedNight.as("mended", NIGHT);
    ElectionId id = night.election().election();
    system.publisher().publish(night.election()).join();
    Declaration early = night.declarations().get(0);
    system.publisher().publish(early).join();
    assertThat(system.drained(id).declared()).isZero();
    CommandLineRun list = against("rejected", "list", "--election", id.value());
    assertThat(list.out()).contains(early.seat().value()).contains("UNKNOWN_SEAT");

    for (Seat seat : night.seats()) {
      system.publisher().publish(seat).join();
    }
    CommandLineRun resend = against("rejected", "resend", "--all", "--election", id.value());

    assertThat(resend.exitCode()).as("standard error: %s", resend.err()).isZero();
    assertThat(system.drained(id).declared()).isEqualTo(1);
    assertThat(TopicReader.values(system.kafka(), Topic.REJECTED))
        .extracting(value -> MessageType.REJECTED.read(value).orElseThrow())
        .filteredOn(rejected -> rejected.election().equals(Optional.of(id.value())))
        .as("rejected once, and not again")
        .extracting(Rejected::originalBytes)
        .containsExactly(MessageType.DECLARATION.write(early));
  }

  /** The night with its reference data, under an id of its own. */
  private RecordedNight opened(String id) throws InterruptedException {
    RecordedNight night = RenamedNight.as(id, NIGHT);
    system.publisher().publish(night.election()).join();
    for (Seat seat : night.seats()) {
      system.publisher().publish(seat).join();
    }
    system.drained(night.election().election());
    return night;
  }

  private void run(String command, ElectionId id, Declaration of, String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "--seat";
    arguments[1] = of.seat().value();
    System.arraycopy(more, 0, arguments, 2, more.length);
    run(command, id, arguments);
  }

  private void run(String command, ElectionId id, String... more) {
    String[] arguments = new String[more.length + 4];
    arguments[0] = "producer";
    arguments[1] = command;
    arguments[2] = "--election";
    arguments[3] = id.value();
    System.arraycopy(more, 0, arguments, 4, more.length);
    CommandLineRun run = against(arguments);
    assertThat(run.exitCode()).as("exit code; standard error: %s", run.err()).isZero();
    assertThat(run.out().lines()).as("what %s says", command).hasSize(1);
  }

  private CommandLineRun against(String... arguments) {
    return CommandLineRun.against(system.kafka().bootstrapServers(), arguments);
  }

  private List<Alert> alerts(ElectionId id) {
    return TopicReader.values(system.kafka(), Topic.ALERTS).stream()
        .map(value -> MessageType.ALERT.read(value).orElseThrow())
        .filter(alert -> alert.election().equals(id))
        .toList();
  }

  private List<Alert> alerts(ElectionId id, String seat, Alert.Kind kind) {
    return alerts(id).stream()
        .filter(alert -> alert.seat().value().equals(seat) && alert.kind() == kind)
        .toList();
  }
}
