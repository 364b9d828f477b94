package electionnight.producer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import electionnight.cli.UserError;
import electionnight.domain.Reason;
import electionnight.domain.Reason.Code;
import electionnight.producer.Heard;
import electionnight.producer.Log;
import electionnight.producer.Samples;
import electionnight.wire.Inputs;
import electionnight.wire.MessageType;
import electionnight.wire.Rejected;
import electionnight.wire.Topic;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

final class JsonLinesTest {
  private static final Duration HEAD_START = Duration.ofMillis(500);
  private static final Instant AT = Instant.parse("2023-10-20T01:30:00Z");
  private static final String ELECTION = text(MessageType.ELECTION.write(Samples.ELECTION));
  private static final String SEAT = text(MessageType.SEAT.write(Samples.TAMWORTH));
  private static final String DECLARATION =
      text(MessageType.DECLARATION.write(Samples.tamworth(AT)));

  private final Log log = Log.acknowledging();
  private final Heard heard = new Heard();
  private final FakeClock clock = new FakeClock();

  @Test
  void eachLineGoesToTheTopicOfItsType() throws Exception {
    run(ELECTION + "\n" + SEAT + "\r\n\n  \n" + DECLARATION);

    assertThat(log.texts(Topic.SEATS)).containsExactly(ELECTION, SEAT);
    assertThat(log.texts(Topic.DECLARATIONS)).containsExactly(DECLARATION);
    assertThat(log.rejected()).isEmpty();
    assertThat(heard.declared).containsExactly("E14000986");
  }

  @Test
  void everyKindOfInputMayBeOnALine() throws Exception {
    List<String> lines =
        Samples.inputs().stream().map(Inputs::write).map(JsonLinesTest::text).toList();

    run(String.join("\n", lines));

    assertThat(log.texts(Topic.SEATS)).isEqualTo(lines.subList(0, 2));
    assertThat(log.texts(Topic.DECLARATIONS)).isEqualTo(lines.subList(2, 6));
    assertThat(log.rejected()).isEmpty();
    assertThat(heard.notes)
        .containsExactly(
            "The confirmation of revision 1 of E14000813 in by-elections-2023-10-19 by Night desk"
                + " is on the log at declarations-0@1.",
            "The hold of E14000813 in by-elections-2023-10-19 by Night desk is on the log at"
                + " declarations-0@2.",
            "The stop of alerts in by-elections-2023-10-19 by Night desk is on the log at"
                + " declarations-0@3.");
  }

  @Test
  void referenceDataHasAHeadStartBeforeWhatFollowsItHereOrElsewhere() throws Exception {
    run(ELECTION + "\n" + SEAT + "\n" + DECLARATION + "\n" + DECLARATION);
    assertThat(clock.slept).as("once, before the declarations").containsExactly(HEAD_START);

    run(SEAT);
    assertThat(clock.slept).as("at the end").containsExactly(HEAD_START, HEAD_START);

    run(DECLARATION);
    assertThat(clock.slept).as("for nothing").hasSize(2);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstLine() throws Exception {
    run("\uFEFF" + DECLARATION);

    assertThat(log.texts(Topic.DECLARATIONS)).containsExactly(DECLARATION);
  }

  @Test
  void aLineThatCannotBeReadIsKeptWithItsPlaceAndItsBytes() throws Exception {
    String broken = "{\"type\": ";
    String wrongVotes = DECLARATION.replace("11719", "\"many\"");
    String wrongType = DECLARATION.replace("\"declaration\"", "\"rumour\"");

    run(String.join("\n", DECLARATION, broken, "", wrongVotes, wrongType, DECLARATION, ""));

    assertThat(log.records(Topic.DECLARATIONS)).hasSize(2);
    assertThat(log.rejected())
        .extracting(Rejected::origin)
        .containsExactly("results.jsonl line 2", "results.jsonl line 4", "results.jsonl line 5");
    assertThat(log.rejected())
        .extracting(kept -> text(kept.originalBytes()))
        .containsExactly(broken, wrongVotes, wrongType);
    assertThat(log.rejected().get(1).reasons())
        .containsExactly(
            new Reason(Code.INVALID_FIELD, "votes[0].votes", "many", "a whole number"));
    assertThat(log.rejected().get(2).reasons())
        .containsExactly(
            new Reason(
                Code.UNSUPPORTED,
                "type",
                "rumour",
                "seat or election or declaration or confirmation or hold or alertSwitch"));
    assertThat(heard.notes)
        .element(1)
        .isEqualTo(
            "results.jsonl line 4 was rejected and is kept as rejected-0@1:"
                + " votes[0].votes is 'many', expected a whole number");
  }

  @Test
  void aLineLongerThanAnyMessageIsKeptInParts() throws Exception {
    byte[] longLine = new byte[Lines.LONGEST_PART * 2 + 5];
    Arrays.fill(longLine, (byte) 'x');

    run(text(longLine) + "\n" + DECLARATION);

    assertThat(log.rejected())
        .extracting(Rejected::origin)
        .containsExactly(
            "results.jsonl line 1 part 1",
            "results.jsonl line 1 part 2",
            "results.jsonl line 1 part 3");
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    log.rejected().forEach(part -> kept.writeBytes(part.originalBytes()));
    assertThat(kept.toByteArray()).isEqualTo(longLine);
    assertThat(log.texts(Topic.DECLARATIONS)).containsExactly(DECLARATION);
  }

  @Test
  void theEndOfALongLineIsNotTakenForAMessage() throws Exception {
    run("x".repeat(Lines.LONGEST_PART) + DECLARATION);

    assertThat(log.records(Topic.DECLARATIONS)).isEmpty();
    assertThat(log.rejected()).hasSize(2);
  }

  @Test
  void referenceDataIsOnTheLogBeforeADeclarationThatFollowsIt() {
    Log silent = Log.silent();
    CompletableFuture<Void> running =
        CompletableFuture.runAsync(
            () -> {
              try {
                new JsonLines(
                        silent.publisher,
                        heard,
                        "results.jsonl",
                        in(SEAT + "\n" + DECLARATION),
                        clock)
                    .run();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });

    Awaitility.await().until(() -> silent.producer.history().size() == 1);
    silent.producer.completeNext();
    Awaitility.await().until(() -> silent.producer.history().size() == 2);
    assertThat(running).isNotDone();
    silent.producer.completeNext();

    Awaitility.await().untilAsserted(() -> assertThat(running).isCompleted());
  }

  @Test
  void aStreamThatBreaksIsAUsersErrorThatNamesIt() {
    InputStream breaking =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("disk gone");
          }
        };

    assertThatThrownBy(() -> new JsonLines(log.publisher, heard, "results.jsonl", breaking).run())
        .isInstanceOf(UserError.class)
        .hasMessage("results.jsonl cannot be read: disk gone");
  }

  private void run(String lines) throws InterruptedException {
    new JsonLines(log.publisher, heard, "results.jsonl", in(lines), clock).run();
  }

  private static InputStream in(String lines) {
    return new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
