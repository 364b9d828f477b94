package electionnight.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import electionnight.testing.SelfSigned;
import electionnight.wire.KafkaSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another server than a Kafka broker is told apart before Kafka's client speaks to it. */
class ListenerTest {
  private static final String AWAY = "localhost:1";
  private static final int TLS_HANDSHAKE = 0x16;

  @Test
  void aPortThatSpeaksTls() throws Exception {
    try (ServerSocket server = serving(ListenerTest::shakeHands)) {
      assertThatThrownBy(() -> Listener.requireKafka(plain(at(server))))
          .isInstanceOf(UserError.class)
          .hasMessage(
              "What listens at %s speaks TLS; set security.protocol to SASL_SSL or SSL in"
                      .formatted(at(server))
                  + " --kafka-config.");
    }
  }

  @Test
  void aPortThatHangsUpOnWhoeverDoesNotSpeakTls(@TempDir Path folder) throws Exception {
    SSLSocketFactory tls = SelfSigned.in(folder.resolve("keys.p12")).tls().getSocketFactory();
    try (ServerSocket server = serving(client -> shakeHandsOrHangUp(tls, client))) {
      assertThatThrownBy(() -> Listener.requireKafka(plain(at(server))))
          .isInstanceOf(UserError.class)
          .hasMessageContaining(at(server) + " speaks TLS");
    }
  }

  @Test
  void aPortThatSpeaksTlsIsWhatIsExpectedWithTls() throws Exception {
    try (ServerSocket server = serving(ListenerTest::shakeHands)) {
      KafkaSettings secured =
          new KafkaSettings(at(server), "", Map.of("security.protocol", "sasl_ssl"));

      assertThatCode(() -> Listener.requireKafka(secured)).doesNotThrowAnyException();
    }
  }

  @Test
  void aWebServer() throws Exception {
    assertIsNoBroker("HTTP/1.1 400 Bad Request\r\n\r\n", "HTTP");
  }

  @Test
  void aServerThatSpeaksFirst() throws Exception {
    assertIsNoBroker("SSH-2.0-x\r\n", "SSH-");
  }

  @Test
  void whatWouldSteerATerminalIsNotShown() throws Exception {
    assertIsNoBroker("\u001b[2J ", "\uFFFD[2J");
  }

  @Test
  void theFirstThatIsReachedCounts() throws Exception {
    try (ServerSocket broker = serving(ListenerTest::answer);
        ServerSocket other = serving(ListenerTest::shakeHands)) {
      assertThatCode(() -> Listener.requireKafka(plain(AWAY + "," + at(broker) + "," + at(other))))
          .doesNotThrowAnyException();
      assertThatThrownBy(() -> Listener.requireKafka(plain(AWAY + ", " + at(other))))
          .hasMessageContaining(at(other) + " speaks TLS");
    }
  }

  @Test
  void whoHangsUpWithoutAWordMayBeABroker() throws Exception {
    try (ServerSocket server = serving(client -> {})) {
      assertThatCode(() -> Listener.requireKafka(plain(at(server)))).doesNotThrowAnyException();
    }
  }

  @Test
  void nobodyListensAndNoAddressIsKafkasToTell() {
    assertThatCode(() -> Listener.requireKafka(plain(AWAY))).doesNotThrowAnyException();
    assertThatCode(() -> Listener.requireKafka(plain("no-such-host.invalid:9092")))
        .doesNotThrowAnyException();
    assertThatCode(() -> Listener.requireKafka(plain("localhost"))).doesNotThrowAnyException();
    assertThatCode(() -> Listener.requireKafka(plain("localhost:99999")))
        .doesNotThrowAnyException();
  }

  private static void assertIsNoBroker(String says, String shown) throws IOException {
    try (ServerSocket server = serving(client -> say(client, ascii(says)))) {
      assertThatThrownBy(() -> Listener.requireKafka(plain(at(server))))
          .isInstanceOf(UserError.class)
          .hasMessage(
              "What listens at "
                  + at(server)
                  + " is no Kafka broker: its answer begins with '"
                  + shown
                  + "'.");
    }
  }

  /** How one client is served. */
  @FunctionalInterface
  private interface Service {
    void serve(Socket client) throws IOException;
  }

  /** A server on a port of its own, until it is closed. */
  private static ServerSocket serving(Service service) throws IOException {
    ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread serves =
        new Thread(
            () -> {
              while (!server.isClosed()) {
                try (Socket client = server.accept()) {
                  service.serve(client);
                } catch (IOException e) {
                  // The client has gone, or the test is over.
                }
              }
            });
    serves.setDaemon(true);
    serves.start();
    return server;
  }

  private static void shakeHands(Socket client) throws IOException {
    try (SSLSocket tls =
        (SSLSocket)
            ((SSLSocketFactory) SSLSocketFactory.getDefault())
                .createSocket(client, client.getInputStream(), true)) {
      tls.startHandshake();
    }
  }

  private static void shakeHandsOrHangUp(SSLSocketFactory tls, Socket client) throws IOException {
    int first = client.getInputStream().read();
    if (first == TLS_HANDSHAKE) {
      InputStream read = new ByteArrayInputStream(new byte[] {(byte) first});
      try (SSLSocket socket = (SSLSocket) tls.createSocket(client, read, true)) {
        socket.startHandshake();
      }
    }
  }

  /** As a broker answers which versions it knows: the length first. */
  private static void answer(Socket client) throws IOException {
    say(client, ByteBuffer.allocate(14).putInt(10).putInt(1).array());
  }

  private static void say(Socket client, byte[] answer) throws IOException {
    client.getInputStream().readNBytes(14);
    client.getOutputStream().write(answer);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static KafkaSettings plain(String servers) {
    return new KafkaSettings(servers, "", Map.of());
  }

  private static String at(ServerSocket server) {
    return "127.0.0.1:" + server.getLocalPort();
  }
}
