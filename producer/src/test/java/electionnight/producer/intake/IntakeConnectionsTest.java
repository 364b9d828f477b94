package electionnight.producer.intake;

import static org.assertj.core.api.Assertions.assertThat;

import electionnight.producer.Heard;
import electionnight.producer.Log;
import electionnight.wire.MessageType;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes by a socket and is no request as it should be. */
@Timeout(30)
final class IntakeConnectionsTest {
  private final HeardAudit audit = new HeardAudit();
  private HttpIntake intake;

  @BeforeEach
  void start() {
    intake =
        HttpIntake.start(
            Log.acknowledging().publisher,
            IntakeClient.settings(audit),
            new Heard(),
            new IntakeLimits(Duration.ofMinutes(1), Duration.ofMillis(500), MessageType.MAX_BYTES),
            System::nanoTime);
  }

  @AfterEach
  void stop() {
    intake.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET /%zz,400",
    "OPTIONS *,404",
    "GET declarations,404",
    "GET http://elsewhere.example/,404",
    "CONNECT elsewhere.example:443,404",
  })
  void anOddRequestIsAnsweredAndTold(String request, int status) throws Exception {
    assertThat(answer(request + " HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .startsWith("HTTP/1.1 " + status + " ")
        .contains("application/problem+json");
    assertThat(audit.lines).extracting(AuditLine::status).containsExactly(status);
  }

  @Test
  void aRequestThatDoesNotEndIsNotWaitedFor() throws Exception {
    assertThat(answer("POST /declarations HTTP/1.1\r\nHost: localh")).isEmpty();
    assertThat(audit.lines).isEmpty();
  }

  @Test
  void whoMaySendIsWaitedForLonger() throws Exception {
    try (Socket socket = new Socket("127.0.0.1", intake.port())) {
      send(
          socket,
          "POST /declarations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Authorization: Bearer "
              + IntakeClient.TOKEN
              + "\r\nContent-Length: 2\r\n\r\n{");
      assertThat(answer("GET /later HTTP/1.1\r\n")).as("a stranger's, begun later").isEmpty();

      send(socket, "}");

      assertThat(socket.getInputStream().read()).as("the first byte of an answer").isEqualTo('H');
    }
  }

  @Test
  void theAuditLogHasNoLineLongerThanPeopleRead() throws Exception {
    answer("GET /" + "x".repeat(3_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

    assertThat(audit.lines.get(0).request()).hasSize(200).startsWith("GET /xxx").endsWith("…");
  }

  /** All that comes until the intake closes the connection. */
  private String answer(String text) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", intake.port())) {
      send(socket, text);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }
}
