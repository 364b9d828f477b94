package electionnight.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import electionnight.cli.Launcher;
import electionnight.cli.UserError;
import electionnight.domain.AlertSwitch;
import electionnight.domain.Confirmation;
import electionnight.domain.ElectionId;
import electionnight.domain.Hold;
import electionnight.domain.Input;
import electionnight.domain.SeatId;
import electionnight.wire.Decoded.Read;
import electionnight.wire.Inputs;
import electionnight.wire.Topic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

final class DecisionCommandTest {
  private static final ElectionId NIGHT = new ElectionId("by-elections-2023-10-19");
  private static final SeatId SEAT = new SeatId("E14000813");
  private static final Instant NOW = Instant.parse("2023-10-20T02:00:00.123456789Z");
  private static final Instant AT = Instant.parse("2023-10-20T02:00:00Z");
  private static final String WHERE =
      " in by-elections-2023-10-19 by Night desk is on the log at declarations-0@0.";

  private final StringWriter said = new StringWriter();

  @Test
  void aConfirmationSaysWhichRevisionWasChecked() throws Exception {
    assertThat(
            published(
                "confirm", "--seat", "E14000813", "--revision", "2", "--reason", " rung back "))
        .isEqualTo(new Confirmation(NIGHT, SEAT, 2, "Night desk", Optional.of("rung back"), AT));
    assertThat(said).hasToString(line("The confirmation of revision 2 of E14000813" + WHERE));
  }

  @Test
  void aConfirmationNeedsNoReason() throws Exception {
    assertThat(published("confirm", "--seat", "E14000813", "--revision", "1"))
        .isEqualTo(new Confirmation(NIGHT, SEAT, 1, "Night desk", Optional.empty(), AT));
  }

  @Test
  void aSeatIsHeldAndReleased() throws Exception {
    assertThat(published("hold", "--seat", "E14000813", "--reason", "wrong call"))
        .isEqualTo(new Hold(NIGHT, SEAT, true, "Night desk", "wrong call", AT));
    assertThat(published("release", "--seat", "E14000813", "--reason", "rung back"))
        .isEqualTo(new Hold(NIGHT, SEAT, false, "Night desk", "rung back", AT));
    assertThat(said)
        .hasToString(
            line("The hold of E14000813" + WHERE) + line("The release of E14000813" + WHERE));
  }

  @Test
  void alertsAreStoppedAndResumed() throws Exception {
    assertThat(published("stop-alerts", "--reason", "feed under review"))
        .isEqualTo(new AlertSwitch(NIGHT, true, "Night desk", "feed under review", AT));
    assertThat(published("resume-alerts", "--reason", "feed is right"))
        .isEqualTo(new AlertSwitch(NIGHT, false, "Night desk", "feed is right", AT));
    assertThat(said)
        .hasToString(line("The stop of alerts" + WHERE) + line("The resumption of alerts" + WHERE));
  }

  @Test
  void nothingIsSaidOfWhatKafkaDidNotAcknowledge() {
    Log log = Log.acknowledging();
    log.producer.sendException = new TimeoutException("expired");

    assertThatThrownBy(() -> command("stop-alerts", "--reason", "why").publish(log.publisher, NOW))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("did not acknowledge a message (expired)");
    assertThat(said.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "confirm --election n --by x --seat E1 --revision 0 | '0' is not a whole number of 1 or more",
        "confirm --election n --by x --seat E1 --revision 1.5 | '1.5' is not a whole number of 1 or",
        "confirm --election n --by x --seat E1            | Missing required option: '--revision=N'",
        "confirm --election n --by x --seat / --revision 1 | '/', and a seat id is 1 to 32 letters",
        "hold --election N --by x --seat E1 --reason y   | 'N', and an election id is 1 to 64 lower",
        "hold --election n --by x --seat E1              | Missing required option: '--reason=TEXT'",
        "release --election n --seat E1 --reason y       | Missing required option: '--by=NAME'",
        "stop-alerts --election n --by= --reason y       | '--by': it is blank",
        "resume-alerts --election n --by x --reason=     | '--reason': it is blank",
        "resume-alerts --by x --reason y                 | Missing required option: '--election=ID'",
        "--speed 2 hold --election n --by x --seat E1 --reason y | --speed has no effect in front of"
      })
  void aWrongOptionIsOneSentence(String arguments, String sentence) {
    CommandRun run = CommandRun.of(new ProducerCommand(), arguments.strip().split(" +"));

    assertThat(run.err().lines().toList()).singleElement().asString().contains(sentence.strip());
    assertThat(run.exitCode()).isEqualTo(Launcher.USAGE);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void whatIsInTheWayIsOneSentence() {
    CommandRun run =
        CommandRun.of(
            new ProducerCommand(),
            ("hold --election n --by x --seat E1 --reason y --kafka-config none.properties")
                .split(" "));

    assertThat(run.err().lines())
        .containsExactly("The Kafka properties file none.properties cannot be read.");
    assertThat(run.exitCode()).isEqualTo(Launcher.FAILED);
  }

  private Input published(String name, String... options) throws InterruptedException {
    Log log = Log.acknowledging();
    command(name, options).publish(log.publisher, NOW);
    ProducerRecord<byte[], byte[]> sent = log.records(Topic.DECLARATIONS).get(0);
    return ((Read<Input>) Inputs.NIGHT.read(sent.key(), sent.value())).value();
  }

  private DecisionCommand command(String name, String... options) {
    CommandLine producer = new CommandLine(new ProducerCommand());
    producer.setOut(new PrintWriter(said, true));
    List<String> arguments = new ArrayList<>();
    Collections.addAll(arguments, name, "--election", NIGHT.value(), "--by", "Night desk");
    Collections.addAll(arguments, options);
    producer.parseArgs(arguments.toArray(String[]::new));
    return producer.getSubcommands().get(name).getCommand();
  }

  private static String line(String sentence) {
    return sentence + System.lineSeparator();
  }
}
