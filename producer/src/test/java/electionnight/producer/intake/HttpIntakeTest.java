package electionnight.producer.intake;

import static electionnight.producer.intake.IntakeClient.PATIENT;
import static electionnight.producer.intake.IntakeClient.TOKEN;
import static electionnight.producer.intake.IntakeClient.contentType;
import static electionnight.producer.intake.IntakeClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import electionnight.cli.UserError;
import electionnight.producer.Heard;
import electionnight.producer.Log;
import electionnight.producer.Samples;
import electionnight.wire.Decoded;
import electionnight.wire.Inputs;
import electionnight.wire.Json;
import electionnight.wire.MessageType;
import electionnight.wire.Rejected;
import electionnight.wire.Topic;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpIntakeTest {
  private static final byte[] DECLARATION =
      MessageType.DECLARATION.write(Samples.tamworth(Instant.parse("2023-10-20T01:30:00Z")));

  private static final IntakeLimits IMPATIENT =
      new IntakeLimits(Duration.ofMillis(50), PATIENT.knownWithin(), PATIENT.bodyBytes());
  private static final IntakeLimits ROOM_FOR_TWO =
      new IntakeLimits(
          PATIENT.acknowledgedWithin(), PATIENT.knownWithin(), 2 * MessageType.MAX_BYTES);

  private final Heard heard = new Heard();
  private HttpIntake intake;

  @AfterEach
  void stop() {
    if (intake != null) {
      intake.close();
    }
  }

  @Test
  void aDeclarationIsAcceptedWithItsPlaceInTheLog() throws Exception {
    Log log = Log.acknowledging();
    IntakeClient client = start(log, PATIENT);
    client.post(DECLARATION);

    HttpResponse<byte[]> answer = client.post(DECLARATION);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(contentType(answer)).isEqualTo("application/json");
    assertThat(json(answer))
        .isEqualTo(
            Json.shared()
                .readTree("{\"topic\": \"declarations\", \"partition\": 0, \"offset\": 1}"));
    assertThat(log.records(Topic.DECLARATIONS).get(1).value()).isEqualTo(DECLARATION);
    assertThat(heard.declared).containsExactly("E14000986", "E14000986");
  }

  @ParameterizedTest
  @EnumSource
  void eachKindIsTakenAtItsPath(Intake kind) throws Exception {
    Log log = Log.acknowledging();
    byte[] message = message(kind);

    HttpResponse<byte[]> answer = start(log, PATIENT).post(kind.path(), message);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(json(answer))
        .isEqualTo(
            Json.shared()
                .readTree("{\"topic\": \"declarations\", \"partition\": 0, \"offset\": 0}"));
    assertThat(log.records(Topic.DECLARATIONS)).hasSize(1);
    assertThat(log.records(Topic.DECLARATIONS).get(0).value()).isEqualTo(message);
  }

  @ParameterizedTest
  @EnumSource
  void eachKindIsKeptWhenItComesToAnothersPath(Intake kind) throws Exception {
    Intake other = Intake.values()[(kind.ordinal() + 1) % Intake.values().length];
    Log log = Log.acknowledging();

    HttpResponse<byte[]> answer = start(log, PATIENT).post(other.path(), message(kind));

    assertProblem(answer, 422);
    assertThat(json(answer).path("detail").textValue())
        .isEqualTo("type is '" + kind.type().name() + "', expected " + other.type().name());
    assertThat(log.records(Topic.DECLARATIONS)).isEmpty();
    assertThat(log.rejected().get(0).origin()).isEqualTo("POST " + other.path());
    assertThat(log.rejected().get(0).originalBytes()).isEqualTo(message(kind));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DECLARATIONS   | not-a-declaration   | Not a declaration that can be read",
        "CONFIRMATIONS  | not-a-confirmation  | Not a confirmation that can be read",
        "HOLDS          | not-a-hold          | Not a hold that can be read",
        "ALERT_SWITCHES | not-an-alert-switch | Not an alert switch that can be read"
      })
  void eachKindHasAProblemTypeOfItsOwn(Intake kind, String type, String title) throws Exception {
    HttpResponse<byte[]> answer =
        start(Log.acknowledging(), PATIENT).post(kind.path(), new byte[] {1});

    assertProblem(answer, 422);
    assertThat(json(answer).path("type").textValue())
        .isEqualTo("urn:election-night:problem:" + type);
    assertThat(json(answer).path("title").textValue()).isEqualTo(title);
  }

  @ParameterizedTest
  @EnumSource
  void strangersOthersTypesAndLongBodiesAreRefusedAtEachPath(Intake kind) throws Exception {
    Log log = Log.acknowledging();
    IntakeClient client = start(log, PATIENT);
    BodyPublisher body = BodyPublishers.ofByteArray(message(kind));

    assertProblem(
        client.send(
            client.request(kind.path()).header("Content-Type", "application/json").POST(body)),
        401);
    assertProblem(
        client.send(
            client.request(kind.path()).header("Authorization", "Bearer " + TOKEN).POST(body)),
        415);
    assertProblem(client.post(kind.path(), new byte[MessageType.MAX_BYTES + 1]), 413);
    assertProblem(client.send(client.request(kind.path()).GET()), 405);
    assertThat(log.producer.history()).isEmpty();
  }

  @Test
  void isNotAcceptedBeforeKafkaHasAcknowledged() throws Exception {
    Log log = Log.silent();
    IntakeClient client = start(log, PATIENT);

    CompletableFuture<HttpResponse<byte[]>> answer = postInBackground(client);

    Awaitility.await().until(() -> log.producer.history().size() == 1);
    assertThat(answer).isNotDone();
    log.producer.completeNext();
    Awaitility.await().until(answer::isDone);
    assertThat(answer.join().statusCode()).isEqualTo(202);
  }

  @Test
  void whatCannotBeReadIsKeptAndAnsweredWithReasonsAndPlace() throws Exception {
    Log log = Log.acknowledging();
    IntakeClient client = start(log, PATIENT);
    byte[] wrong =
        new String(DECLARATION, StandardCharsets.UTF_8)
            .replace("10403", "-0.5")
            .getBytes(StandardCharsets.UTF_8);

    HttpResponse<byte[]> answer = client.post(wrong);

    assertThat(contentType(answer)).isEqualTo("application/problem+json");
    assertThat(json(answer))
        .isEqualTo(
            Json.shared()
                .readTree(
                    """
                    {"type": "urn:election-night:problem:not-a-declaration",
                     "title": "Not a declaration that can be read",
                     "status": 422,
                     "detail": "votes[1].votes is '-0.5', expected a whole number",
                     "reasons": [{"code": "INVALID_FIELD", "field": "votes[1].votes",
                                  "value": "-0.5", "expected": "a whole number"}],
                     "rejected": {"topic": "rejected", "partition": 0, "offset": 0}}
                    """));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(log.records(Topic.DECLARATIONS)).isEmpty();
    assertThat(log.rejected()).extracting(Rejected::origin).containsExactly("POST /declarations");
    assertThat(log.rejected().get(0).originalBytes()).isEqualTo(wrong);
  }

  @Test
  void anEmptyBodyIsNoDeclaration() throws Exception {
    Log log = Log.acknowledging();

    assertProblem(start(log, PATIENT).post(new byte[0]), 422);
    assertThat(log.rejected().get(0).originalBytes()).isEmpty();
  }

  @Test
  void aSeatIsNoDeclaration() throws Exception {
    byte[] seat = MessageType.SEAT.write(Samples.TAMWORTH);

    HttpResponse<byte[]> answer = start(Log.acknowledging(), PATIENT).post(seat);

    assertProblem(answer, 422);
    assertThat(json(answer).path("detail").textValue())
        .isEqualTo("type is 'seat', expected declaration");
  }

  @Test
  void aStrangerIsTurnedAway() throws Exception {
    Log log = Log.acknowledging();
    IntakeClient client = start(log, PATIENT);

    for (String authorization :
        new String[] {null, "Bearer", "Bearer ", "Bearer wrong", "Basic " + TOKEN, TOKEN}) {
      var request =
          client
              .request("/declarations")
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofByteArray(DECLARATION));
      if (authorization != null) {
        request.header("Authorization", authorization);
      }
      HttpResponse<byte[]> answer = client.send(request);

      assertThat(answer.statusCode()).as("Authorization: %s", authorization).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate"))
          .hasValue("Bearer realm=\"declarations\"");
      assertProblem(answer, 401);
    }
    assertThat(log.producer.history()).isEmpty();
  }

  @Test
  void onlyPostAndOnlyThesePaths() throws Exception {
    IntakeClient client = start(Log.acknowledging(), PATIENT);

    HttpResponse<byte[]> get = client.send(client.request("/declarations").GET());
    HttpResponse<byte[]> elsewhere = client.send(client.request("/results").GET());

    assertProblem(get, 405);
    assertThat(get.headers().firstValue("Allow")).hasValue("POST");
    assertProblem(elsewhere, 404);
    assertThat(json(elsewhere).path("detail").textValue())
        .isEqualTo(
            "What can be sent goes to /declarations, /confirmations, /holds, /alert-switches.");
  }

  @Test
  void onlyJson() throws Exception {
    Log log = Log.acknowledging();
    IntakeClient client = start(log, PATIENT);

    for (String type : new String[] {null, "text/plain", "application/jsonx", "*/*"}) {
      var request =
          client
              .request("/declarations")
              .header("Authorization", "Bearer " + TOKEN)
              .POST(BodyPublishers.ofByteArray(DECLARATION));
      if (type != null) {
        request.header("Content-Type", type);
      }
      HttpResponse<byte[]> answer = client.send(request);

      assertThat(answer.statusCode()).as("Content-Type: %s", type).isEqualTo(415);
      assertProblem(answer, 415);
    }
    assertThat(log.producer.history()).isEmpty();
  }

  @Test
  void theSchemeAndTheTypeAreWrittenInAnyCaseAndTheTypeMayHaveACharset() throws Exception {
    IntakeClient client = start(Log.acknowledging(), PATIENT);

    HttpResponse<byte[]> answer =
        client.send(
            client
                .request("/declarations")
                .header("Authorization", "bearer " + TOKEN)
                .header("Content-Type", "Application/JSON; charset=utf-8")
                .POST(BodyPublishers.ofByteArray(DECLARATION)));

    assertThat(answer.statusCode()).isEqualTo(202);
  }

  @Test
  void aBodyLongerThanAnyMessageIsRefused() throws Exception {
    Log log = Log.acknowledging();
    IntakeClient client = start(log, PATIENT);
    byte[] longest = Arrays.copyOf(DECLARATION, MessageType.MAX_BYTES);
    Arrays.fill(longest, DECLARATION.length, longest.length, (byte) ' ');

    assertThat(client.post(longest).statusCode()).isEqualTo(202);
    assertProblem(client.post(Arrays.copyOf(longest, longest.length + 1)), 413);
    assertThat(log.producer.history()).hasSize(1);
  }

  @Test
  void theLongestBodyThatCannotBeReadIsKeptToo() throws Exception {
    Log log = Log.acknowledging();
    byte[] noise = new byte[MessageType.MAX_BYTES];

    assertProblem(start(log, PATIENT).post(noise), 422);

    assertThat(log.rejected().get(0).originalBytes()).isEqualTo(noise);
  }

  @Test
  void whatKafkaRefusesIsToBeSentAgain() throws Exception {
    Log log = Log.silent();
    IntakeClient client = start(log, PATIENT);

    CompletableFuture<HttpResponse<byte[]>> answer = postInBackground(client);
    Awaitility.await().until(() -> log.producer.errorNext(new TimeoutException("expired")));

    Awaitility.await().until(answer::isDone);
    assertProblem(answer.join(), 503);
    assertThat(answer.join().headers().firstValue("Retry-After")).isPresent();
  }

  @Test
  void whatKafkaNeverAnswersIsToBeSentAgain() throws Exception {
    assertProblem(start(Log.silent(), IMPATIENT).post(DECLARATION), 503);
  }

  @Test
  void whatWaitsForKafkaIsBounded() throws Exception {
    Log log = Log.silent();
    IntakeClient client = start(log, ROOM_FOR_TWO);
    byte[] longest = new byte[MessageType.MAX_BYTES];
    List<CompletableFuture<HttpResponse<byte[]>>> waiting =
        Stream.generate(() -> client.postLater(longest)).limit(2).toList();
    Awaitility.await().until(() -> log.producer.history().size() == waiting.size());

    assertNoRoom(client.post(longest));

    while (log.producer.completeNext()) {
      // Kafka is back.
    }
    for (CompletableFuture<HttpResponse<byte[]>> answer : waiting) {
      assertProblem(answer.get(20, TimeUnit.SECONDS), 422);
    }
    CompletableFuture<HttpResponse<byte[]>> after = client.postLater(longest);
    Awaitility.await().until(log.producer::completeNext);
    assertProblem(after.get(20, TimeUnit.SECONDS), 422);
  }

  @Test
  void whatItsSenderNoLongerWaitsForStillTakesRoomUntilKafkaHasIt() throws Exception {
    Log log = Log.silent();
    IntakeClient client =
        start(
            log,
            new IntakeLimits(Duration.ofMillis(50), PATIENT.knownWithin(), DECLARATION.length));
    assertProblem(client.post(DECLARATION), 503);

    assertNoRoom(client.post(DECLARATION));

    log.producer.completeNext();
    assertThat(detail(client.post(DECLARATION))).startsWith("Kafka has not acknowledged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 524288", "Transfer-Encoding: chunked"})
  void aBodyThatIsStillToComeTakesRoomUntilItsConnectionCloses(String length) throws Exception {
    IntakeClient client = start(Log.acknowledging(), ROOM_FOR_TWO);
    byte[] longest = Arrays.copyOf(DECLARATION, MessageType.MAX_BYTES);
    Arrays.fill(longest, DECLARATION.length, longest.length, (byte) ' ');

    List<Socket> unfinished = List.of(begin(length), begin(length));
    Awaitility.await("the two have taken all room")
        .untilAsserted(() -> assertNoRoom(client.post(longest)));

    for (Socket socket : unfinished) {
      socket.close();
    }
    Awaitility.await("the two are gone")
        .untilAsserted(() -> assertThat(client.post(longest).statusCode()).isEqualTo(202));
  }

  @Test
  void aBodyOfUnknownLengthTakesNoMoreThanItHadOnceItIsThere() throws Exception {
    Log log = Log.silent();
    IntakeClient client = start(log, ROOM_FOR_TWO);

    for (int sent = 1; sent <= 5; sent++) {
      int expected = sent;
      client.postLater(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(DECLARATION)));
      Awaitility.await("declarations that wait for Kafka")
          .until(() -> log.producer.history().size() == expected);
    }
  }

  @Test
  void whatIsAnsweredWithoutKafkaGivesItsRoomBack() throws Exception {
    IntakeClient client = start(Log.acknowledging(), ROOM_FOR_TWO);

    for (int sent = 0; sent < 3; sent++) {
      assertProblem(client.post(new byte[MessageType.MAX_BYTES + 1]), 413);
    }
    assertThat(client.post(DECLARATION).statusCode()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource({"256, 16", "512, 32", "8192, 32"})
  void theRoomForBodiesIsAPartOfTheHeap(long heapMebibytes, long mebibytes) {
    assertThat(IntakeLimits.bodyBytes(heapMebibytes * 1024 * 1024))
        .isEqualTo(mebibytes * 1024 * 1024);
  }

  @Test
  void isNotListeningWhileItDoesNothing() throws Exception {
    CountDownLatch disk = new CountDownLatch(1);
    HeardAudit hangs =
        new HeardAudit() {
          @Override
          void tell(AuditLine line) {
            super.tell(line);
            try {
              disk.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
    AtomicLong nanos = new AtomicLong();
    intake =
        HttpIntake.start(
            Log.acknowledging().publisher,
            IntakeClient.settings(hangs),
            heard,
            PATIENT,
            nanos::get);
    assertThat(intake.notListening()).isEmpty();
    new IntakeClient(intake.port()).postLater(DECLARATION);
    Awaitility.await("the event loop hangs").until(() -> !hangs.lines.isEmpty());
    intake.notListening();

    nanos.addAndGet(TimeUnit.SECONDS.toNanos(6));

    assertThat(intake.notListening()).hasValue("the intake has done nothing for 6 s");
    disk.countDown();
    Awaitility.await("the event loop goes on").until(() -> intake.notListening().isEmpty());
  }

  @Test
  void aTakenPortIsAUsersMistake() {
    start(Log.acknowledging(), PATIENT);
    int taken = intake.port();

    assertThatThrownBy(
            () ->
                HttpIntake.start(
                    Log.acknowledging().publisher,
                    new IntakeSettings(
                        "127.0.0.1", taken, IntakeSources.one(TOKEN), new HeardAudit()),
                    heard))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Port " + taken + " on 127.0.0.1 is taken");
  }

  @Test
  void aTokenIsOneWordFromAFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("token"), TOKEN + "\n");

    assertThat(IntakeSources.one(file).of("Bearer " + TOKEN)).isPresent();
    assertThat(BearerToken.of(TOKEN).toString()).doesNotContain(TOKEN);
    for (String wrong :
        new String[] {
          "", " \n", "fifteen-letters", "two words of many letters", "\uFEFF" + TOKEN, TOKEN + "é"
        }) {
      assertThatThrownBy(() -> BearerToken.of(wrong))
          .as("a token that is '%s'", wrong)
          .isInstanceOf(UserError.class)
          .hasMessage(
              "The intake's token must be one word of 16 characters or more, in ASCII and without a"
                  + " byte order mark.");
    }
    assertThatThrownBy(() -> BearerToken.in(Path.of("none.token")))
        .isInstanceOf(UserError.class)
        .hasMessage("The token file \"none.token\" cannot be read.");
    assertThatThrownBy(() -> BearerToken.in(Path.of(TOKEN)))
        .isInstanceOf(UserError.class)
        .hasMessage("The token file \"…\" cannot be read.");
  }

  private IntakeClient start(Log log, IntakeLimits limits) {
    intake =
        HttpIntake.start(
            log.publisher,
            IntakeClient.settings(new HeardAudit()),
            heard,
            limits,
            System::nanoTime);
    return new IntakeClient(intake.port());
  }

  /** A request of which only the head is sent. */
  private Socket begin(String length) throws IOException {
    Socket socket = new Socket("127.0.0.1", intake.port());
    String head =
        "POST /declarations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Authorization: Bearer "
            + TOKEN
            + "\r\n"
            + length
            + "\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static void assertNoRoom(HttpResponse<byte[]> answer) throws IOException {
    assertProblem(answer, 503);
    assertThat(detail(answer)).isEqualTo("The intake has no room for it now; send it again.");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
  }

  private static String detail(HttpResponse<byte[]> answer) throws IOException {
    return json(answer).path("detail").textValue();
  }

  private static byte[] message(Intake kind) {
    return Samples.inputs().stream()
        .map(Inputs::write)
        .filter(bytes -> kind.type().read(bytes) instanceof Decoded.Read<?>)
        .findFirst()
        .orElseThrow();
  }

  private static CompletableFuture<HttpResponse<byte[]>> postInBackground(IntakeClient client) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return client.post(DECLARATION);
          } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static void assertProblem(HttpResponse<byte[]> answer, int status) throws IOException {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(contentType(answer)).isEqualTo("application/problem+json");
    assertThat(json(answer).path("status").intValue()).isEqualTo(status);
    assertThat(json(answer).path("title").textValue()).isNotBlank();
    assertThat(json(answer).path("detail").textValue()).isNotBlank();
  }
}
